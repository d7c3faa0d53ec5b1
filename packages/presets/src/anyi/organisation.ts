import type { FoundingUnit, Level, PartyBodyKind, Post, ServiceTeam } from '@linli/contract'
import { countyPosts, usualPosts } from '../house/posts.ts'
import {
  buildingHeads,
  circle,
  crisisTeams,
  firstDay,
  fivePlusOne,
  fourLevels,
  healthCentre,
  jointSystem,
  memberOrders,
  offHours,
  serviceTeams,
} from './sources.ts'

/** A path reads `/c03/g12/b5/e2/`: the committee of the town answers for all communities. */
export const levels: readonly Level[] = [
  { key: 'community', name: { zh: '社区', en: 'Community' }, prefix: 'c', source: fourLevels },
  { key: 'grid', name: { zh: '网格', en: 'Grid' }, prefix: 'g', source: fourLevels },
  { key: 'building', name: { zh: '楼栋', en: 'Building' }, prefix: 'b', source: buildingHeads },
  { key: 'entrance', name: { zh: '单元', en: 'Entrance' }, prefix: 'e', source: buildingHeads },
]

export const partyBodies: readonly PartyBodyKind[] = [
  {
    key: 'communityCommittee',
    name: { zh: '社区党委', en: 'Party committee of a community' },
    level: 'community',
    source: jointSystem,
  },
  {
    key: 'gridGroup',
    name: { zh: '网格党小组', en: 'Party group of a grid' },
    level: 'grid',
    source: fourLevels,
  },
]

export const posts: readonly Post[] = [
  { ...usualPosts.gridWorker, source: fourLevels },
  {
    key: 'buildingHead',
    name: { zh: '党员楼栋长', en: 'Building head' },
    level: 'building',
    roles: ['helper'],
    source: buildingHeads,
  },
  {
    key: 'memberOnDuty',
    name: { zh: '报到党员', en: 'Member reporting to the community' },
    level: 'grid',
    roles: ['helper'],
    source: memberOrders,
  },
  { ...usualPosts.volunteer, source: serviceTeams },
  {
    key: 'stationDuty',
    name: { zh: '驿站值班员', en: 'Station duty officer' },
    level: 'community',
    roles: ['intake'],
    source: offHours,
  },
  { ...usualPosts.communityWorker, source: jointSystem },
  {
    key: 'unitHandler',
    name: { zh: '帮扶单位联络员', en: 'Contact of a partner unit' },
    level: 'unit',
    roles: ['unitHandler'],
    source: fivePlusOne,
  },
  ...countyPosts,
]

const team = { source: serviceTeams } as const

export const teams: readonly ServiceTeam[] = [
  { ...team, key: 'policy', name: { zh: '政策宣讲队', en: 'Policy speakers' } },
  { ...team, key: 'peace', name: { zh: '邻里和事佬', en: 'Peacemakers' } },
  { ...team, key: 'safety', name: { zh: '治安红袖标', en: 'Red armbands' } },
  { ...team, key: 'health', name: { zh: '健康白天使', en: 'White angels' } },
  { ...team, key: 'living', name: { zh: '生活热心帮', en: 'Helping hands' } },
  { key: 'crisis', name: { zh: '党员突击队', en: 'Crisis team' }, source: crisisTeams },
]

const surveyor = { kind: 'department', parent: null, source: firstDay } as const
const merchant = { kind: 'company', parent: null, source: circle } as const

export const units: readonly FoundingUnit[] = [
  { ...surveyor, key: 'civilAffairs', name: { zh: '县民政局', en: 'Civil affairs' } },
  { ...surveyor, key: 'police', name: { zh: '县公安局', en: 'Police' } },
  { ...surveyor, key: 'cityManagement', name: { zh: '县城管局', en: 'City management' } },
  { ...merchant, key: 'corePharmacy', name: { zh: '邻里药店（示例）', en: 'Corner pharmacy (sample)' } },
  {
    ...merchant,
    key: 'coreRepairs',
    name: { zh: '邻里水电维修（示例）', en: 'Corner repairs (sample)' },
    supplies: ['waterRepair', 'powerRepair'],
  },
  {
    key: 'elderCentre',
    name: { zh: '健康养老中心（示例）', en: 'Health and elder care centre (sample)' },
    kind: 'organisation',
    parent: 'civilAffairs',
    supplies: ['elderSitting'],
    source: healthCentre,
  },
]
