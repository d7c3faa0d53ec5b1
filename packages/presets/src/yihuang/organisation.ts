import type { FoundingUnit, Level, PartyBodyKind, Post, ServiceTeam } from '@linli/contract'
import { countyPosts, usualPosts } from '../house/posts.ts'
import {
  grids,
  hubs,
  reporting,
  selfRule,
  sixInOne,
  threeHeads,
  threeLevels,
  threeOrders,
  threeParties,
} from './sources.ts'

/** A path reads `/c03/g12/b5/e2/`: the working committee of the town, its communities, grids and the three heads. */
export const levels: readonly Level[] = [
  { key: 'community', name: { zh: '社区', en: 'Community' }, prefix: 'c', source: threeLevels },
  { key: 'grid', name: { zh: '网格', en: 'Grid' }, prefix: 'g', source: grids },
  { key: 'building', name: { zh: '楼栋', en: 'Building' }, prefix: 'b', source: threeHeads },
  { key: 'entrance', name: { zh: '单元', en: 'Entrance' }, prefix: 'e', source: threeHeads },
]

export const partyBodies: readonly PartyBodyKind[] = [
  {
    key: 'communityGeneralBranch',
    name: { zh: '社区党总支', en: 'General party branch of a community' },
    level: 'community',
    source: threeLevels,
  },
  {
    key: 'gridBranch',
    name: { zh: '网格党支部', en: 'Party branch of a grid' },
    level: 'grid',
    source: threeLevels,
  },
]

export const posts: readonly Post[] = [
  { ...usualPosts.gridLeader, source: grids },
  {
    key: 'gridWorker',
    name: { zh: '专职网格员', en: 'Full-time grid worker' },
    level: 'grid',
    roles: ['gridWorker'],
    source: grids,
  },
  { ...usualPosts.buildingHead, source: threeHeads },
  { ...usualPosts.entranceHead, source: threeHeads },
  {
    key: 'hubHousehold',
    name: { zh: '党员中心户', en: 'Head of a hub household' },
    level: 'building',
    roles: ['helper'],
    source: hubs,
  },
  {
    key: 'memberOnDuty',
    name: { zh: '报到党员', en: 'Member reporting to the community' },
    level: 'grid',
    roles: ['helper'],
    source: reporting,
  },
  { ...usualPosts.volunteer, source: selfRule },
  { ...usualPosts.communityWorker, source: threeOrders },
  {
    key: 'unitHandler',
    name: { zh: '共治单位联络员', en: 'Contact of a joint unit' },
    level: 'unit',
    roles: ['unitHandler'],
    source: sixInOne,
  },
  ...countyPosts,
]

export const teams: readonly ServiceTeam[] = [
  { key: 'members', name: { zh: '网格党员服务队', en: 'Members of the grid' }, source: reporting },
]

const joint = { kind: 'department', parent: null, source: sixInOne } as const

/** The seven departments that have most to do with a grid. */
export const units: readonly FoundingUnit[] = [
  { ...joint, key: 'civilAffairs', name: { zh: '县民政局', en: 'Civil affairs' } },
  { ...joint, key: 'marketSupervision', name: { zh: '县市场监管局', en: 'Market supervision' } },
  { ...joint, key: 'cityManagement', name: { zh: '县城管局', en: 'City management' } },
  { ...joint, key: 'police', name: { zh: '县公安局', en: 'Police' } },
  { ...joint, key: 'housing', name: { zh: '县住建局', en: 'Housing and construction' } },
  { ...joint, key: 'health', name: { zh: '县卫健委', en: 'Health' } },
  { ...joint, key: 'emergency', name: { zh: '县应急管理局', en: 'Emergency management' } },
  {
    key: 'propertyGreen',
    name: { zh: '青山物业（示例）', en: 'Green Hill Property (sample)' },
    kind: 'company',
    parent: 'housing',
    supplies: ['propertyLiaison', 'stairLight', 'liftFault'],
    source: threeParties,
  },
]
