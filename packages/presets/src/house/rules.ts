import type { OfferRule, OfferWave, PointsRule, RedemptionRule, Source } from '@linli/contract'
import { HOUSE_RULES } from './sources.ts'

const widening: Source = { document: HOUSE_RULES, mechanism: '接单分波扩围：先近后远' }

/** Neighbours of the grid first, then the community. */
export const waves: readonly OfferWave[] = [
  { wave: 1, level: 'grid', source: widening },
  { wave: 2, level: 'community', source: widening },
]

/** 4.5 km an hour on foot. */
export const offers: OfferRule = {
  shortagePercent: 150,
  shortageLeast: 3,
  walkMetresPerMinute: 75,
  seconds: 5,
  source: {
    document: HOUSE_RULES,
    mechanism: '待接的单多于空闲志愿者一倍半时，算一份搭配建议给值班员看，由人来定',
  },
}

export const redemption: RedemptionRule = {
  holdHours: 24,
  remindHours: 2,
  codeDigits: 8,
  source: { document: HOUSE_RULES, mechanism: '兑换预留一天，到期前两小时提醒，逾期退回积分和数量' },
}

/** Ten points for a deed, at most six a day, at most five orders a week between the same two people. */
export const deed = {
  key: 'deed',
  name: { zh: '帮一次忙', en: 'One deed' },
  amount: 10,
  postsOn: ['solved'],
  dailyCap: 60,
  pairWeeklyCap: 5,
} as const satisfies Omit<PointsRule, 'appliesTo' | 'source'>
