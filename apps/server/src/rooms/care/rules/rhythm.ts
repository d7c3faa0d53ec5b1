import type { CareRhythm } from '@linli/contract'
import type { ContactOutcome } from '@linli/contract/care/words'

const DAY = 86_400_000
/** The house's clock: eight hours ahead of UTC, without summer time. */
const AHEAD = 8 * 3_600_000
const MINUTE = 60_000

const startOfDay = (at: number): number => Math.floor((at + AHEAD) / DAY) * DAY - AHEAD
const dayOf = (at: number): Date => new Date(at + AHEAD)

/** The last day of the day, week (to Sunday) or month that a moment lies in, as the moment its day begins. */
function lastDay(every: CareRhythm['every'], at: number): number {
  const start = startOfDay(at)
  if (every === 'day') return start
  const local = dayOf(at)
  if (every === 'week') return start + ((7 - local.getUTCDay()) % 7) * DAY
  return Date.UTC(local.getUTCFullYear(), local.getUTCMonth() + 1, 0) - AHEAD
}

/** When the contact of the period that a moment lies in is due. Moments in milliseconds. */
export function dueIn({ every, by }: Pick<CareRhythm, 'every' | 'by'>, at: number): number {
  const [hours = 0, minutes = 0] = by.split(':').map(Number)
  return lastDay(every, at) + (hours * 60 + minutes) * MINUTE
}

/** When the contact after the one that was made at a moment is due: in the next day, week or month. */
export const dueAfter = (rhythm: Pick<CareRhythm, 'every' | 'by'>, at: number): number =>
  dueIn(rhythm, lastDay(rhythm.every, at) + DAY)

/** When the first contact of a plan is due: of a period that is over for today, the next. */
export function firstDue(rhythm: Pick<CareRhythm, 'every' | 'by'>, from: number, now: number): number {
  const due = dueIn(rhythm, Math.max(from, now))
  return due > now ? due : dueAfter(rhythm, now)
}

/** Whether a contact makes a rhythm done: meeting in person is a contact, too; a talk is no visit. */
export function fulfils(
  wanted: Pick<CareRhythm, 'key' | 'needs'>,
  made: { readonly rhythm: string; readonly outcome: ContactOutcome },
): boolean {
  if (made.outcome === 'notReached') return false
  if (wanted.needs === 'contact') return true
  return made.outcome === 'seen' && made.rhythm === wanted.key
}

/** When the next one is told after `step` of them were; null once the order is placed. */
export function nextTold({ tells }: Pick<CareRhythm, 'tells'>, due: number, step: number): number | null {
  const minutes = tells[step]
  return minutes === undefined ? null : due + minutes * MINUTE
}
