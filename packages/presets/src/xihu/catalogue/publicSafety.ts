import type { CatalogueItem } from '@linli/contract'
import { publicList } from '../sources.ts'

const hazard = {
  list: 'public',
  kind: 'help',
  urgency: 'prompt',
  grabbable: false,
  automatic: false,
  skill: null,
  homeEntry: false,
  evidence: ['afterPhoto'],
  photoNeedsPlace: true,
  source: publicList,
} as const satisfies Partial<CatalogueItem>

/** Settled by talking and by procedure; no photo proves it. */
const matter = {
  ...hazard,
  urgency: 'ordinary',
  evidence: ['contact'],
  photoNeedsPlace: false,
} as const satisfies Partial<CatalogueItem>

/** 平安与居住: hazards, disputes, law and property management (12 of 49). */
export const publicSafety: readonly CatalogueItem[] = [
  {
    ...matter,
    key: 'gasSmell',
    unit: 'gasCompany',
    urgency: 'emergency',
    name: { zh: '燃气异味', en: 'Smell of gas' },
    alias: ['闻到煤气味', '燃气泄漏', '漏气'],
  },
  {
    ...matter,
    key: 'trappedInLift',
    unit: 'fireRescue',
    urgency: 'emergency',
    name: { zh: '电梯困人', en: 'Trapped in a lift' },
    alias: ['困在电梯里', '电梯门打不开', '关在电梯'],
  },
  {
    ...hazard,
    key: 'fireLane',
    unit: 'fireRescue',
    name: { zh: '消防通道堵塞', en: 'Blocked fire lane' },
    alias: ['消防通道停车', '楼道堆杂物', '安全出口锁了'],
  },
  {
    ...hazard,
    key: 'unsafeCharging',
    unit: 'fireRescue',
    name: { zh: '电动车违规充电', en: 'Unsafe charging of e-bikes' },
    alias: ['飞线充电', '电瓶车上楼', '楼道充电'],
  },
  {
    ...hazard,
    key: 'fallingObjects',
    unit: 'police',
    evidence: ['contact'],
    photoNeedsPlace: false,
    name: { zh: '高空抛物隐患', en: 'Objects falling from height' },
    alias: ['楼上扔东西', '外墙掉砖', '花盆要掉'],
  },
  {
    ...hazard,
    key: 'illegalBuilding',
    unit: 'cityManagement',
    urgency: 'complex',
    name: { zh: '违章搭建', en: 'Illegal building' },
    alias: ['违建', '楼顶搭棚', '私搭乱建'],
  },
  {
    ...hazard,
    key: 'unsafeHouse',
    unit: 'housing',
    urgency: 'complex',
    name: { zh: '房屋安全隐患', en: 'Unsafe house' },
    alias: ['墙裂了', '房子漏雨', '危房'],
  },
  {
    ...matter,
    key: 'parking',
    unit: null,
    name: { zh: '停车秩序管理', en: 'Parking' },
    alias: ['没地方停车', '车堵门口', '乱停车', '占车位'],
  },
  {
    ...matter,
    key: 'mediation',
    unit: 'justice',
    urgency: 'complex',
    name: { zh: '邻里纠纷调解', en: 'Mediation between neighbours' },
    alias: ['邻居吵架', '漏水扯皮', '请人评理'],
  },
  {
    ...matter,
    key: 'legalAid',
    unit: 'justice',
    kind: 'consultation',
    name: { zh: '法律援助咨询', en: 'Legal aid' },
    alias: ['想打官司', '找律师', '欠薪讨要'],
  },
  {
    ...matter,
    key: 'fraudAdvice',
    unit: 'police',
    urgency: 'prompt',
    kind: 'consultation',
    name: { zh: '防诈骗咨询', en: 'Advice on fraud' },
    alias: ['被骗了', '诈骗电话', '不敢转账'],
  },
  {
    ...matter,
    key: 'propertyComplaint',
    unit: 'housing',
    kind: 'complaint',
    name: { zh: '物业服务投诉', en: 'Complaint about property management' },
    alias: ['物业不管', '物业费太高', '保安不在'],
  },
]
