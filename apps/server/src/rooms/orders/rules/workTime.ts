import type { DayKind } from '@linli/contract/places/dayWords'

/** Minutes of a day, from and to: `[510, 720]` is half past eight to noon. */
export type Window = readonly [from: number, to: number]
/** What is worked on each weekday, Monday first; a day without windows is free. */
export type Week = readonly (readonly Window[])[]

/** A length of time as limits are written. `workMinute`: what is left of a limit in working time, never a limit itself. */
export type TimeUnit = 'minute' | 'workMinute' | 'workHour' | 'workDay' | 'day'
export type Length = { readonly amount: number; readonly unit: TimeUnit }

export type WorkCalendar = {
  /** The windows of a day of the region, in milliseconds since 1970; days are counted from 1970-01-01. */
  windowsOf(day: number): readonly Window[]
  /** Years whose public holidays are known. In any other every weekday is worked: a due time there is a guess. */
  readonly years: ReadonlySet<number>
  /** Working time of a usual day, in milliseconds. */
  readonly dayLength: number
}

const MINUTE = 60_000
export const DAY = 86_400_000
/** Asia/Shanghai: no summer time since 1991. */
const OFFSET = 8 * 3_600_000
/** So far a search goes: a calendar with no working day for so long is a mistake. */
const MOST_DAYS = 3660

export const dayOf = (at: number): number => Math.floor((at + OFFSET) / DAY)
const midnightOf = (day: number): number => day * DAY - OFFSET
export const keyOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10)
export const yearOf = (at: number): number => new Date(at + OFFSET).getUTCFullYear()
/** 0 is Monday: 1970-01-01 was a Thursday. */
const weekdayOf = (day: number): number => (((day + 3) % 7) + 7) % 7

/**
 * The working calendar of a region or of one of its units. A weekend day that is worked in another's place is worked
 * like the first weekday that is worked at all.
 */
export function workCalendar(
  week: Week,
  days: ReadonlyMap<string, DayKind>,
  years: ReadonlySet<number>,
): WorkCalendar {
  const usual = week.find((windows) => windows.length > 0) ?? []
  const known = new Map<number, readonly Window[]>()
  const windowsOf = (day: number): readonly Window[] => {
    const before = known.get(day)
    if (before) return before
    const kind = days.get(keyOf(day))
    const own = week[weekdayOf(day)] ?? []
    const worked = kind === 'holiday' ? [] : kind === 'workday' && own.length === 0 ? usual : own
    const start = midnightOf(day)
    const windows = worked.map(([from, to]) => [start + from * MINUTE, start + to * MINUTE] as const)
    known.set(day, windows)
    return windows
  }
  const dayLength = usual.reduce((sum, [from, to]) => sum + (to - from) * MINUTE, 0)
  return { windowsOf, years, dayLength }
}

/** The working windows from an instant on, the one it lies in cut at it. @throws when none comes for ten years */
function* windowsFrom(at: number, { windowsOf }: WorkCalendar): Generator<Window, never> {
  const first = dayOf(at)
  for (let day = first; day < first + MOST_DAYS; day += 1)
    for (const [from, to] of windowsOf(day)) if (to > at) yield [Math.max(from, at), to]
  throw new Error('the working calendar has no working time for ten years')
}

/** The Nth working day after the one given. */
function workDayAfter(day: number, amount: number, { windowsOf }: WorkCalendar): number {
  let left = amount
  for (let next = day + 1; next < day + MOST_DAYS; next += 1)
    if (windowsOf(next).length > 0) {
      left -= 1
      if (left <= 0) return next
    }
  throw new Error('the working calendar has no working day for ten years')
}

const endOf = (windows: readonly Window[]): number => windows.at(-1)?.[1] ?? 0

function afterWorking(start: number, length: number, calendar: WorkCalendar): number {
  let left = length
  for (const [from, to] of windowsFrom(start, calendar)) {
    if (to - from >= left) return from + left
    left -= to - from
  }
  return start
}

