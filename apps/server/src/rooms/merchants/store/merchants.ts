import type { AddMerchantBody, ChangeMerchantBody } from '@linli/contract/merchants/shapes'
import type { TrustKind } from '@linli/contract/merchants/words'
import type { Position } from '@linli/contract/stations/shapes'
import sql, { raw, type Sql } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import { newId } from '../../../kernel/ids.ts'

type Written<Body> = Omit<Body, 'position'> & { readonly position: Position }

/** Refuses noArea where no open area has the path, noUnit where the unit is not there. */
export const insertMerchant = (
  region: number,
  body: Written<AddMerchantBody>,
  slug: string,
  unitId: string,
): Sql => sql`
  with added as (
    insert into merchants (region_id, id, slug, unit_id, name, path, address, longitude, latitude, phone, services, step_free, hours, version, added_at)
    select ${region}::int, ${body.id}::uuid, ${slug}, u.id, ${body.name}, a.path, ${body.address}, ${body.position.longitude}::int, ${body.position.latitude}::int,
      ${body.phone}, ${body.services}::text[], ${body.stepFree}::boolean, ${JSON.stringify(body.hours)}::jsonb, 1, app_now()
    from areas a join units u on u.region_id = a.region_id and u.id = ${unitId}::uuid and u.closed_at is null
    where a.region_id = ${region} and a.path = ${body.path} and a.closed_at is null returning 1)
  select refuse(case when exists (select from areas where region_id = ${region} and path = ${body.path} and closed_at is null) then 'noUnit' else 'noArea' end)
  where not exists (select from added)`

/** One conditional UPDATE at the version that was seen; refuses merchantChanged, or noArea. */
export const updateMerchant = (region: number, id: string, body: Written<ChangeMerchantBody>): Sql => sql`
  with changed as (
    update merchants m set version = m.version + 1, name = ${body.name}, path = a.path, address = ${body.address}, longitude = ${body.position.longitude}::int,
      latitude = ${body.position.latitude}::int, phone = ${body.phone}, services = ${body.services}::text[], step_free = ${body.stepFree}::boolean, hours = ${JSON.stringify(body.hours)}::jsonb
    from areas a where a.region_id = m.region_id and a.path = ${body.path} and a.closed_at is null
      and m.region_id = ${region} and m.id = ${id}::uuid and m.version = ${body.version} and m.closed_at is null returning 1)
  select refuse(case when exists (select from areas where region_id = ${region} and path = ${body.path} and closed_at is null) then 'merchantChanged' else 'noArea' end)
  where not exists (select from changed)`

/** Refuses merchantChanged. */
export const endMerchant = (region: number, id: string, version: number): Sql => sql`
  with closed as (update merchants set version = version + 1, closed_at = app_now()
    where region_id = ${region} and id = ${id}::uuid and version = ${version} and closed_at is null returning 1)
  select refuse('merchantChanged') where not exists (select from closed)`

export type MerchantRow = Row & {
  id: string
  slug: string
  unitId: string
  path: string
  version: number
  trustedAt: string | null
}
export const merchantById = (region: number, id: string): Sql => sql`
  select id, slug, unit_id as "unitId", path, version, trusted_at as "trustedAt" from merchants
  where region_id = ${region} and id = ${id}::uuid and closed_at is null`

/** Whether a unit is a merchant of the circle now. */
export async function isMerchant(db: Database, region: number, unitId: string): Promise<boolean> {
  const rows = await db.read(
    systemScope(region),
    sql`select 1 from merchants where region_id = ${region} and unit_id = ${unitId}::uuid and closed_at is null`,
  )
  return rows.length > 0
}

type Walked = { readonly id: string; readonly path: string; readonly minutes: number | null }
/** Writes a measurement over a former one, or takes it back. Refuses noArea. */
export const writeWalk = (region: number, { id, path, minutes }: Walked, byPerson: string): Sql =>
  minutes === null
    ? sql`delete from merchant_walks where region_id = ${region} and merchant_id = ${id}::uuid and path = ${path}`
    : sql`
  with written as (
    insert into merchant_walks (region_id, merchant_id, path, minutes, measured_by, measured_at)
    select a.region_id, ${id}::uuid, a.path, ${minutes}::int, ${byPerson}::uuid, app_now() from areas a where a.region_id = ${region} and a.path = ${path} and a.closed_at is null
    on conflict (region_id, merchant_id, path) do update set minutes = excluded.minutes, measured_by = excluded.measured_by, measured_at = excluded.measured_at
    returning 1)
  select refuse('noArea') where not exists (select from written)`

type NewNotice = {
  readonly id: string
  readonly merchantId: string
  readonly kind: TrustKind
  readonly reason: string | null
  readonly versionId: string
  readonly services: number
  readonly points: number
  readonly days: number
  readonly byPerson: string
}
/** An award is noticed of one that is not 信得过, a removal of one that is. Refuses noticeOpen. */
export const insertNotice = (region: number, notice: NewNotice): Sql => sql`
  with made as (
    insert into merchant_notices (region_id, id, merchant_id, path, kind, rule_version, services, points, reason, state, proposed_by, from_at, until_at)
    select m.region_id, ${notice.id}::uuid, m.id, m.path, ${notice.kind}, ${notice.versionId}::uuid, ${notice.services}::int, ${notice.points}::bigint, ${notice.reason}, 'open',
      ${notice.byPerson}::uuid, app_now(), app_now() + ${notice.days}::int * interval '1 day'
    from merchants m where m.region_id = ${region} and m.id = ${notice.merchantId}::uuid and m.closed_at is null and (m.trusted_at is null) = (${notice.kind} = 'award') returning 1)
  select refuse('noticeOpen') where not exists (select from made)`

