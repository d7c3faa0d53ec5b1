import type { FoundingUnit, Level, PartyBodyKind, Post, ServiceTeam } from '@linli/contract'
import { districtPosts, usualPosts } from '../house/posts.ts'
import {
  crisis,
  gates,
  partners,
  premises,
  records,
  reporting,
  saturday,
  skillTeams,
  twoPrograms,
} from './sources.ts'

/** A path reads `/s01/c03/g12/b5/e2/`. */
export const levels: readonly Level[] = [
  { key: 'street', name: { zh: '街道', en: 'Street' }, prefix: 's', source: skillTeams },
  { key: 'community', name: { zh: '社区', en: 'Community' }, prefix: 'c', source: records },
  { key: 'grid', name: { zh: '责任区', en: 'Zone' }, prefix: 'g', source: crisis },
  { key: 'building', name: { zh: '楼栋', en: 'Building' }, prefix: 'b', source: records },
  { key: 'entrance', name: { zh: '单元', en: 'Entrance' }, prefix: 'e', source: records },
]

export const partyBodies: readonly PartyBodyKind[] = [
  {
    key: 'temporaryBranch',
    name: { zh: '临时党支部', en: 'Temporary party branch' },
    level: 'community',
    source: crisis,
  },
]

export const posts: readonly Post[] = [
  {
    key: 'memberOnDuty',
    name: { zh: '报到党员', en: 'Member reporting to the community' },
    level: 'community',
    roles: ['helper'],
    source: reporting,
  },
  { ...usualPosts.gridWorker, source: crisis },
  { ...usualPosts.volunteer, source: skillTeams },
  {
    key: 'gateDuty',
    name: { zh: '卡口值守员', en: 'On duty at a gate' },
    level: 'community',
    roles: ['helper'],
    source: gates,
  },
  { ...usualPosts.communityWorker, source: twoPrograms },
  {
    key: 'streetOfficer',
    name: { zh: '街道党建干部', en: 'Street officer' },
    level: 'street',
    roles: ['intake', 'dispatcher'],
    source: skillTeams,
  },
  {
    key: 'unitHandler',
    name: { zh: '共建单位联络员', en: 'Contact of a partner unit' },
    level: 'unit',
    roles: ['unitHandler'],
    source: saturday,
  },
  ...districtPosts,
]

const team = { source: skillTeams } as const

export const teams: readonly ServiceTeam[] = [
  { ...team, key: 'repair', name: { zh: '水电维修队', en: 'Repairs' } },
  { ...team, key: 'patrol', name: { zh: '治安巡逻队', en: 'Patrols' } },
  { ...team, key: 'health', name: { zh: '医疗保健队', en: 'Health' } },
  { ...team, key: 'law', name: { zh: '法律援助队', en: 'Legal aid' } },
  { ...team, key: 'culture', name: { zh: '文化宣传队', en: 'Culture' } },
  { key: 'crisis', name: { zh: '党员突击队', en: 'Crisis team' }, source: crisis },
]

const partner = { kind: 'department', parent: null, source: partners } as const

export const units: readonly FoundingUnit[] = [
  {
    ...partner,
    key: 'provincialOffices',
    name: { zh: '省机关事务管理局', en: 'Provincial offices administration' },
    source: premises,
  },
  { ...partner, key: 'civilAffairs', name: { zh: '区民政局', en: 'Civil affairs' } },
  { ...partner, key: 'housing', name: { zh: '区房管局', en: 'Housing' }, supplies: ['propertyLiaison'] },
  { ...partner, key: 'construction', name: { zh: '区城建局', en: 'Construction' }, supplies: ['roadDamage'] },
  { ...partner, key: 'cityManagement', name: { zh: '区城管局', en: 'City management' } },
]
