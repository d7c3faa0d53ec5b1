import type { FoundingUnit, Level, PartyBodyKind, Post, ServiceTeam } from '@linli/contract'
import { countyPosts, usualPosts } from '../house/posts.ts'
import {
  buildingHeads,
  doctors,
  grids,
  members,
  partners,
  redProperty,
  selfManaged,
  stations,
  threePlusN,
} from './sources.ts'

/** A path reads `/c03/g12/b5/`: communities of the town, grids, buildings. */
export const levels: readonly Level[] = [
  { key: 'community', name: { zh: '社区', en: 'Community' }, prefix: 'c', source: threePlusN },
  { key: 'grid', name: { zh: '网格', en: 'Grid' }, prefix: 'g', source: grids },
  { key: 'building', name: { zh: '楼栋', en: 'Building' }, prefix: 'b', source: buildingHeads },
]

export const partyBodies: readonly PartyBodyKind[] = [
  {
    key: 'communityCommittee',
    name: { zh: '社区党委', en: 'Party committee of a community' },
    level: 'community',
    source: threePlusN,
  },
  {
    key: 'gridGroup',
    name: { zh: '网格党小组', en: 'Party group of a grid' },
    level: 'grid',
    source: grids,
  },
]

export const posts: readonly Post[] = [
  { ...usualPosts.gridWorker, source: grids },
  { ...usualPosts.gridLeader, source: grids },
  {
    key: 'honoraryGridLeader',
    name: { zh: '名誉网格长', en: 'Honorary grid leader' },
    level: 'grid',
    roles: ['helper'],
    source: doctors,
  },
  {
    key: 'buildingHead',
    name: { zh: '党员楼栋长', en: 'Building head' },
    level: 'building',
    roles: ['helper'],
    source: buildingHeads,
  },
  { ...usualPosts.volunteer, source: members },
  { ...usualPosts.communityWorker, source: threePlusN },
  {
    key: 'unitHandler',
    name: { zh: '共建单位联络员', en: 'Contact of a partner unit' },
    level: 'unit',
    roles: ['unitHandler'],
    source: partners,
  },
  ...countyPosts,
]

export const teams: readonly ServiceTeam[] = [
  { key: 'rainbow', name: { zh: '彩虹志愿服务队', en: 'Rainbow volunteers' }, source: stations },
  { key: 'members', name: { zh: '在职党员服务队', en: 'Members in service' }, source: members },
]

const partner = { kind: 'department', parent: null, source: partners } as const

export const units: readonly FoundingUnit[] = [
  { ...partner, key: 'finance', name: { zh: '县财政局', en: 'Finance' }, supplies: ['parkingSpace'] },
  { ...partner, key: 'commerce', name: { zh: '县商务局', en: 'Commerce' } },
  { ...partner, key: 'tax', name: { zh: '县税务局', en: 'Tax' } },
  {
    ...partner,
    key: 'housing',
    name: { zh: '县住建局', en: 'Housing and construction' },
    source: redProperty,
  },
  {
    key: 'compoundOwners',
    name: { zh: '小区业委会（示例）', en: 'Owners committee (sample)' },
    kind: 'organisation',
    parent: null,
    supplies: ['stairLight', 'entranceDoor', 'greenCare'],
    source: selfManaged,
  },
  {
    key: 'propertyHibiscus',
    name: { zh: '木槿物业（示例）', en: 'Hibiscus Property (sample)' },
    kind: 'company',
    parent: 'housing',
    supplies: ['propertyLiaison'],
    source: redProperty,
  },
]