/**
 * When something that begins now is due. Minutes and days run by the clock; work hours inside windows only; a work day
 * ends with the last window of the Nth working day after the one it began on.
 */
export function dueAfter(start: number, { amount, unit }: Length, calendar: WorkCalendar): number {
  if (unit === 'minute') return start + amount * MINUTE
  if (unit === 'day') return start + amount * DAY
  if (unit === 'workDay')
    return endOf(calendar.windowsOf(workDayAfter(dayOf(start), Math.max(1, amount), calendar)))
  return afterWorking(start, amount * (unit === 'workHour' ? 60 : 1) * MINUTE, calendar)
}

/** Working time between two instants, in milliseconds; none when the second is not later. */
export function workingTimeBetween(from: number, to: number, { windowsOf }: WorkCalendar): number {
  let total = 0
  for (let day = dayOf(from); day <= dayOf(to); day += 1)
    for (const [start, end] of windowsOf(day)) total += Math.max(0, Math.min(end, to) - Math.max(start, from))
  return total
}

export const workingMinutesBetween = (from: number, to: number, calendar: WorkCalendar): number =>
  Math.ceil(workingTimeBetween(from, to, calendar) / MINUTE)

/** Working days after the day of the first instant, up to and with the day of the second. */
export function workDaysBetween(from: number, to: number, { windowsOf }: WorkCalendar): number {
  let count = 0
  for (let day = dayOf(from) + 1; day <= dayOf(to); day += 1) if (windowsOf(day).length > 0) count += 1
  return count
}

/** The instant that lies so much working time before another. */
export function workingTimeBefore(at: number, length: number, { windowsOf }: WorkCalendar): number {
  let left = length
  for (let day = dayOf(at); day > dayOf(at) - MOST_DAYS; day -= 1)
    for (const [from, to] of [...windowsOf(day)].reverse()) {
      const end = Math.min(to, at)
      if (end <= from) continue
      if (end - from >= left) return end - left
      left -= end - from
    }
  throw new Error('the working calendar has no working time for ten years')
}

export const isWorking = (unit: TimeUnit): boolean => unit !== 'minute' && unit !== 'day'

/** What happened to a running limit: it stood still, or it was made longer. Instants in milliseconds. */
export type LimitChange =
  | { readonly pause: readonly [from: number, to: number] }
  | { readonly extend: Length }

/** What is left of a limit that stops running: work days and working minutes, or minutes by the clock. */
export function leftOf(due: number, unit: TimeUnit, at: number, calendar: WorkCalendar): Length {
  if (due <= at) return { amount: 0, unit: 'minute' }
  if (!isWorking(unit)) return { amount: Math.ceil((due - at) / MINUTE), unit: 'minute' }
  const days = unit === 'workDay' ? workDaysBetween(at, due, calendar) : 0
  if (days > 0) return { amount: days, unit: 'workDay' }
  return { amount: workingMinutesBetween(at, due, calendar), unit: 'workMinute' }
}

/**
 * When a limit is due that stood still: as many days, or as much working time, as were left when it stopped, and of a
 * limit in work days never less working time than that. A limit that was over already stays over.
 */
export function afterPause(
  due: number,
  unit: TimeUnit,
  [from, to]: readonly [from: number, to: number],
  calendar: WorkCalendar,
): number {
  if (due <= from || to <= from) return due
  if (!isWorking(unit)) return due + (to - from)
  const left = workingTimeBetween(from, due, calendar)
  if (unit !== 'workDay') return afterWorking(to, left, calendar)
  const days = workDaysBetween(from, due, calendar)
  // Paused on its last day: what was left of that day is left.
  return days > 0 ? dueAfter(to, { amount: days, unit }, calendar) : afterWorking(to, left, calendar)
}

/**
 * When a limit is due after all that happened to it. Everything is kept and counted anew, so that neither a new limit
 * nor a new calendar loses a pause or an extension.
 */
