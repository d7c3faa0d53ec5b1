import type { RedemptionRule, RewardRow } from '@linli/contract'
import { HOUSE_RULES, XIHU_DOCUMENT, YIHUANG_DOCUMENT } from './sources.ts'

/** The document names redeeming and prints no price: what a thing costs in points is the house's choice, about one visit (99) for 10 yuan. */
const shelf = {
  base: 0,
  source: { document: XIHU_DOCUMENT, mechanism: '积分兑单（货架、分值与结算价为示例，由本地与商户约定）' },
} as const satisfies Partial<RewardRow>

/** A company's own contract: 100 points lower the fee by 1 yuan, and only points above the base do. */
const feeOffset = {
  kind: 'feeOffset',
  points: 100,
  stock: null,
  fen: 100,
  base: 1000,
  monthlyLimit: 50,
  source: {
    document: YIHUANG_DOCUMENT,
    mechanism: '小区居民积分：超出基数的部分抵扣物业费（基数与每分1分钱为示例，以物业公司合同为准）',
  },
} as const satisfies Partial<RewardRow>

/** A small shelf to begin with. Nothing that anybody has a right to stands on it: public services cost no points. */
export const rewards: readonly RewardRow[] = [
  {
    ...shelf,
    key: 'eggs',
    kind: 'goods',
    name: { zh: '鸡蛋一盒（10枚）', en: 'A box of 10 eggs' },
    merchant: 'neighbourShop',
    points: 99,
    stock: 200,
    fen: 990,
    monthlyLimit: 4,
  },
  {
    ...shelf,
    key: 'washingPowder',
    kind: 'goods',
    name: { zh: '洗衣粉一袋（1千克）', en: 'Washing powder, 1 kg' },
    merchant: 'neighbourShop',
    points: 120,
    stock: 100,
    fen: 1200,
    monthlyLimit: 2,
  },
  {
    ...shelf,
    key: 'thermosCup',
    kind: 'goods',
    name: { zh: '保温杯一只', en: 'A thermos cup' },
    merchant: 'neighbourShop',
    points: 300,
    stock: 50,
    fen: 3000,
    monthlyLimit: 1,
  },
  {
    ...shelf,
    key: 'knifeSharpening',
    kind: 'service',
    name: { zh: '磨刀一把（物业服务台）', en: 'A knife sharpened at the property desk' },
    merchant: 'propertyHerun',
    points: 50,
    stock: null,
    fen: 500,
    monthlyLimit: 2,
  },
  {
    ...feeOffset,
    key: 'feeOffsetHerun',
    name: { zh: '抵扣物业费1元（禾润物业）', en: '1 yuan off the property fee (Herun)' },
    merchant: 'propertyHerun',
  },
  {
    ...feeOffset,
    key: 'feeOffsetLinan',
    name: { zh: '抵扣物业费1元（邻安物业）', en: '1 yuan off the property fee (Linan)' },
    merchant: 'propertyLinan',
  },
]

export const redemption: RedemptionRule = {
  holdHours: 24,
  remindHours: 2,
  codeDigits: 8,
  source: { document: HOUSE_RULES, mechanism: '兑换预留一天，到期前两小时提醒，逾期退回积分和数量' },
}
