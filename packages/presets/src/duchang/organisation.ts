import type { FoundingUnit, Level, PartyBodyKind, Post, ServiceTeam, Source } from '@linli/contract'
import { usualPosts } from '../house/posts.ts'
import { DUCHANG_DOCUMENT, HOUSE_RULES } from './sources.ts'

const townDispatch: Source = { document: DUCHANG_DOCUMENT, mechanism: '网格闭环：网格发现后由乡镇派单' }
const station: Source = {
  document: DUCHANG_DOCUMENT,
  mechanism: '红色驿站（城市社区13个，常住居民10.6万人）',
}
const microGrid: Source = {
  document: DUCHANG_DOCUMENT,
  mechanism: '微网格93个，每个三百至五百户，一名专职加若干兼职',
}
const branches: Source = {
  document: DUCHANG_DOCUMENT,
  mechanism: '微支部：楼栋党小组572个，网格党支部93个，中心户长1800余名',
}

/** A path reads `/t01/c03/g12/b5/`: there is no level below the building, and the town dispatches. */
export const levels: readonly Level[] = [
  { key: 'town', name: { zh: '镇', en: 'Town' }, prefix: 't', source: townDispatch },
  { key: 'community', name: { zh: '社区', en: 'Community' }, prefix: 'c', source: station },
  { key: 'grid', name: { zh: '网格', en: 'Grid' }, prefix: 'g', source: microGrid },
  { key: 'building', name: { zh: '楼栋', en: 'Building' }, prefix: 'b', source: branches },
]

/** 微支部: branches of the grids and groups of the buildings. */
export const partyBodies: readonly PartyBodyKind[] = [
  {
    key: 'gridBranch',
    name: { zh: '网格党支部', en: 'Party branch of a grid' },
    level: 'grid',
    source: branches,
  },
  {
    key: 'buildingGroup',
    name: { zh: '楼栋党小组', en: 'Party group of a building' },
    level: 'building',
    source: branches,
  },
]

const fiveSteps: Source = { document: DUCHANG_DOCUMENT, mechanism: '点对点帮扶的点、派、接、晒、评' }
const supervised: Source = { document: DUCHANG_DOCUMENT, mechanism: '限时办结，有人督办，有人回访' }
const companyBranches: Source = {
  document: DUCHANG_DOCUMENT,
  mechanism: '物业企业党组织全覆盖（企业党支部8个，选派党建指导员16名）',
}
const countyPost: Source = { document: HOUSE_RULES, mechanism: '全县岗位' }

export const posts: readonly Post[] = [
  {
    key: 'gridWorker',
    name: { zh: '专职网格员', en: 'Full-time grid worker' },
    level: 'grid',
    roles: ['gridWorker'],
    source: microGrid,
  },
  {
    key: 'partTimeGridWorker',
    name: { zh: '兼职网格员', en: 'Part-time grid worker' },
    level: 'grid',
    roles: ['helper'],
    source: microGrid,
  },
  {
    key: 'hubHousehold',
    name: { zh: '党员中心户长', en: 'Head of a hub household' },
    level: 'building',
    roles: ['helper'],
    source: branches,
  },
  {
    key: 'memberOnDuty',
    name: { zh: '报到党员', en: 'Member reporting to the community' },
    level: 'grid',
    roles: ['helper'],
    source: { document: DUCHANG_DOCUMENT, mechanism: '在职党员1648名下沉网格' },
  },
  {
    key: 'volunteer',
    name: { zh: '志愿者', en: 'Volunteer' },
    level: 'grid',
    roles: ['helper'],
    source: { document: DUCHANG_DOCUMENT, mechanism: '党员志愿服务队73支' },
  },
  {
    key: 'redExemplar',
    name: { zh: '红色达人', en: 'Red exemplar' },
    level: 'community',
    roles: ['helper'],
    source: { document: DUCHANG_DOCUMENT, mechanism: '选树红色达人30名' },
  },
  {
    // Sent to the branches of property companies and trained together; the post gives no power over anybody.
    key: 'branchInstructor',
    name: { zh: '党建指导员', en: 'Instructor of company branches' },
    level: 'community',
    roles: ['helper'],
    source: companyBranches,
  },
  { ...usualPosts.communityWorker, source: fiveSteps },
  {
    key: 'stationDuty',
    name: { zh: '驿站值班员', en: 'Station duty officer' },
    level: 'community',
    roles: ['intake'],
    source: { document: DUCHANG_DOCUMENT, mechanism: '社区干部轮流值班，全年不停' },
  },
  {
    key: 'townDispatcher',
    name: { zh: '镇派单员', en: 'Town dispatcher' },
    level: 'town',
    roles: ['intake', 'dispatcher'],
    source: townDispatch,
  },
  {
    key: 'reviewer',
    name: { zh: '审核员', en: 'Reviewer' },
    level: 'town',
    roles: ['reviewer'],
    source: supervised,
  },
  {
    key: 'caller',
    name: { zh: '回访员', en: 'Follow-up caller' },
    level: 'town',
    roles: ['caller'],
    source: supervised,
  },
  {
    key: 'publisher',
    name: { zh: '公开审核员', en: 'Publisher' },
    level: 'town',
    roles: ['publisher'],
    source: fiveSteps,
  },
  {
    key: 'countyDuty',
    name: { zh: '县级值班员', en: 'County duty officer' },
    level: 'region',
    roles: ['intake', 'dispatcher', 'caller'],
    source: countyPost,
  },
  {
    key: 'regionAdmin',
    name: { zh: '县级管理员', en: 'County administrator' },
    level: 'region',
    roles: ['regionAdmin'],
    source: countyPost,
  },
  {
    key: 'securityAdmin',
    name: { zh: '安全管理员', en: 'Security administrator' },
    level: 'region',
    roles: ['securityAdmin'],
    source: countyPost,
  },
  {
    key: 'leader',
    name: { zh: '领导', en: 'Leader' },
    level: 'region',
    roles: ['leader'],
    source: countyPost,
  },
  {
    key: 'auditor',
    name: { zh: '审计员', en: 'Auditor' },
    level: 'region',
    roles: ['auditor'],
    source: countyPost,
  },
  {
    key: 'unitHandler',
    name: { zh: '共建单位联络员', en: 'Contact of a partner unit' },
    level: 'unit',
    roles: ['unitHandler'],
    source: { document: DUCHANG_DOCUMENT, mechanism: '共建单位65个接单' },
  },
]