/** Refuses noticeOver; violates merchant_objections_once for a second one. */
export const insertObjection = (
  region: number,
  objection: {
    readonly id: string
    readonly noticeId: string
    readonly words: string
    readonly personId: string
  },
): Sql => sql`
  with made as (
    insert into merchant_objections (region_id, id, notice_id, path, person_id, words, at)
    select n.region_id, ${objection.id}::uuid, n.id, n.path, ${objection.personId}::uuid, ${objection.words}, app_now()
    from merchant_notices n where n.region_id = ${region} and n.id = ${objection.noticeId}::uuid and n.state = 'open' and n.until_at > app_now() for share returning 1)
  select refuse('noticeOver') where not exists (select from made)`

export type NoticeRow = Row & {
  id: string
  merchantId: string
  unitId: string
  path: string
  kind: TrustKind
  proposedBy: string
}
export const noticeById = (region: number, id: string): Sql => sql`
  select n.id, n.merchant_id as "merchantId", m.unit_id as "unitId", n.path, n.kind, n.proposed_by as "proposedBy"
  from merchant_notices n join merchants m on m.region_id = n.region_id and m.id = n.merchant_id where n.region_id = ${region} and n.id = ${id}::uuid`

export type ObjectionRow = Row & {
  id: string
  personId: string
  unitId: string
  path: string
  proposedBy: string
}
export const objectionById = (region: number, id: string): Sql => sql`
  select o.id, o.person_id as "personId", m.unit_id as "unitId", o.path, n.proposed_by as "proposedBy"
  from merchant_objections o join merchant_notices n on n.region_id = o.region_id and n.id = o.notice_id
    join merchants m on m.region_id = n.region_id and m.id = n.merchant_id where o.region_id = ${region} and o.id = ${id}::uuid`

/** Once. Refuses decidedBefore. */
export const decide = (
  region: number,
  id: string,
  { upheld, answer }: { readonly upheld: boolean; readonly answer: string },
  byPerson: string,
): Sql => sql`
  with decided as (
    update merchant_objections set upheld = ${upheld}::boolean, answer = ${answer}, decided_by = ${byPerson}::uuid, decided_at = app_now()
    where region_id = ${region} and id = ${id}::uuid and decided_at is null returning 1)
  select refuse('decidedBefore') where not exists (select from decided)`

/**
 * Once its time is over and every objection is answered: dropped when one was upheld, else carried, and the merchant is
 * 信得过 from now on or no longer. Refuses notYet. @returns the state
 */
export const conclude = (region: number, { id, merchantId, kind }: NoticeRow, byPerson: string): Sql => sql`
  with ended as (
    update merchant_notices n set concluded_by = ${byPerson}::uuid, concluded_at = app_now(), state = case when exists (
        select from merchant_objections o where o.region_id = n.region_id and o.notice_id = n.id and o.upheld) then 'dropped' else 'carried' end
    where n.region_id = ${region} and n.id = ${id}::uuid and n.state = 'open' and n.until_at <= app_now()
      and not exists (select from merchant_objections o where o.region_id = n.region_id and o.notice_id = n.id and o.decided_at is null)
    returning n.state),
  marked as (
    update merchants m set trusted_at = case when ${kind} = 'award' then app_now() end, version = m.version + 1
    from ended where m.region_id = ${region} and m.id = ${merchantId}::uuid and ended.state = 'carried' returning 1)
  select state from ended union all select null where case when exists (select from ended) then false else refuse('notYet') is null end`

/** Tells some people, or nobody. */
export const tell = (region: number, event: string, id: string, people: readonly string[]): Sql[] =>
  people.length === 0
    ? []
    : [
        sql`insert into outbox (region_id, id, topic, payload, at)
          values (${region}::int, ${newId()}::uuid, ${`merchants.${event}.1`}, ${JSON.stringify({ id, people })}::jsonb, app_now())`,
      ]

/** What the asker is answered, and a repeat of the command again. */
export const concludedAnswer = (region: number, id: string): Sql => sql`
  (select jsonb_build_object('id', id, 'state', state) from merchant_notices where region_id = ${region} and id = ${id}::uuid)`

const BATCH = 500
const TABLES = ['merchants', 'merchant_notices', 'merchant_objections'] as const

/**
 * Rows that lie in an ended area go to its successor, batch by batch. Minutes that were measured from an ended area go to
 * the main successor, unless somebody has measured there. Safe to repeat. @returns how many
 */
export async function followMerchants(db: Database, region: number): Promise<number> {
  let moved = 0
  const all = TABLES.map(
    (table) => sql`update ${raw(table)} t set path = s.to_path from area_successions s
      where t.region_id = ${region} and s.region_id = ${region} and s.from_path = t.path and s.is_main and t.id = any(array(
        select m.id from ${raw(table)} m join area_successions f on f.region_id = m.region_id and f.from_path = m.path and f.is_main
        where m.region_id = ${region} limit ${BATCH} for update of m))
      returning 1`,
  )
  const walks = sql`
    with old as (delete from merchant_walks w using area_successions s where w.region_id = ${region} and s.region_id = w.region_id and s.from_path = w.path and s.is_main
      returning w.merchant_id, s.to_path, w.minutes, w.measured_by, w.measured_at)
    insert into merchant_walks (region_id, merchant_id, path, minutes, measured_by, measured_at)
    select distinct on (merchant_id, to_path) ${region}::int, merchant_id, to_path, minutes, measured_by, measured_at from old order by merchant_id, to_path, measured_at desc
    on conflict do nothing returning 1`
  for (const statement of [...all, walks])
    for (let count = -1; count !== 0; moved += count)
      count = (await db.commit(systemScope(region), [statement]))[0]?.length ?? 0
  return moved
}
