import type { Words } from '@linli/contract'

const ZONE = 8 * 3_600_000 // every region of the house keeps Beijing time
const WEEKDAYS: readonly Words[] = [
  { zh: '周日', en: 'Sunday' },
  { zh: '周一', en: 'Monday' },
  { zh: '周二', en: 'Tuesday' },
  { zh: '周三', en: 'Wednesday' },
  { zh: '周四', en: 'Thursday' },
  { zh: '周五', en: 'Friday' },
  { zh: '周六', en: 'Saturday' },
]
const NO_WORDS: Words = { zh: '', en: '' }

/** The day of a moment by Beijing's clock, `2026-10-01`. */
export const dayOf = (at: Date): string => new Date(at.getTime() + ZONE).toISOString().slice(0, 10)

/** The day so many days after another. */
export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** What Beijing's clock shows at a moment, `08:30`. */
export const clockOf = (at: string): string => new Date(Date.parse(at) + ZONE).toISOString().slice(11, 16)

/** From when to when, as it stands on a door: 08:30–12:00, 18:00–24:00, 20:00–次日 06:00, 24 小时. */
export function spanWords(from: string, to: string): Words {
  const [begins, ends] = [clockOf(from), clockOf(to)]
  if (begins === '00:00' && ends === '00:00') return { zh: '24 小时', en: '24 hours' }
  if (ends === '00:00') return { zh: `${begins}–24:00`, en: `${begins}–24:00` }
  const isNext = dayOf(new Date(to)) !== dayOf(new Date(from))
  return {
    zh: `${begins}–${isNext ? '次日 ' : ''}${ends}`,
    en: `${begins}–${ends}${isNext ? ' the next day' : ''}`,
  }
}

/** A day as people say it: 今天, 明天, 周五 10月2日. */
export function dayWords(day: string, today: string): Words {
  const distance = (Date.parse(day) - Date.parse(today)) / 86_400_000
  if (distance === 0) return { zh: '今天', en: 'Today' }
  if (distance === 1) return { zh: '明天', en: 'Tomorrow' }
  const at = new Date(`${day}T00:00:00Z`)
  const { zh, en } = WEEKDAYS[at.getUTCDay()] ?? NO_WORDS
  const [month, date] = [at.getUTCMonth() + 1, at.getUTCDate()]
  return { zh: `${zh} ${month}月${date}日`, en: `${en} ${date}/${month}` }
}
