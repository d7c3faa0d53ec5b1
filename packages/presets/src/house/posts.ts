import type { Post, Source } from '@linli/contract'
import { HOUSE_RULES } from './sources.ts'

const office: Source = { document: HOUSE_RULES, mechanism: '全县（区）岗位' }
const region = { level: 'region', source: office } as const

/** Who works for the whole county, in every place whose document names nobody else for it. */
export const countyPosts: readonly Post[] = [
  {
    ...region,
    key: 'countyDuty',
    name: { zh: '县级值班员', en: 'County duty officer' },
    roles: ['intake', 'dispatcher', 'caller'],
  },
  { ...region, key: 'reviewer', name: { zh: '审核员', en: 'Reviewer' }, roles: ['reviewer'] },
  { ...region, key: 'caller', name: { zh: '回访员', en: 'Follow-up caller' }, roles: ['caller'] },
  { ...region, key: 'publisher', name: { zh: '公开审核员', en: 'Publisher' }, roles: ['publisher'] },
  {
    ...region,
    key: 'regionAdmin',
    name: { zh: '县级管理员', en: 'County administrator' },
    roles: ['regionAdmin'],
  },
  {
    ...region,
    key: 'securityAdmin',
    name: { zh: '安全管理员', en: 'Security administrator' },
    roles: ['securityAdmin'],
  },
  { ...region, key: 'leader', name: { zh: '领导', en: 'Leader' }, roles: ['leader'] },
  { ...region, key: 'auditor', name: { zh: '审计员', en: 'Auditor' }, roles: ['auditor'] },
]

const ofDistrict: { readonly [key: string]: Post['name'] } = {
  countyDuty: { zh: '区级值班员', en: 'District duty officer' },
  regionAdmin: { zh: '区级管理员', en: 'District administrator' },
}

/** The same posts in a district of a city. */
export const districtPosts: readonly Post[] = countyPosts.map((post) => ({
  ...post,
  name: ofDistrict[post.key] ?? post.name,
}))

/** Posts that many places have under the same name and for the same work; each place's row adds the document it stands in. */
export const usualPosts = {
  communityWorker: {
    key: 'communityWorker',
    name: { zh: '社区工作者', en: 'Community worker' },
    level: 'community',
    roles: ['intake', 'dispatcher'],
  },
  gridLeader: {
    key: 'gridLeader',
    name: { zh: '网格长', en: 'Grid leader' },
    level: 'grid',
    roles: ['gridWorker'],
  },
  gridWorker: {
    key: 'gridWorker',
    name: { zh: '网格员', en: 'Grid worker' },
    level: 'grid',
    roles: ['gridWorker'],
  },
  buildingHead: {
    key: 'buildingHead',
    name: { zh: '楼栋长', en: 'Building head' },
    level: 'building',
    roles: ['helper'],
  },
  entranceHead: {
    key: 'entranceHead',
    name: { zh: '单元长', en: 'Entrance head' },
    level: 'entrance',
    roles: ['helper'],
  },
  volunteer: {
    key: 'volunteer',
    name: { zh: '志愿者', en: 'Volunteer' },
    level: 'grid',
    roles: ['helper'],
  },
} as const satisfies { readonly [key: string]: Omit<Post, 'source'> }
