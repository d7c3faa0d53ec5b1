import type { CatalogueItem } from '@linli/contract'
import { socialList } from '../sources.ts'

/** What a neighbour may do: claimed by helpers, in the home. */
const neighbourly = {
  list: 'social',
  kind: 'help',
  urgency: 'ordinary',
  grabbable: true,
  automatic: true,
  skill: null,
  homeEntry: true,
  evidence: ['contact'],
  unit: null,
  photoNeedsPlace: false,
  source: socialList,
} as const satisfies Partial<CatalogueItem>

/** What belongs to a trained institution: dispatched, never claimed. */
const professional = {
  ...neighbourly,
  grabbable: false,
  automatic: false,
  unit: 'elderCare',
} as const satisfies Partial<CatalogueItem>

/** 照护与健康: care of the old, the sick and the disabled (16 of 52). */
export const socialCare: readonly CatalogueItem[] = [
  {
    ...neighbourly,
    key: 'haircut',
    skill: 'haircutting',
    name: { zh: '上门理发', en: 'Haircut at home' },
    alias: ['剪头发', '剃头', '出不了门理发'],
  },
  {
    ...neighbourly,
    key: 'hospitalCompanion',
    homeEntry: false,
    name: { zh: '陪诊', en: 'Go along to hospital' },
    alias: ['陪看病', '陪去医院', '一个人看病'],
  },
  {
    ...neighbourly,
    key: 'nailCare',
    skill: 'nursing',
    name: { zh: '修剪指甲与足部护理', en: 'Nail and foot care' },
    alias: ['剪指甲', '修脚', '剪脚趾甲'],
  },
  {
    ...neighbourly,
    key: 'homeCleaning',
    name: { zh: '居家保洁', en: 'House cleaning' },
    alias: ['打扫卫生', '擦窗户', '搞卫生'],
  },
  {
    ...neighbourly,
    key: 'friendlyVisit',
    name: { zh: '探访聊天', en: 'A friendly visit' },
    alias: ['陪我说话', '一个人闷', '看看老人'],
  },
  {
    ...neighbourly,
    key: 'bloodPressure',
    skill: 'nursing',
    name: { zh: '上门量血压血糖', en: 'Blood pressure and sugar check' },
    alias: ['量血压', '测血糖', '头晕量一下'],
  },
  {
    ...neighbourly,
    key: 'elderUnwell',
    urgency: 'emergency',
    name: { zh: '老人摔倒或不适', en: 'An elder has fallen or feels ill' },
    alias: ['摔倒了', '起不来', '不舒服'],
  },
  {
    ...neighbourly,
    key: 'elderUnreachable',
    urgency: 'prompt',
    name: { zh: '联系不上老人请上门看看', en: 'Look in on an elder who does not answer' },
    alias: ['电话没人接', '敲门不应', '老人没消息'],
  },
  {
    ...professional,
    key: 'homeCheckup',
    unit: 'healthCentre',
    name: { zh: '上门体检', en: 'Health check at home' },
    alias: ['免费体检', '老年人体检', '健康档案'],
  },
  {
    ...professional,
    key: 'homeNursing',
    unit: 'healthCentre',
    name: { zh: '上门护理', en: 'Nursing at home' },
    alias: ['换药', '打针', '换尿管', '压疮护理'],
  },
  {
    ...professional,
    key: 'rehabilitation',
    unit: 'healthCentre',
    name: { zh: '康复指导', en: 'Rehabilitation' },
    alias: ['中风康复', '康复训练', '按摩理疗'],
  },
  {
    ...professional,
    key: 'bathing',
    name: { zh: '助浴', en: 'Help with bathing' },
    alias: ['帮洗澡', '擦身', '卧床洗澡'],
  },
  {
    ...professional,
    key: 'dayCare',
    homeEntry: false,
    name: { zh: '日间照料', en: 'Day care' },
    alias: ['白天托老', '老人没人看', '日托'],
  },
  {
    ...professional,
    key: 'canteen',
    homeEntry: false,
    name: { zh: '老年助餐登记', en: 'Meals for elders' },
    alias: ['老年食堂', '助餐点', '老人吃饭'],
  },
  {
    ...professional,
    key: 'respiteCare',
    name: { zh: '短时替换照护', en: 'Respite care' },
    alias: ['喘息服务', '替我看护', '照顾不过来'],
  },
  {
    ...professional,
    key: 'equipmentLoan',
    homeEntry: false,
    unit: 'disabledFederation',
    name: { zh: '轮椅拐杖借用', en: 'Lend a wheelchair or crutches' },
    alias: ['借轮椅', '借拐杖', '护理床'],
  },
]
