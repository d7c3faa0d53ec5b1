import type { FoundingUnit, Level, PartyBodyKind, Post, ServiceTeam, Source } from '@linli/contract'
import { usualPosts } from '../house/posts.ts'
import { HOUSE_RULES, XIHU_DOCUMENT } from './sources.ts'

const gridService: Source = { document: XIHU_DOCUMENT, mechanism: '网格管理机制' }
const centres: Source = {
  document: XIHU_DOCUMENT,
  mechanism: '街道（镇）、社区、村三类党群服务中心（12＋130＋13）',
}
const threeHeads: Source = { document: HOUSE_RULES, mechanism: '三长（网格长、楼栋长、单元长）' }

/** The region itself is the root `/`; a path reads `/s01/c03/g12/b5/e2/`. 单元 is `entrance`, because `unit` is 单位. */
export const levels: readonly Level[] = [
  { key: 'street', name: { zh: '街道', en: 'Street' }, prefix: 's', source: centres },
  { key: 'community', name: { zh: '社区', en: 'Community' }, prefix: 'c', source: centres },
  { key: 'grid', name: { zh: '网格', en: 'Grid' }, prefix: 'g', source: gridService },
  { key: 'building', name: { zh: '楼栋', en: 'Building' }, prefix: 'b', source: threeHeads },
  { key: 'entrance', name: { zh: '单元', en: 'Entrance' }, prefix: 'e', source: threeHeads },
]

const commandCentre: Source = {
  document: XIHU_DOCUMENT,
  mechanism: '指挥中心（党委12个，与街道（镇）之数相同，故岗位设在街道）',
}
const regionPost: Source = { document: HOUSE_RULES, mechanism: '全区岗位' }

export const partyBodies: readonly PartyBodyKind[] = [
  {
    key: 'centreCommittee',
    name: { zh: '指挥中心党委', en: 'Party committee of a command centre' },
    level: 'street',
    source: { document: XIHU_DOCUMENT, mechanism: '指挥中心党委12个' },
  },
  {
    key: 'teamBranch',
    name: { zh: '服务队功能型党支部', en: 'Functional party branch of a service team' },
    level: 'street',
    source: { document: XIHU_DOCUMENT, mechanism: '功能型党支部：每支服务队伍一个，共72个' },
  },
]

/** Building and entrance heads are neighbours: they help and order for others, but do not read their building's orders. */
export const posts: readonly Post[] = [
  { ...usualPosts.gridLeader, source: threeHeads },
  {
    key: 'gridWorker',
    name: { zh: '网格员', en: 'Grid worker' },
    level: 'grid',
    roles: ['gridWorker'],
    source: { document: XIHU_DOCUMENT, mechanism: '网格员与老年人、老党员结对帮扶' },
  },
  { ...usualPosts.buildingHead, source: threeHeads },
  { ...usualPosts.entranceHead, source: threeHeads },
  {
    key: 'volunteer',
    name: { zh: '志愿者', en: 'Volunteer' },
    level: 'grid',
    roles: ['helper'],
    source: { document: XIHU_DOCUMENT, mechanism: '六支服务队伍' },
  },
  { ...usualPosts.communityWorker, source: centres },
  {
    key: 'intakeOfficer',
    name: { zh: '指挥中心受理员', en: 'Command centre intake officer' },
    level: 'street',
    roles: ['intake'],
    source: commandCentre,
  },
  {
    key: 'dispatcher',
    name: { zh: '派单员', en: 'Dispatcher' },
    level: 'street',
    roles: ['dispatcher'],
    source: commandCentre,
  },
  {
    key: 'reviewer',
    name: { zh: '审核员', en: 'Reviewer' },
    level: 'street',
    roles: ['reviewer'],
    source: commandCentre,
  },
  {
    key: 'caller',
    name: { zh: '回访员', en: 'Follow-up caller' },
    level: 'street',
    roles: ['caller'],
    source: { document: XIHU_DOCUMENT, mechanism: '五单之回访评单' },
  },
  {
    key: 'publisher',
    name: { zh: '公开审核员', en: 'Publisher' },
    level: 'street',
    roles: ['publisher'],
    source: { document: HOUSE_RULES, mechanism: '晒单须经本人同意并脱敏审核' },
  },
  {
    key: 'regionDuty',
    name: { zh: '区级值班员', en: 'Region duty officer' },
    level: 'region',
    roles: ['intake', 'dispatcher', 'caller'],
    source: { document: HOUSE_RULES, mechanism: '地点不明或须上提一级的单，由区级接手' },
  },
  {
    key: 'regionAdmin',
    name: { zh: '区级管理员', en: 'Region administrator' },
    level: 'region',
    roles: ['regionAdmin'],
    source: regionPost,
  },
  {
    key: 'securityAdmin',
    name: { zh: '安全管理员', en: 'Security administrator' },
    level: 'region',
    roles: ['securityAdmin'],
    source: regionPost,
  },
  {
    key: 'leader',
    name: { zh: '领导', en: 'Leader' },
    level: 'region',
    roles: ['leader'],
    source: regionPost,
  },
  {
    key: 'auditor',
    name: { zh: '审计员', en: 'Auditor' },
    level: 'region',
    roles: ['auditor'],
    source: regionPost,
  },
  {
    key: 'unitHandler',
    name: { zh: '单位承办人', en: 'Unit handler' },
    level: 'unit',
    roles: ['unitHandler'],
    source: { document: XIHU_DOCUMENT, mechanism: '驻地单位共驻共建协议' },
  },
]

