import type { FoundingUnit, Level, PartyBodyKind, Post, ServiceTeam } from '@linli/contract'
import { districtPosts, usualPosts } from '../house/posts.ts'
import {
  childCompany,
  elderCare,
  gridBranches,
  knocking,
  newWorkers,
  partners,
  redProperty,
  redStewards,
  reporting,
  threeHeads,
} from './sources.ts'

/** A path reads `/s01/c03/g12/b5/e2/`: the three heads stand at grid, building and entrance. */
export const levels: readonly Level[] = [
  { key: 'street', name: { zh: '街道', en: 'Street' }, prefix: 's', source: partners },
  { key: 'community', name: { zh: '社区', en: 'Community' }, prefix: 'c', source: partners },
  { key: 'grid', name: { zh: '网格', en: 'Grid' }, prefix: 'g', source: threeHeads },
  { key: 'building', name: { zh: '楼栋', en: 'Building' }, prefix: 'b', source: threeHeads },
  { key: 'entrance', name: { zh: '单元', en: 'Entrance' }, prefix: 'e', source: threeHeads },
]

export const partyBodies: readonly PartyBodyKind[] = [
  {
    key: 'gridBranch',
    name: { zh: '网格党支部', en: 'Party branch of a grid' },
    level: 'grid',
    source: gridBranches,
  },
  {
    key: 'newWorkersBranch',
    name: { zh: '新就业群体联合党支部', en: 'Joint party branch of new workers' },
    level: 'community',
    source: newWorkers,
  },
]

export const posts: readonly Post[] = [
  { ...usualPosts.gridLeader, source: threeHeads },
  { ...usualPosts.buildingHead, source: threeHeads },
  { ...usualPosts.entranceHead, source: threeHeads },
  { ...usualPosts.gridWorker, source: partners },
  {
    key: 'childCompanion',
    name: { zh: '童伴妈妈', en: 'Companion of a child' },
    level: 'community',
    roles: ['helper'],
    source: childCompany,
  },
  {
    key: 'redSteward',
    name: { zh: '红管家', en: 'Red steward' },
    level: 'grid',
    roles: ['helper'],
    source: redStewards,
  },
  {
    key: 'memberOnDuty',
    name: { zh: '报到党员', en: 'Member reporting to the community' },
    level: 'community',
    roles: ['helper'],
    source: reporting,
  },
  { ...usualPosts.volunteer, source: knocking },
  { ...usualPosts.communityWorker, source: partners },
  {
    key: 'unitHandler',
    name: { zh: '物业联络员', en: 'Contact of a property company' },
    level: 'unit',
    roles: ['unitHandler'],
    source: redProperty,
  },
  {
    key: 'partnerContact',
    name: { zh: '报到单位联络员', en: 'Contact of a unit that reported' },
    level: 'unit',
    roles: ['unitHandler'],
    source: reporting,
  },
  ...districtPosts,
]

export const teams: readonly ServiceTeam[] = [
  { key: 'redStewards', name: { zh: '红管家工作队', en: 'Red stewards' }, source: redStewards },
  { key: 'knocking', name: { zh: '敲门小分队', en: 'Door-to-door squad' }, source: knocking },
  { key: 'childCompany', name: { zh: '童伴妈妈服务队', en: 'Companions of children' }, source: childCompany },
]

export const units: readonly FoundingUnit[] = [
  {
    key: 'housing',
    name: { zh: '区住房保障中心', en: 'Housing centre' },
    kind: 'department',
    parent: null,
    source: redProperty,
  },
  {
    key: 'civilAffairs',
    name: { zh: '区民政局', en: 'Civil affairs' },
    kind: 'department',
    parent: null,
    source: elderCare,
  },
  {
    key: 'propertyGarden',
    name: { zh: '花园物业（示例）', en: 'Garden Property (sample)' },
    kind: 'company',
    parent: 'housing',
    supplies: ['propertyLiaison', 'stairLight', 'entranceDoor', 'liftFault'],
    source: redProperty,
  },
  {
    key: 'propertyState',
    name: { zh: '区属兜底物业（示例）', en: 'District fallback property (sample)' },
    kind: 'company',
    parent: 'housing',
    source: redProperty,
  },
  {
    key: 'elderCareCentre',
    name: { zh: '社区养老服务中心（示例）', en: 'Elder care centre (sample)' },
    kind: 'organisation',
    parent: 'civilAffairs',
    supplies: ['elderSitting'],
    source: elderCare,
  },
]
