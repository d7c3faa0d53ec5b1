import type { Vocabulary } from '../words.ts'

/** Kinds of campaigns; a place says its own word for one by the label `campaign.<kind>`. */
export const CAMPAIGN_KINDS = {
  doorToDoor: { zh: '敲门行动', en: 'Door to door' },
  walk: { zh: '走访', en: 'Visits' },
  homeVisit: { zh: '民情家访', en: 'Home visits' },
  monthlySurvey: { zh: '每月1号大调研', en: 'Monthly survey' },
  listeningDay: { zh: '倾听日', en: 'Listening day' },
} as const satisfies Vocabulary<string>
export type CampaignKind = keyof typeof CAMPAIGN_KINDS

/** Whom a campaign goes to. */
export const TARGETS = {
  households: { zh: '住户', en: 'Households' },
  companies: { zh: '企业（如物业公司）', en: 'Companies' },
} as const satisfies Vocabulary<string>
export type Targets = keyof typeof TARGETS

/** What became of one visit. */
export const OUTCOMES = {
  met: { zh: '见到了', en: 'Met' },
  notHome: { zh: '没人在家', en: 'Nobody home' },
  refused: { zh: '不愿受访', en: 'Did not wish it' },
  moved: { zh: '已搬走', en: 'Moved away' },
  closed: { zh: '空置无人住', en: 'Empty' },
} as const satisfies Vocabulary<string>
export type Outcome = keyof typeof OUTCOMES

/** Parts of a day in which somebody is likelier to be at home. */
export const DAY_PARTS = {
  morning: { zh: '上午', en: 'Morning' },
  afternoon: { zh: '下午', en: 'Afternoon' },
  evening: { zh: '晚上', en: 'Evening' },
} as const satisfies Vocabulary<string>
export type DayPart = keyof typeof DAY_PARTS

export const QUESTION_KINDS = {
  text: { zh: '填写文字', en: 'Text' },
  choice: { zh: '选一项', en: 'One of several' },
  several: { zh: '可选多项', en: 'Any of several' },
  number: { zh: '填写整数', en: 'Whole number' },
  decimal: { zh: '填写小数', en: 'Decimal number' },
  photo: { zh: '拍照', en: 'Photo' },
  place: { zh: '记下位置', en: 'Place' },
  note: { zh: '只显示一段话', en: 'Words to read, nothing to answer' },
} as const satisfies Vocabulary<string>
export type QuestionKind = keyof typeof QUESTION_KINDS

/** Why a visit or a photo of it is opened by somebody else; the household may be told. */
export const PHOTO_REASONS = {
  visit: { zh: '再次走访', en: 'Another visit' },
  matter: { zh: '办理这一户的事', en: 'A matter of this household' },
  check: { zh: '核对走访记录', en: 'Checking the record' },
} as const satisfies Vocabulary<string>
export type PhotoReason = keyof typeof PHOTO_REASONS

/** How a visit that stands twice is settled. Nothing of it is lost: what was replaced stays in its history. */
export const SETTLE_WAYS = {
  one: { zh: '按其中一份', en: 'One of them holds' },
  both: { zh: '两份都留，算两次走访', en: 'Both hold, as visits of their own' },
  fields: { zh: '逐题选', en: 'Answer by answer' },
} as const satisfies Vocabulary<string>
export type SettleWay = keyof typeof SETTLE_WAYS
