import type { Vocabulary } from '../words.ts'

/** What a redraw is, told from what ends and what begins. */
export const REDRAWS = {
  move: { zh: '调整范围', en: 'Move' },
  split: { zh: '拆分', en: 'Split' },
  merge: { zh: '合并', en: 'Merger' },
} as const satisfies Vocabulary<string>
export type RedrawKind = keyof typeof REDRAWS
