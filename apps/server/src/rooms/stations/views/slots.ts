import type { BookableView, SlotView } from '@linli/contract/stations/shapes'
import sql from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import { notFound } from '../../../kernel/problem.ts'
import type { StationNeeds } from '../needs.ts'
import { dayAfter, dayOf, slotsOf } from '../rules/hours.ts'
import { standingOf } from '../standing.ts'
import { type BookableRow, bookableById } from '../store/stations.ts'

type Asked = { startsAt: string; taken: number; waiting: number }

/** The slots of a day that can still be booked, with what is free; none behind the days it can be booked ahead. Open to everybody. @throws notFound */
export async function listSlots(
  needs: StationNeeds,
  region: number,
  id: string,
  day: string,
): Promise<{ station: string; bookable: BookableView; items: SlotView[] }> {
  const [thing] = await needs.db.read<BookableRow & { asked: Asked[] }>(
    systemScope(region),
    sql`select thing.*, coalesce((select json_agg(json_build_object('startsAt', s.starts_at, 'taken', s.taken, 'waiting', s.waiting)) from booking_slots s
        where s.region_id = ${region} and s.bookable_id = ${id}::uuid and s.starts_at >= ${`${day}T00:00:00+08:00`}::timestamptz
          and s.starts_at < ${`${dayAfter(day, 2)}T00:00:00+08:00`}::timestamptz), '[]') as asked
      from (${bookableById(region, id)}) thing`,
  )
  if (!thing || thing.closed) throw notFound()
  const now = Date.now() + needs.db.shift()
  const { calendar } = await needs.terms(region)
  const asked = new Map(thing.asked.map((one) => [Date.parse(one.startsAt), one]))
  const isAhead = day <= dayAfter(dayOf(now), thing.daysAhead)
  const slots = isAhead ? slotsOf(standingOf(thing), day, thing.minutes, calendar) : []
  const { kind, name, minutes, seats, daysAhead } = thing
  return {
    station: thing.station,
    bookable: { id, kind, name, minutes, seats, daysAhead },
    items: slots
      .filter(({ startsAt }) => startsAt > now && dayOf(startsAt) <= dayAfter(dayOf(now), daysAhead))
      .map(({ startsAt, endsAt }) => ({
        startsAt: new Date(startsAt).toISOString(),
        endsAt: new Date(endsAt).toISOString(),
        free: Math.max(0, seats - (asked.get(startsAt)?.taken ?? 0)),
        waiting: asked.get(startsAt)?.waiting ?? 0,
      })),
  }
}
