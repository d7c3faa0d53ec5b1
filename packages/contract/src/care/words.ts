import type { Vocabulary, Words } from '../words.ts'

/** What became of one contact. */
export const CONTACT_OUTCOMES = {
  seen: { zh: '见到了', en: 'Met' },
  spoke: { zh: '通过话', en: 'Spoke' },
  notReached: { zh: '没联系上', en: 'Not reached' },
} as const satisfies Vocabulary<string>
export type ContactOutcome = keyof typeof CONTACT_OUTCOMES

export const CONSENT_PATHS = {
  phone: { zh: '在自己手机上', en: 'On their own phone' },
  paper: { zh: '纸上签字', en: 'Signed on paper' },
} as const satisfies Vocabulary<string>
export type ConsentPath = keyof typeof CONSENT_PATHS

export const CARE_ENDINGS = {
  declined: { zh: '本人或监护人没有同意', en: 'It was declined' },
  asked: { zh: '本人或监护人不要了', en: 'The person or the guardian wished it' },
  over: { zh: '到期或不再需要', en: 'It is over' },
  moved: { zh: '搬走了', en: 'Moved away' },
} as const satisfies Vocabulary<string>
export type CareEnding = keyof typeof CARE_ENDINGS
/** What a member of staff may give as the reason. */
export const STAFF_ENDINGS = {
  asked: CARE_ENDINGS.asked,
  over: CARE_ENDINGS.over,
  moved: CARE_ENDINGS.moved,
} as const

/** How one stands to a plan. */
export const CARE_SIDES = {
  mine: { zh: '关爱我的', en: 'For me' },
  ward: { zh: '关爱我孩子的', en: 'For my child' },
  carer: { zh: '我来关爱', en: 'I care' },
  deputy: { zh: '我可以替班', en: 'I stand in' },
  desk: { zh: '我负责这一片', en: 'I answer for the area' },
} as const satisfies Vocabulary<string>
export type CareSide = keyof typeof CARE_SIDES

/**
 * What the cared-for person, or the guardian of a child under fourteen, agrees to. Whoever changes the text raises its
 * version: it is asked for anew under the words that were seen.
 */
export const CARE_CONSENT: { readonly version: number; readonly text: Words; readonly ends: Words } = {
  version: 1,
  text: {
    zh: '同意由写明的人按约定的次数联系、上门或陪伴，并记下何时联系上。不写为什么需要关爱。没联系上时，依次告诉关爱人、替班人和社区，还没联系上就自动点单请人上门看看。只有这些人和您自己看得到，您随时可以停。',
    en: 'The people named here keep in touch as often as agreed and note when they did. Why is written nowhere. When nobody was reached, the carer, the stand-in and the community are told in turn, and at last an order asks somebody to come and look. Only they and you see it, and you may end it at any time.',
  },
  ends: {
    zh: '马上停止联系和提醒；以前的联系记录一年后删除。',
    en: 'Contacts and alarms stop at once; the record of earlier contacts is deleted after a year.',
  },
}