const partyTeams: Source = { document: DUCHANG_DOCUMENT, mechanism: '党员志愿服务队73支（此处列其所举）' }

export const teams: readonly ServiceTeam[] = [
  { key: 'lakeRed', name: { zh: '鄱湖红志愿服务队', en: 'Poyang Lake Red' }, source: partyTeams },
  { key: 'heartToHeart', name: { zh: '心连心志愿服务队', en: 'Heart to Heart' }, source: partyTeams },
  { key: 'microCharity', name: { zh: '微公益志愿服务队', en: 'Micro Charity' }, source: partyTeams },
  {
    key: 'pioneerRiders',
    name: { zh: '鄱湖红先锋骑手队', en: 'Poyang Lake pioneer riders' },
    source: { document: DUCHANG_DOCUMENT, mechanism: '新就业群体组成的骑手服务队' },
  },
]

type Shared = Pick<FoundingUnit, 'kind' | 'parent' | 'source'>
const gridDepartment: Shared = {
  kind: 'department',
  parent: 'countyCentre',
  source: { document: DUCHANG_DOCUMENT, mechanism: '多网合一：各部门的网格并成一张网' },
}
const partner: Shared = {
  kind: 'department',
  parent: 'countyCentre',
  source: { document: DUCHANG_DOCUMENT, mechanism: '共建单位65个（此处为示例，可增减）' },
}
const company: Shared = {
  kind: 'company',
  parent: 'housing',
  source: { document: DUCHANG_DOCUMENT, mechanism: '红色管家：物业企业党支部8个（名称为虚构示例）' },
}

/** The units a new place starts with, and what each has undertaken to supply. */
export const units: readonly FoundingUnit[] = [
  {
    key: 'countyCentre',
    name: { zh: '县网格化服务中心', en: 'County grid service centre' },
    kind: 'department',
    parent: null,
    source: { document: HOUSE_RULES, mechanism: '承办单位的上级节点' },
  },
  { ...gridDepartment, key: 'civilAffairs', name: { zh: '县民政局', en: 'Civil affairs' } },
  { ...gridDepartment, key: 'cityManagement', name: { zh: '县城管局', en: 'City management' } },
  { ...gridDepartment, key: 'petitions', name: { zh: '县信访局', en: 'Petition office' } },
  { ...gridDepartment, key: 'marketSupervision', name: { zh: '县市场监管局', en: 'Market supervision' } },
  { ...gridDepartment, key: 'health', name: { zh: '县卫健委', en: 'Health' } },
  { ...gridDepartment, key: 'emergency', name: { zh: '县应急管理局', en: 'Emergency management' } },
  {
    ...partner,
    key: 'housing',
    name: { zh: '县住建局', en: 'Housing and construction' },
    source: { document: DUCHANG_DOCUMENT, mechanism: '住建局下设物业行业党支部' },
  },
  { ...partner, key: 'humanResources', name: { zh: '县人社局', en: 'Human resources' } },
  { ...partner, key: 'medicalInsurance', name: { zh: '县医保局', en: 'Medical insurance' } },
  { ...partner, key: 'police', name: { zh: '县公安局', en: 'Police' } },
  {
    ...partner,
    key: 'politicalLegal',
    name: { zh: '县委政法委', en: 'Political and legal committee' },
    supplies: ['legalAdvice', 'neighbourDispute'],
    source: { document: DUCHANG_DOCUMENT, mechanism: '政法机关党员进社区圆微心愿' },
  },
  {
    ...partner,
    key: 'womenFederation',
    name: { zh: '县妇联', en: "Women's federation" },
    kind: 'organisation',
    supplies: ['familyEducation', 'wishStudyDesk'],
    source: { document: DUCHANG_DOCUMENT, mechanism: '妇联进社区宣讲家庭教育' },
  },
  {
    ...company,
    key: 'propertyLakeside',
    name: { zh: '湖畔物业（示例）', en: 'Lakeside Property (sample)' },
    supplies: ['entranceDoor', 'stairLight', 'propertyLiaison', 'liftFault', 'greenCare'],
  },
  {
    ...company,
    key: 'propertyState',
    name: { zh: '县属兜底物业（示例）', en: 'County fallback property (sample)' },
    supplies: ['propertyLiaison', 'stairLight'],
    source: { document: DUCHANG_DOCUMENT, mechanism: '国有物业服务企业兜底（名称为虚构示例）' },
  },
  {
    ...company,
    key: 'dandelionShop',
    name: { zh: '蒲公英便民超市（示例）', en: 'Dandelion shop (sample)' },
    parent: 'countyCentre',
    source: { document: DUCHANG_DOCUMENT, mechanism: '两新组织与社区结对共建（名称为虚构示例）' },
  },
]
