import type { Vocabulary } from '../words.ts'

/** 没有问到的原因: why a wave does not ask a helper. Each is a rule; none of them weighs a person. */
export const LEFT_OUT = {
  area: { zh: '不在这一拨的范围里', en: 'Outside the area of this wave' },
  skill: { zh: '没有核实过的技能', en: 'No verified skill' },
  homeEntry: { zh: '没有入户资质', en: 'No home-entry clearance' },
  leave: { zh: '请了假', en: 'On leave' },
  night: { zh: '夜里没有选接单', en: 'Not opted in to the night' },
  hours: { zh: '不在服务时段', en: 'Outside the hours' },
  quota: { zh: '手上的单已满', en: 'Quota reached' },
} as const satisfies Vocabulary<string>
export type LeftOut = keyof typeof LEFT_OUT

/** What became of a wave that asked somebody or did not. */
export const OFFER_ENDS = {
  open: { zh: '还在等人接', en: 'Still open' },
  claimed: { zh: '别的邻居先接了', en: 'Claimed by somebody else' },
  assigned: { zh: '值班员派给了别人', en: 'Given to somebody by the desk' },
  ended: { zh: '不用再接了', en: 'No longer needed' },
} as const satisfies Vocabulary<string>
export type OfferEnd = keyof typeof OFFER_ENDS

/** Why a pair is proposed when helpers are short. */
export const PAIR_REASONS = {
  nearest: { zh: '离得最近', en: 'the nearest' },
  leastWay: { zh: '合起来走路最少', en: 'least way in all' },
  longestWait: { zh: '等得最久', en: 'has waited longest' },
  skill: { zh: '有核实过的技能', en: 'verified skill' },
  homeEntry: { zh: '有入户资质', en: 'home-entry clearance' },
  paired: { zh: '结了对', en: 'paired' },
  free: { zh: '手上没有单', en: 'no open order' },
} as const satisfies Vocabulary<string>
export type PairReason = keyof typeof PAIR_REASONS