export const dueOf = (
  start: number,
  limit: Length,
  changes: readonly LimitChange[],
  calendar: WorkCalendar,
): number =>
  changes.reduce(
    (due, change) =>
      'extend' in change
        ? dueAfter(due, change.extend, calendar)
        : afterPause(due, limit.unit, change.pause, calendar),
    dueAfter(start, limit, calendar),
  )

/** Years that a limit in working time touches and whose days are not known: its due time is a guess then. */
export function unknownYears(start: number, due: number, unit: TimeUnit, { years }: WorkCalendar): number[] {
  if (!isWorking(unit)) return []
  const found: number[] = []
  for (let year = yearOf(start); year <= yearOf(due); year += 1) if (!years.has(year)) found.push(year)
  return found
}

/**
 * When something is due that begins at a moment not known to the millisecond: up to and with `until` (undefined: from
 * then on) it is due at an instant, or so many milliseconds after its beginning.
 */
export type DuePiece = { readonly until?: string } & ({ readonly at: number } | { readonly after: number })

/** A command is written within so many milliseconds of its look at the database's clock. */
const HORIZON = 600_000
const AHEAD = 2000

/**
 * The due time as a function of the beginning, for any beginning within ten minutes of `now`. A command computes here and
 * is written a few milliseconds later by the database's own clock: at the edge of a window or of a day that is another
 * due time, and the database takes the piece that fits.
 */
export function duePieces(now: number, limit: Length, calendar: WorkCalendar): readonly DuePiece[] {
  const { unit } = limit
  if (!isWorking(unit)) return [{ after: dueAfter(0, limit, calendar) }]
  const pieces: DuePiece[] = []
  // A look that ran ahead of the database's clock by some milliseconds is met too.
  for (let at = now - AHEAD; ; ) {
    const due = dueAfter(at, limit, calendar)
    const { until, slides } = unit === 'workDay' ? tillMidnight(at) : tillEdge(at, due, calendar)
    const piece = slides ? { after: due - at } : { at: due }
    if (until >= now + HORIZON) return [...pieces, piece]
    const edge = new Date(until).toISOString()
    // The new day begins at midnight itself; the database counts microseconds.
    pieces.push({ ...piece, until: unit === 'workDay' ? edge.replace('Z', '999Z') : edge })
    at = until + 1
  }
}

const tillMidnight = (at: number) => ({ until: midnightOf(dayOf(at) + 1) - 1, slides: false })

/** Inside a window the due time slides along until one of the two reaches its window's end; outside it stands. */
function tillEdge(at: number, due: number, { windowsOf }: WorkCalendar) {
  const inside = (instant: number) =>
    windowsOf(dayOf(instant)).find(([from, to]) => from <= instant && instant < to)
  const mine = inside(at)
  if (!mine) {
    const later = [...windowsOf(dayOf(at)), ...windowsOf(dayOf(at) + 1)].find(([from]) => from > at)
    return { until: later?.[0] ?? midnightOf(dayOf(at) + 1), slides: false }
  }
  const end = windowsOf(dayOf(due)).find(([from, to]) => from < due && due <= to)?.[1] ?? due
  return { until: at + Math.min(mine[1] - at, end - due), slides: true }
}

/** What the pieces say of a beginning, in milliseconds (fractions are microseconds). */
export function dueByPieces(pieces: readonly DuePiece[], start: number): number {
  const fits = pieces.find(({ until }) => until === undefined || start <= microsOf(until) / 1000)
  if (!fits) throw new Error('the last piece has no end')
  return 'at' in fits ? fits.at : start + fits.after
}

/** ISO time with up to six decimals as microseconds. */
const microsOf = (iso: string): number => {
  const [whole = '', decimals = '0'] = iso.replace('Z', '').split('.')
  return Date.parse(`${whole}Z`) * 1000 + Number(decimals.padEnd(6, '0'))
}
