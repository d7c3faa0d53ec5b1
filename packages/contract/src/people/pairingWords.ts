import type { Vocabulary } from '../words.ts'

/** What a rule of pairing is about. */
export const PAIRED = {
  households: { zh: '户', en: 'households' },
  members: { zh: '名党员', en: 'members' },
  units: { zh: '个单位', en: 'units' },
} as const satisfies Vocabulary<string>
