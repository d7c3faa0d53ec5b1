import type { OrderView } from '@linli/contract/orders/shapes'
import sql, { type Sql } from 'sql-template-tag'
import type { RunningClock } from '../rules/facts.ts'
import { leftOf, type TimeUnit, unknownYears, type WorkCalendar } from '../rules/workTime.ts'

type Clock = OrderView['clocks'][number]
export type ReadClock = RunningClock &
  Pick<Clock, 'clock' | 'unit' | 'unitName' | 'firstDueAt' | 'late'> & {
    readonly pausedAt: string | null
    readonly stoppedAt: string | null
  }

/** Every clock of an order `o`, the oldest first. */
export const ALL_CLOCKS: Sql = sql`
  (select coalesce(json_agg(json_build_object('clock', c.clock, 'unitId', c.unit_id, 'unitName', (select u.name->>'zh' from units u where u.region_id = c.region_id and u.id = c.unit_id), 'amount', c.amount, 'unit', c.unit, 'startedAt', c.started_at, 'dueAt', c.due_at, 'firstDueAt', c.first_due_at,
      'pausedAt', case when c.stopped_at is null then c.paused_at end, 'stoppedAt', c.stopped_at, 'late', coalesce(c.stopped_at, c.paused_at, app_now()) > c.due_at) order by c.started_at), '[]')
    from order_clocks c where c.region_id = o.region_id and c.order_id = o.id)`

/** A clock as its readers see it: what is left in the time it is counted in, and whether its end is a guess. */
export function toClock(clock: ReadClock, now: number, calendar: WorkCalendar): Clock {
  const { stoppedAt, pausedAt, late, firstDueAt, amount, unit, startedAt, dueAt } = clock
  const due = Date.parse(dueAt)
  const since = pausedAt ? Date.parse(pausedAt) : now
  const left = stoppedAt ? null : leftOf(due, unit, since, calendar)
  const years = stoppedAt ? [] : unknownYears(Date.parse(startedAt), due, unit, calendar)
  return {
    clock: clock.clock,
    unitName: clock.unitName,
    amount,
    unit,
    startedAt,
    dueAt,
    firstDueAt,
    pausedAt,
    stoppedAt,
    late,
    left: left && { amount: left.amount, unit: leftUnit(left.unit) },
    unknownYear: years[0] ?? null,
  }
}

const leftUnit = (unit: TimeUnit) => (unit === 'workDay' || unit === 'workMinute' ? unit : 'minute')
