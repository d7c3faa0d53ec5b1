import type { Words } from '@linli/contract'
import type { CalendarYear, DayEffects } from '@linli/contract/places/dayEndpoints'
import type { DaySetting } from '@linli/contract/places/dayWords'
import sql, { type Sql } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'
import { maskName } from '../../../kernel/policy/mask.ts'
import { STATUTORY } from '../rules/knownYears.ts'

/** Two corrections of a region follow one another: their versions are numbered. */
export const lockDays = (region: number): Sql =>
  sql`select pg_advisory_xact_lock(hashtext('linli.days'), ${region}::int)`

/** The place's own word on a day takes the place of what stood there, also where it says `plain`. */
export const setDayStatements = (
  region: number,
  id: string,
  day: string,
  kind: DaySetting,
  name: Words,
): readonly Sql[] => {
  const source = { document: '本地日历', mechanism: '工作台改的放假和调休' }
  const body = { key: day, kind, name, source, position: Number(day.replaceAll('-', '')) }
  return [
    sql`update policy_versions set to_at = app_now() where region_id = ${region} and kind = 'day' and key = ${day} and to_at is null`,
    sql`insert into policy_versions (region_id, id, kind, key, version, origin, body, from_at)
      values (${region}, ${id}, 'day', ${day},
        (select coalesce(max(version), 0) + 1 from policy_versions where region_id = ${region} and kind = 'day' and key = ${day}),
        'place', ${JSON.stringify(body)}::jsonb, app_now())`,
  ]
}

type Found = Row & { day: string; kind: DaySetting; name: Words; isOwn: boolean }

/** The days of a year that are not what their weekday says, what the place changed, and the years of which it knows the public holidays. */
export async function daysOfYear(
  db: Database,
  scope: Scope,
  year: number,
  isSaidWho: boolean,
): Promise<CalendarYear> {
  const { region } = scope
  const [days, changes, years] = await Promise.all([
    db.read<Found>(
      scope,
      sql`select key as day, body ->> 'kind' as kind, body -> 'name' as name, origin = 'place' as "isOwn" from policy_versions
        where region_id = ${region} and kind = 'day' and to_at is null and key like ${`${year}-%`} order by key`,
    ),
    db.read<Row & { day: string; kind: DaySetting; name: Words; at: string; by: string | null }>(
      systemScope(region),
      sql`select v.key as day, v.body ->> 'kind' as kind, v.body -> 'name' as name, v.from_at as at,
          (select p.name from audit_entries e join people p on p.region_id = e.region_id and p.id = e.person_id
            where e.region_id = v.region_id and e.subject_id is null and e.at = v.from_at and e.action = 'setDay' and e.facts ->> 'day' = v.key) as by
        from policy_versions v where v.region_id = ${region} and v.kind = 'day' and v.origin = 'place' order by v.from_at desc, v.key limit 50`,
    ),
    db.read<Row & { year: number }>(
      scope,
      sql`select left(key, 4)::int as year from policy_versions
        where region_id = ${region} and kind = 'day' and to_at is null and body ->> 'kind' = 'holiday'
        group by 1 having count(*) >= ${STATUTORY} order by 1`,
    ),
  ])
  return {
    items: days.flatMap(({ kind, ...day }) => (kind === 'plain' ? [] : [{ ...day, kind }])),
    changes: changes.map(({ kind, by, ...change }) => ({
      ...change,
      kind: kind === 'plain' ? null : kind,
      by: isSaidWho ? maskName(by) : null,
    })),
    years: years.map(({ year: one }) => one),
  }
}

/** What stands on a day already: open stations without hours of their own for it, duties in force, activities. */
export async function effectsOf(db: Database, scope: Scope, day: string): Promise<DayEffects> {
  const { region } = scope
  const from = sql`${day}::date::timestamp at time zone 'Asia/Shanghai'`
  const to = sql`(${day}::date + 1)::timestamp at time zone 'Asia/Shanghai'`
  const [row] = await db.read<Row & DayEffects>(
    scope,
    sql`select
      (select count(*)::int from stations s where s.region_id = ${region} and s.closed_at is null
        and not exists (select from jsonb_array_elements(s.hours -> 'days') one where one ->> 'day' = ${day})) as stations,
      (select count(*)::int from rosters r join duties d on d.region_id = r.region_id and d.roster_id = r.id
        where r.region_id = ${region} and r.from_on <= ${day}::date and r.to_on >= ${day}::date and d.accepted
          and d.starts_at >= ${from} and d.starts_at < ${to}) as duties,
      (select count(*)::int from activities a where a.region_id = ${region} and a.state <> 'calledOff'
        and a.starts_at >= ${from} and a.starts_at < ${to}) as activities`,
  )
  return row ?? { stations: 0, duties: 0, activities: 0 }
}
