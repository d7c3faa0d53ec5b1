import type { PointsRule, RedemptionRule, RewardRow } from '@linli/contract'
import { DUCHANG_DOCUMENT, HOUSE_RULES } from './sources.ts'

/** The document names dandelion points and prints no amounts; all of them are the house's choice. */
const dandelion = {
  postsOn: ['solved'],
  dailyCap: 120,
  pairWeeklyCap: 5,
  source: { document: DUCHANG_DOCUMENT, mechanism: '红色蒲公英积分管理（未载分值，取邻里通用规则）' },
} as const satisfies Partial<PointsRule>

/** The item outranks its list. Wishes, worries and errands earn; what a grid worker closes alone earns nothing. */
export const points: readonly PointsRule[] = [
  {
    ...dandelion,
    key: 'wish',
    appliesTo: 'wish',
    amount: 20,
    name: { zh: '圆一个微心愿', en: 'One wish fulfilled' },
  },
  {
    ...dandelion,
    key: 'worry',
    appliesTo: 'worry',
    amount: 30,
    name: { zh: '解一件忧心事', en: 'One worry solved' },
  },
  {
    ...dandelion,
    key: 'riderDelivery',
    appliesTo: 'riderDelivery',
    amount: 10,
    name: { zh: '骑手顺路代送一次', en: 'One delivery on the way' },
  },
]

const shelf = {
  kind: 'goods',
  merchant: 'dandelionShop',
  base: 0,
  source: { document: DUCHANG_DOCUMENT, mechanism: '蒲公英积分兑换（货架、分值与结算价为示例）' },
} as const satisfies Partial<RewardRow>

export const rewards: readonly RewardRow[] = [
  {
    ...shelf,
    key: 'towel',
    name: { zh: '毛巾一条', en: 'A towel' },
    points: 40,
    stock: 100,
    fen: 800,
    monthlyLimit: 2,
  },
  {
    ...shelf,
    key: 'riceBag',
    name: { zh: '大米一袋（5千克）', en: 'Rice, 5 kg' },
    points: 150,
    stock: 60,
    fen: 3000,
    monthlyLimit: 1,
  },
]

export const redemption: RedemptionRule = {
  holdHours: 24,
  remindHours: 2,
  codeDigits: 8,
  source: { document: HOUSE_RULES, mechanism: '兑换预留一天，到期前两小时提醒，逾期退回积分和数量' },
}
