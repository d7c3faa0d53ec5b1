import { badRequest } from './refusal.ts'

const DAY = 86_400_000
const MOST_DAYS = 90
const W3C = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2})(:\d{2}(?:\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/

/**
 * A moment as W3C writes it, with its zone; a day alone is a day of China. A client that did not encode the plus sign
 * sends a space in its place.
 * @throws badRequest
 */
export function momentOf(name: string, written: string): Date {
  const match = W3C.exec(written.trim().replace(/ (\d{2}:\d{2})$/, '+$1'))
  const [, day, minutes = '00:00', seconds = ':00', zone = '+08:00'] = match ?? []
  const moment = new Date(`${day}T${minutes}${seconds}${zone.toUpperCase()}`)
  if (!match || Number.isNaN(moment.getTime()))
    throw badRequest(
      `${name} 要写成带时区的时间，例如 2026-11-22T08:00:00+08:00。`,
      `${name} must be a date and time with its zone, such as 2026-11-22T08:00:00+08:00.`,
    )
  return moment
}

/**
 * The span that is asked for: at most 90 days, and from one end where the other is left out.
 * @param days how far back it reaches where neither end is said
 * @throws badRequest
 */
export function windowOf(
  start: string | undefined,
  end: string | undefined,
  now: Date,
  days = MOST_DAYS,
): { from: Date; to: Date } {
  const from = start === undefined ? undefined : momentOf('start_date', start)
  const to = end === undefined ? undefined : momentOf('end_date', end)
  const most = MOST_DAYS * DAY
  if (from && to) {
    if (from > to) throw badRequest('start_date 在 end_date 之后。', 'start_date is after end_date.')
    if (to.getTime() - from.getTime() > most)
      throw badRequest('一次最多查 90 天。', 'start_date and end_date may not be more than 90 days apart.')
    return { from, to }
  }
  if (from) return { from, to: new Date(from.getTime() + most) }
  const last = to ?? now
  return { from: new Date(last.getTime() - (to ? most : days * DAY)), to: last }
}

/** A moment as the specification writes it, by China's clock. */
export const w3c = (instant: string | null): string | null =>
  instant && `${new Date(new Date(instant).getTime() + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`
