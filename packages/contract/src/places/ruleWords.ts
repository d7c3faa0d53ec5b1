import type { Vocabulary } from '../words.ts'

/** What of a place's rules is edited on the desk; days off and working hours have a page of their own. */
export const RULE_KINDS = {
  label: { zh: '本地叫法', en: "The place's own words" },
  list: { zh: '服务清单', en: 'Service lists' },
  item: { zh: '事项', en: 'Catalogue items' },
  clock: { zh: '时限', en: 'Limits' },
  alert: { zh: '提醒和上报', en: 'Warnings' },
  wave: { zh: '接单范围', en: 'Waves of an offer' },
  points: { zh: '积分', en: 'Points' },
  setting: { zh: '其他规定', en: 'Other rules' },
} as const satisfies Vocabulary<string>
export type RuleKind = keyof typeof RULE_KINDS

export const RULE_ORIGINS = {
  preset: { zh: '预设', en: 'Preset' },
  place: { zh: '本地', en: 'The place' },
} as const satisfies Vocabulary<string>
export type RuleOrigin = keyof typeof RULE_ORIGINS

/** What an edit does to orders that are open. */
export const RULE_EFFECTS = {
  moves: { zh: '正在走的时限重算，新旧两个都留着', en: 'Running limits are counted anew; both are kept' },
  keeps: { zh: '没办结的单照原来的办', en: 'Open orders go on as they began' },
  next: { zh: '没办结的单从下一步起照新的', en: 'Open orders follow it from their next step on' },
  none: { zh: '不碰没办结的单', en: 'Open orders are not touched' },
} as const satisfies Vocabulary<string>
export type RuleEffect = keyof typeof RULE_EFFECTS
