import type { ClockKind, DurationUnit, Transition, Urgency } from '@linli/contract'
import type { OrderFacts, RunningClock } from './facts.ts'

export type Limit = { readonly amount: number; readonly unit: DurationUnit; readonly version: string | null }
/** The place's limit for a clock, an item's own row outranking its urgency's. */
export type LimitOf = (clock: ClockKind, urgency: Urgency, item: string | null) => Limit | undefined

export type ClockStart = { readonly clock: ClockKind; readonly limit: Limit; readonly minutes: number }
export type ClockPlan = {
  readonly stops: readonly ClockKind[]
  readonly resumes: readonly ClockKind[]
  readonly starts: readonly ClockStart[]
  /** Clocks that go on running untouched. */
  readonly remain: readonly RunningClock[]
}

const MINUTES: { readonly [unit in DurationUnit]: number } = {
  minute: 1,
  // Until the working calendar exists a work hour is an hour and a work day is a calendar day; the desk says so.
  workHour: 60,
  workDay: 1440,
  day: 1440,
}

/** The length of a limit in minutes. */
export const minutesOf = ({ amount, unit }: Pick<Limit, 'amount' | 'unit'>): number => amount * MINUTES[unit]

/**
 * What a step does to the clocks. A step that ends the order stops all of them; an unlisted pair of clock and urgency starts none.
 * @param ends whether the step's target state is final
 * @param rework the share of the original limit a new round gets, and its least, in days
 */
export function planClocks(
  order: Pick<OrderFacts, 'urgency' | 'item' | 'clocks'>,
  row: Pick<Transition, 'stops' | 'starts' | 'resumes'>,
  ends: boolean,
  limitOf: LimitOf,
  rework?: { share: number; atLeastDays: number },
): ClockPlan {
  const stops = ends
    ? order.clocks.map(({ clock }) => clock)
    : row.stops.filter((clock) => order.clocks.some((running) => running.clock === clock))
  const starts = ends
    ? []
    : row.starts.flatMap((clock) => {
        const limit = limitOf(clock, order.urgency, order.item)
        if (!limit) return []
        const shortened = rework && clock === 'handle' ? halved(limit, rework) : limit
        return [{ clock, limit: shortened, minutes: minutesOf(shortened) }]
      })
  const gone = new Set<ClockKind>([...stops, ...starts.map(({ clock }) => clock)])
  return {
    stops: [
      ...new Set([
        ...stops,
        ...starts
          .map(({ clock }) => clock)
          .filter((clock) => order.clocks.some((running) => running.clock === clock)),
      ]),
    ],
    resumes: ends ? [] : row.resumes,
    starts,
    remain: order.clocks.filter(({ clock }) => !gone.has(clock)),
  }
}

/** A rework's limit: the share of the original, at least so many days (process table, row 21). */
function halved(limit: Limit, { share, atLeastDays }: { share: number; atLeastDays: number }): Limit {
  const minutes = Math.max(Math.ceil(minutesOf(limit) * share), atLeastDays * 1440)
  return { amount: minutes, unit: 'minute', version: limit.version }
}