const sixTeams: Source = { document: XIHU_DOCUMENT, mechanism: '六支服务队伍' }

export const teams: readonly ServiceTeam[] = [
  { key: 'blockWorkers', name: { zh: '街区工作者队', en: 'Block workers' }, source: sixTeams },
  { key: 'ownersCommittees', name: { zh: '业委会队', en: "Owners' committees" }, source: sixTeams },
  { key: 'propertyCompanies', name: { zh: '物业队', en: 'Property staff' }, source: sixTeams },
  { key: 'socialWorkers', name: { zh: '社会工作者队', en: 'Social workers' }, source: sixTeams },
  { key: 'partyMembers', name: { zh: '党员队', en: 'Party members' }, source: sixTeams },
  { key: 'volunteers', name: { zh: '志愿者队', en: 'Volunteers' }, source: sixTeams },
]

const department: Pick<FoundingUnit, 'kind' | 'parent' | 'source'> = {
  kind: 'department',
  parent: 'commandCentre',
  source: { document: HOUSE_RULES, mechanism: '承办部门（建区时的示例，可增减）' },
}
const company: Pick<FoundingUnit, 'kind' | 'parent' | 'source'> = {
  kind: 'company',
  parent: 'commandCentre',
  source: { document: XIHU_DOCUMENT, mechanism: '六支服务队伍中的物业与签约单位（名称为虚构示例）' },
}
const organisation: Pick<FoundingUnit, 'kind' | 'parent' | 'source'> = {
  kind: 'organisation',
  parent: 'commandCentre',
  source: { document: XIHU_DOCUMENT, mechanism: '引入养老机构与社会组织18家（名称为虚构示例）' },
}

/** The units a new place starts with. Communities' committees come with their areas. */
export const units: readonly FoundingUnit[] = [
  {
    key: 'commandCentre',
    name: { zh: '党群服务365指挥中心', en: 'Service 365 command centre' },
    kind: 'department',
    parent: null,
    source: commandCentre,
  },
  { ...department, key: 'streetOffice', name: { zh: '街道办事处', en: 'Street office' } },
  { ...department, key: 'civilAffairs', name: { zh: '区民政局', en: 'Civil affairs' } },
  { ...department, key: 'humanResources', name: { zh: '区人社局', en: 'Human resources' } },
  { ...department, key: 'medicalInsurance', name: { zh: '区医保局', en: 'Medical insurance' } },
  { ...department, key: 'housing', name: { zh: '区住建局', en: 'Housing and construction' } },
  { ...department, key: 'cityManagement', name: { zh: '区城管局', en: 'City management' } },
  { ...department, key: 'health', name: { zh: '区卫健委', en: 'Health' } },
  { ...department, key: 'education', name: { zh: '区教体局', en: 'Education' } },
  { ...department, key: 'veterans', name: { zh: '区退役军人事务局', en: 'Veterans affairs' } },
  { ...department, key: 'marketSupervision', name: { zh: '区市场监管局', en: 'Market supervision' } },
  { ...department, key: 'justice', name: { zh: '区司法局', en: 'Justice' } },
  { ...department, key: 'police', name: { zh: '公安分局', en: 'Police branch' } },
  { ...department, key: 'fireRescue', name: { zh: '区消防救援大队', en: 'Fire and rescue' } },
  { ...company, key: 'waterCompany', name: { zh: '清源供水公司（示例）', en: 'Qingyuan Water (sample)' } },
  { ...company, key: 'powerCompany', name: { zh: '明路供电公司（示例）', en: 'Minglu Power (sample)' } },
  { ...company, key: 'gasCompany', name: { zh: '蓝焰燃气公司（示例）', en: 'Lanyan Gas (sample)' } },
  {
    ...company,
    key: 'propertyHerun',
    name: { zh: '禾润物业（示例）', en: 'Herun Property (sample)' },
    supplies: ['entranceDoor', 'propertyLiaison'],
  },
  { ...company, key: 'propertyLinan', name: { zh: '邻安物业（示例）', en: 'Linan Property (sample)' } },
  { ...company, key: 'neighbourShop', name: { zh: '邻家便民店（示例）', en: 'Neighbour Shop (sample)' } },
  { ...organisation, key: 'disabledFederation', name: { zh: '区残联', en: "Disabled persons' federation" } },
  { ...organisation, key: 'healthCentre', name: { zh: '社区卫生服务中心', en: 'Community health centre' } },
  {
    ...organisation,
    key: 'elderCare',
    name: { zh: '暖巢养老服务站（示例）', en: 'Nuanchao Elder Care (sample)' },
  },
  {
    ...organisation,
    key: 'childCare',
    name: { zh: '小荷儿童服务社（示例）', en: 'Xiaohe Child Service (sample)' },
  },
]
