import type { Words } from '@linli/contract'
import { WEEKDAYS } from '@linli/contract/people/words'
import type { WeekDays } from '@linli/contract/places/dayEndpoints'
import { readSpans, spansWords, writeSpans } from '../../../stations/desk/hoursText.ts'

type Windows = WeekDays[number]
/** The days of the week, Monday first. */
export const DAY_NAMES: readonly Words[] = [1, 2, 3, 4, 5, 6, 7].map(
  (day) => WEEKDAYS[day as keyof typeof WEEKDAYS],
)
const withDuty = (windows: Windows) => windows.map((window) => ({ ...window, duty: false }))

/** The windows of a day as a clerk writes them. */
export const writeWindows = (windows: Windows): string => writeSpans(withDuty(windows))

/** The week of such texts; undefined where one cannot be read or says that somebody is on duty. */
export function readWeek(texts: readonly string[]): WeekDays | undefined {
  const days = texts.map(readSpans)
  if (
    days.some((spans) => !spans || spans.length > 4 || spans.some(({ duty, to }) => duty || to === '00:00'))
  )
    return undefined
  return days.map((spans) => (spans ?? []).map(({ from, to }) => ({ from, to })))
}

/** Days that follow one another with the same hours as one line: 周一到周五 08:30–12:00 14:30–17:30. */
export function weekLines(days: WeekDays): { readonly days: Words; readonly hours: Words }[] {
  const lines: { first: number; last: number; text: string }[] = []
  for (const [at, windows] of days.entries()) {
    const text = writeWindows(windows)
    const line = lines.at(-1)
    if (line?.text === text) line.last = at
    else lines.push({ first: at, last: at, text })
  }
  return lines.map(({ first, last }) => {
    const windows = days[first] ?? []
    return {
      days: spanOf(DAY_NAMES[first], DAY_NAMES[last]),
      hours: windows.length === 0 ? { zh: '休息', en: 'off' } : spansWords(withDuty(windows)),
    }
  })
}

function spanOf(first: Words | undefined, last: Words | undefined): Words {
  if (!first || !last || first === last) return first ?? { zh: '', en: '' }
  return { zh: `${first.zh}到${last.zh}`, en: `${first.en} to ${last.en}` }
}
