import type { RosterShift } from '@linli/contract/duties/shapes'
import type { DutyKind } from '@linli/contract/insight/coverage'
import sql from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Row } from '../../../kernel/db/database.ts'
import type { DutiesNeeds } from '../needs.ts'
import { isFreeDay } from '../rules/rosterDays.ts'

type Roster = Row & {
  path: string
  kind: DutyKind
  shifts: RosterShift[]
  seats: number
  filled: number
  today: string
}

/** Of every roster in force the seats of the shifts that begin today: how many are wanted, and how many somebody has. */
export async function seatsToday(
  { db, calendar }: Pick<DutiesNeeds, 'db' | 'calendar'>,
  region: number,
): Promise<{ path: string; key: DutyKind; held: number; wanted: number }[]> {
  const [rosters, days] = await Promise.all([
    db.read<Roster>(
      systemScope(region),
      sql`with today as (select (app_now() at time zone 'Asia/Shanghai')::date as day)
        select r.path, case when r.station_id is not null then 'station' when r.purpose = 'crisis' then 'gate' else 'post' end as kind,
          r.shifts, t.day::text as today,
          (select coalesce(sum(p.needed), 0)::int from roster_posts p where p.region_id = r.region_id and p.roster_id = r.id) as seats,
          (select count(*)::int from duties d where d.region_id = r.region_id and d.roster_id = r.id and d.accepted
            and d.starts_at >= t.day::timestamp at time zone 'Asia/Shanghai' and d.starts_at < (t.day + 1)::timestamp at time zone 'Asia/Shanghai') as filled
        from rosters r, today t where r.region_id = ${region} and r.state = 'accepted' and r.closed_at is null and t.day between r.from_on and r.to_on`,
    ),
    calendar(region),
  ])
  return rosters.map(({ path, kind, shifts, seats, filled, today }) => {
    const isFree = isFreeDay(today, days)
    const held = shifts.filter(({ on }) => on === undefined || (on === 'freeDay') === isFree)
    return { path, key: kind, held: filled, wanted: seats * held.length }
  })
}
