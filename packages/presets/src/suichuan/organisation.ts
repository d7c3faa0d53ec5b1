import type { FoundingUnit, Level, PartyBodyKind, Post, ServiceTeam } from '@linli/contract'
import { countyPosts, usualPosts } from '../house/posts.ts'
import {
  departments,
  fiveLevels,
  gridPolice,
  gridWorkers,
  hubs,
  observers,
  propertyTeams,
  redGrid,
  redProperty,
} from './sources.ts'

/** A path reads `/c03/g12/b5/e2/`: the management committee answers for the whole town, so that no level stands above the community. */
export const levels: readonly Level[] = [
  { key: 'community', name: { zh: '社区', en: 'Community' }, prefix: 'c', source: fiveLevels },
  { key: 'grid', name: { zh: '网格', en: 'Grid' }, prefix: 'g', source: redGrid },
  { key: 'building', name: { zh: '楼栋', en: 'Building' }, prefix: 'b', source: fiveLevels },
  { key: 'entrance', name: { zh: '单元', en: 'Entrance' }, prefix: 'e', source: fiveLevels },
]

export const partyBodies: readonly PartyBodyKind[] = [
  {
    key: 'communityCommittee',
    name: { zh: '社区党委', en: 'Party committee of a community' },
    level: 'community',
    source: fiveLevels,
  },
  {
    key: 'gridBranch',
    name: { zh: '网格党支部', en: 'Party branch of a grid' },
    level: 'grid',
    source: fiveLevels,
  },
  {
    key: 'buildingGroup',
    name: { zh: '楼栋党小组', en: 'Party group of a building' },
    level: 'building',
    source: fiveLevels,
  },
]

export const posts: readonly Post[] = [
  {
    key: 'gridWorker',
    name: { zh: '全要素网格员', en: 'All-round grid worker' },
    level: 'grid',
    roles: ['gridWorker'],
    source: gridWorkers,
  },
  {
    key: 'partTimeGridWorker',
    name: { zh: '兼职网格员', en: 'Part-time grid worker' },
    level: 'grid',
    roles: ['helper'],
    source: gridWorkers,
  },
  {
    key: 'gridPolice',
    name: { zh: '网格快警', en: 'Grid police patrol' },
    level: 'community',
    roles: ['gridWorker'],
    source: gridPolice,
  },
  {
    key: 'hubHousehold',
    name: { zh: '党员中心户', en: 'Head of a hub household' },
    level: 'building',
    roles: ['helper'],
    source: hubs,
  },
  {
    key: 'propertyObserver',
    name: { zh: '物业观察员', en: 'Observer of the property company' },
    level: 'building',
    roles: ['helper'],
    source: observers,
  },
  { ...usualPosts.volunteer, source: propertyTeams },
  { ...usualPosts.communityWorker, source: fiveLevels },
  {
    key: 'departmentCadre',
    name: { zh: '部门下沉干部', en: 'Department cadre for grids' },
    level: 'unit',
    roles: ['unitHandler'],
    source: departments,
  },
  {
    key: 'unitHandler',
    name: { zh: '物业联络员', en: 'Contact of a property company' },
    level: 'unit',
    roles: ['unitHandler'],
    source: redProperty,
  },
  ...countyPosts,
]

export const teams: readonly ServiceTeam[] = [
  {
    key: 'redProperty',
    name: { zh: '红色物业治理队', en: 'Red property team' },
    source: propertyTeams,
  },
  { key: 'gridPatrol', name: { zh: '网格快警队', en: 'Grid police patrol' }, source: gridPolice },
]

const department = { kind: 'department', parent: 'committee', source: departments } as const

/** 管委会 and the departments that send somebody to the grids. */
export const units: readonly FoundingUnit[] = [
  {
    key: 'committee',
    name: { zh: '县城市社区管委会', en: 'Urban community committee' },
    kind: 'department',
    parent: null,
    source: fiveLevels,
  },
  { ...department, key: 'civilAffairs', name: { zh: '县民政局', en: 'Civil affairs' } },
  { ...department, key: 'housing', name: { zh: '县住建局', en: 'Housing and construction' } },
  { ...department, key: 'police', name: { zh: '县公安局', en: 'Police' } },
  { ...department, key: 'emergency', name: { zh: '县应急管理局', en: 'Emergency management' } },
  { ...department, key: 'marketSupervision', name: { zh: '县市监局', en: 'Market supervision' } },
  { ...department, key: 'water', name: { zh: '县供水公司', en: 'Water supply' }, kind: 'company' },
  { ...department, key: 'power', name: { zh: '县供电公司', en: 'Power supply' }, kind: 'company' },
  {
    key: 'propertyRiverside',
    name: { zh: '江畔物业（示例）', en: 'Riverside Property (sample)' },
    kind: 'company',
    parent: 'housing',
    supplies: ['propertyLiaison', 'stairLight', 'entranceDoor', 'liftFault', 'greenCare'],
    source: redProperty,
  },
]
