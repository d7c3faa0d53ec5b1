import type { FoundingUnit, Level, PartyBodyKind, Post, ServiceTeam } from '@linli/contract'
import { countyPosts, usualPosts } from '../house/posts.ts'
import { alliance, gates, groups, members, redVests, roadHeads, stations, tiers } from './sources.ts'

/** A path reads `/t01/c03/g12/b5/`: the old town is a community, its streets are grids with a road head. */
export const levels: readonly Level[] = [
  { key: 'town', name: { zh: '镇', en: 'Town' }, prefix: 't', source: alliance },
  { key: 'community', name: { zh: '社区', en: 'Community' }, prefix: 'c', source: alliance },
  { key: 'grid', name: { zh: '路段网格', en: 'Street grid' }, prefix: 'g', source: roadHeads },
  { key: 'building', name: { zh: '楼栋', en: 'Building' }, prefix: 'b', source: alliance },
]

const group = { source: groups } as const

export const partyBodies: readonly PartyBodyKind[] = [
  {
    key: 'allianceCommittee',
    name: { zh: '红立方党建联盟', en: 'Red Cube alliance' },
    level: 'community',
    source: alliance,
  },
  { ...group, key: 'sightGroup', name: { zh: '景点党小组', en: 'Party group at a sight' }, level: 'grid' },
  {
    ...group,
    key: 'propertyGroup',
    name: { zh: '物业党小组', en: 'Party group of a property' },
    level: 'grid',
  },
  { ...group, key: 'shopGroup', name: { zh: '商圈党小组', en: 'Party group of shops' }, level: 'grid' },
]

export const posts: readonly Post[] = [
  {
    key: 'roadHead',
    name: { zh: '路长', en: 'Road head' },
    level: 'grid',
    roles: ['gridWorker'],
    source: roadHeads,
  },
  {
    key: 'redVest',
    name: { zh: '红马甲志愿者', en: 'Red vest' },
    level: 'grid',
    roles: ['helper'],
    source: redVests,
  },
  {
    key: 'memberOnDuty',
    name: { zh: '报到党员', en: 'Member reporting to the community' },
    level: 'community',
    roles: ['helper'],
    source: members,
  },
  {
    key: 'stationDuty',
    name: { zh: '红驿站值班员', en: 'Station duty officer' },
    level: 'community',
    roles: ['intake'],
    source: stations,
  },
  {
    key: 'gateDuty',
    name: { zh: '卡口值守员', en: 'On duty at a gate' },
    level: 'community',
    roles: ['helper'],
    source: gates,
  },
  { ...usualPosts.communityWorker, source: tiers },
  {
    key: 'unitHandler',
    name: { zh: '联盟单位联络员', en: 'Contact of an alliance unit' },
    level: 'unit',
    roles: ['unitHandler'],
    source: alliance,
  },
  ...countyPosts,
]

export const teams: readonly ServiceTeam[] = [
  // 1+2+N: a leader, two units, and squads of different people.
  {
    key: 'redVests',
    name: { zh: '红马甲服务联队', en: 'Red vests' },
    form: { leaders: 1, deputies: 0, units: 2 },
    source: redVests,
  },
]

const ally = { kind: 'organisation', parent: null, source: alliance } as const

export const units: readonly FoundingUnit[] = [
  {
    ...ally,
    key: 'scenicOffice',
    name: { zh: '景区管理部门', en: 'Scenic area office' },
    kind: 'department',
    supplies: ['visitorGuide', 'visitorHelp'],
  },
  {
    ...ally,
    key: 'volunteerAssociation',
    name: { zh: '县义工协会', en: 'Volunteers association' },
    source: redVests,
  },
  {
    ...ally,
    key: 'propertyOldTown',
    name: { zh: '古城物业（示例）', en: 'Old Town Property (sample)' },
    kind: 'company',
    supplies: ['stairLight', 'propertyLiaison'],
  },
  { ...ally, key: 'shops', name: { zh: '商户联合会（示例）', en: 'Association of shops (sample)' } },
]
