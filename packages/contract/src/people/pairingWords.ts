import type { Vocabulary } from '../words.ts'

/** What a rule of pairing is about. */
export const PAIRED = {
  households: { zh: '户', en: 'households' },
  members: { zh: '名党员', en: 'members' },
  units: { zh: '个单位', en: 'units' },
} as const satisfies Vocabulary<string>

/** How often a pair keeps in touch, as whoever planned it promised. A promise to the household; nobody counts whether it was kept. */
export const CONTACT_EVERY = {
  week: { zh: '每周联系一次', en: 'once a week' },
  month: { zh: '每月联系一次', en: 'once a month' },
  quarter: { zh: '每季度联系一次', en: 'once a quarter' },
} as const satisfies Vocabulary<string>
export type ContactEvery = keyof typeof CONTACT_EVERY
