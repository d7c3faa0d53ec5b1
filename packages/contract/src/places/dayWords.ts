import type { Vocabulary } from '../words.ts'

export type DayKind = 'holiday' | 'workday'
export const DAY_KINDS = {
  holiday: { zh: '放假', en: 'Day off' },
  workday: { zh: '调休上班', en: 'Worked weekend day' },
} as const satisfies Vocabulary<DayKind>

/** `plain`: what its weekday says. */
export type DaySetting = DayKind | 'plain'
export const DAY_SETTINGS = {
  ...DAY_KINDS,
  plain: { zh: '照常（按星期几）', en: 'As its weekday says' },
} as const satisfies Vocabulary<DaySetting>
