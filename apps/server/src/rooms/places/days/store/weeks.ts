import type { Words, WorkWeek } from '@linli/contract'
import type { WeekDays, Weeks } from '@linli/contract/places/dayEndpoints'
import sql, { type Sql } from 'sql-template-tag'
import { systemScope } from '../../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../../kernel/db/database.ts'
import type { Scope } from '../../../../kernel/db/scope.ts'
import { newId } from '../../../../kernel/ids.ts'
import { maskName } from '../../../../kernel/policy/mask.ts'

type Found = Row & {
  key: string
  unitName: Words | null
  days: WorkWeek['days'] | null
  isOwn: boolean
  isNow: boolean
  at: string
  by: string | null
}

const toDays = (days: WorkWeek['days']): WeekDays =>
  days.map((windows) => windows.map(([from, to]) => ({ from, to })))

/** The working hours of the region and of units with hours of their own, and who changed them. */
export async function weeksOf(
  db: Database,
  { region }: Scope,
  isSaidWho: boolean,
  mayChange: boolean,
): Promise<Weeks> {
  const [rows, [count]] = await Promise.all([
    db.read<Found>(
      systemScope(region),
      sql`select v.key, u.name as "unitName", v.body -> 'days' as days, v.origin = 'place' as "isOwn", v.to_at is null as "isNow", v.from_at as at,
          (select p.name from audit_entries e join people p on p.region_id = e.region_id and p.id = e.person_id
            where e.region_id = v.region_id and e.subject_id is null and e.at = v.from_at and e.action = 'setWeek' and e.facts ->> 'key' = v.key) as by
        from policy_versions v left join units u on u.region_id = v.region_id and u.id::text = v.key
        where v.region_id = ${region} and v.kind = 'week' order by v.from_at desc limit 200`,
    ),
    mayChange
      ? db.read<Row & { limits: number }>(
          systemScope(region),
          sql`select count(*)::int as limits from order_clocks where region_id = ${region} and stopped_at is null and unit in ('workHour', 'workDay')`,
        )
      : Promise.resolve([]),
  ])
  const items = rows.flatMap(({ key, unitName, days, isOwn, isNow }) =>
    isNow && days ? [{ key, unitName, days: toDays(days), isOwn }] : [],
  )
  return {
    items: items.sort((a, b) => Number(b.key === 'region') - Number(a.key === 'region')),
    changes: rows
      .filter(({ isOwn }) => isOwn)
      .map(({ key, unitName, days, at, by }) => ({
        key,
        unitName,
        at,
        days: days && toDays(days),
        by: isSaidWho ? maskName(by) : null,
      })),
    limits: count?.limits ?? null,
  }
}

/** The place's own hours take the place of what stood there; none: a unit goes by the region's again. */
export const weekStatements = (region: number, key: string, body: object): readonly Sql[] => [
  sql`update policy_versions set to_at = app_now() where region_id = ${region} and kind = 'week' and key = ${key} and to_at is null`,
  sql`insert into policy_versions (region_id, id, kind, key, version, origin, body, from_at)
    values (${region}, ${newId()}, 'week', ${key},
      (select coalesce(max(version), 0) + 1 from policy_versions where region_id = ${region} and kind = 'week' and key = ${key}),
      'place', ${JSON.stringify(body)}::jsonb, app_now())`,
]

/** Whether the unit is there and open. */
export async function isOpenUnit(db: Database, scope: Scope, id: string): Promise<boolean> {
  const rows = await db.read<Row>(
    scope,
    sql`select id from units where region_id = ${scope.region} and id = ${id}::uuid and closed_at is null`,
  )
  return rows.length > 0
}
