import type { CatalogueItem } from '@linli/contract'
import { publicList } from '../sources.ts'

/** A repair in the open: photos before and after, at the place, show that it was done. */
const repair = {
  list: 'public',
  kind: 'help',
  urgency: 'ordinary',
  grabbable: false,
  automatic: false,
  skill: null,
  homeEntry: false,
  evidence: ['beforePhoto', 'afterPhoto'],
  photoNeedsPlace: true,
  source: publicList,
} as const satisfies Partial<CatalogueItem>

/** A supply that came back: a word with the resident proves more than a picture. */
const supply = {
  ...repair,
  urgency: 'prompt',
  evidence: ['contact'],
  photoNeedsPlace: false,
} as const satisfies Partial<CatalogueItem>

/** 公共设施: lamps, roads, pipes, lifts and what stands in the compound (13 of 49). */
export const publicFacilities: readonly CatalogueItem[] = [
  {
    ...repair,
    key: 'streetLamp',
    unit: 'cityManagement',
    name: { zh: '路灯不亮', en: 'Street lamp out' },
    alias: ['路灯坏了', '楼下太黑', '灯杆歪了'],
  },
  {
    ...repair,
    key: 'manholeCover',
    unit: 'cityManagement',
    urgency: 'prompt',
    name: { zh: '井盖缺损', en: 'Manhole cover missing or broken' },
    alias: ['井盖没了', '窨井盖松动', '井盖响'],
  },
  {
    ...repair,
    key: 'roadDamage',
    unit: 'cityManagement',
    name: { zh: '路面破损', en: 'Damaged road' },
    alias: ['路上有坑', '人行道砖翘了', '路不平'],
  },
  {
    ...repair,
    key: 'roadFlooding',
    unit: 'cityManagement',
    urgency: 'prompt',
    name: { zh: '路面积水', en: 'Flooded road' },
    alias: ['下雨淹水', '路上积水', '排水不畅'],
  },
  {
    ...repair,
    key: 'blockedSewer',
    unit: 'cityManagement',
    name: { zh: '公共下水道堵塞', en: 'Blocked public sewer' },
    alias: ['污水冒出来', '化粪池满了', '下水井堵了'],
  },
  {
    ...supply,
    key: 'waterOutage',
    unit: 'waterCompany',
    name: { zh: '停水报修', en: 'No water' },
    alias: ['没水了', '水压低', '水管爆了'],
  },
  {
    ...supply,
    key: 'powerOutage',
    unit: 'powerCompany',
    name: { zh: '停电报修', en: 'No power' },
    alias: ['没电了', '老跳闸', '电线掉了'],
  },
  {
    ...supply,
    key: 'gasOutage',
    unit: 'gasCompany',
    name: { zh: '停气报修', en: 'No gas' },
    alias: ['没气了', '煤气打不着', '燃气表坏了'],
  },
  {
    ...supply,
    key: 'liftFault',
    unit: 'marketSupervision',
    name: { zh: '电梯故障', en: 'Lift out of order' },
    alias: ['电梯坏了', '电梯晃', '电梯停用'],
  },
  {
    ...repair,
    key: 'entranceDoor',
    unit: null,
    name: { zh: '单元门与门禁损坏', en: 'Broken entrance door' },
    alias: ['单元门关不上', '门禁刷不开', '对讲坏了'],
  },
  {
    ...repair,
    key: 'publicToilet',
    unit: 'cityManagement',
    name: { zh: '公厕管护', en: 'Public toilet' },
    alias: ['公厕脏', '公厕没水', '厕所坏了'],
  },
  {
    ...repair,
    key: 'barrierFree',
    unit: 'cityManagement',
    name: { zh: '无障碍设施维护', en: 'Step-free access' },
    alias: ['轮椅上不去', '盲道被占', '坡道坏了'],
  },
  {
    ...repair,
    key: 'fitnessEquipment',
    unit: 'education',
    name: { zh: '健身器材维修', en: 'Outdoor fitness equipment' },
    alias: ['健身器坏了', '秋千断了', '器材松动'],
  },
]
