import type { ReportsQuery, ReportView, UnitWaiting } from '@linli/contract/partners/reportShapes'
import type { Static } from '@linli/contract/schema'
import sql, { empty, raw, type Sql } from 'sql-template-tag'
import { type Actor, rangesOf, scopeOf } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import { rangeOf, type Scope } from '../../../kernel/db/scope.ts'
import { cursor, fullName, inRanges, pageOf } from '../../places/index.ts'
import type { PartnerNeeds } from '../needs.ts'
import { liaisonOf, OFFICE } from '../policy.ts'
import { TODAY } from '../store/checkIns.ts'

/** The days of a card. */
const DAYS = sql`daterange(f.from_on, f.to_on, '[]')`
/**
 * Read from cards that stand as sent, so that one taken back leaves the report at once. A member's cards are taken from the
 * newest back, each whose days meet those of none that was taken before: no day counts twice, and a card that is left out
 * keeps no other out.
 */
const CARDS = sql`(with recursive f as (
    select f.*, row_number() over (partition by f.person_id order by f.drawn_at desc, f.id desc) as n
    from feedback_cards f where f.region_id = r.region_id and f.unit_id = r.unit_id and f.path = r.path and f.state = 'sent'
      and f.from_on >= r.from_on and f.to_on <= r.to_on),
  taken (id, person_id, n, days, counts) as (
    select f.id, f.person_id, f.n, datemultirange(${DAYS}), true from f where f.n = 1
    union all
    select f.id, f.person_id, f.n, case when t.days && ${DAYS} then t.days else t.days + datemultirange(${DAYS}) end, not t.days && ${DAYS}
    from taken t join f on f.person_id = t.person_id and f.n = t.n + 1)
  select count(*)::int as cards, coalesce(sum(f.orders), 0)::int as orders, coalesce(sum(f.duties), 0)::int as duties,
    coalesce(sum(f.duty_minutes), 0)::int as duty_minutes, coalesce(sum(f.helps), 0)::int as helps, coalesce(sum(f.help_minutes), 0)::int as help_minutes
  from f join taken t on t.id = f.id and t.counts)`
const BEGUN = sql`(r.from_on::timestamp at time zone 'Asia/Shanghai')`
const OVER = sql`((r.to_on + 1)::timestamp at time zone 'Asia/Shanghai')`
/** What the unit promised this community, a grid of it included. */
const OURS = sql`a.region_id = r.region_id and a.unit_id = r.unit_id and starts_with(a.path, r.path) and m.region_id = a.region_id
  and m.agreement_id = a.id and m.side = 'unit'`
const FACTS = sql`jsonb_build_object(
    'members', (select count(distinct c.person_id)::int from check_ins c where c.region_id = r.region_id and c.unit_id = r.unit_id and c.path = r.path
      and c.kind = 'member' and c.decided_at < ${OVER} and c.state in ('accepted', 'ended') and (c.ended_at is null or c.ended_at >= ${BEGUN})),
    'cards', d.cards, 'orders', d.orders, 'duties', d.duties, 'dutyMinutes', d.duty_minutes, 'helps', d.helps, 'helpMinutes', d.help_minutes,
    'kept', (select count(*)::int from agreements a join agreement_promises m on true where ${OURS} and m.state = 'kept'
      and m.kept_at >= ${BEGUN} and m.kept_at < ${OVER}),
    'paidFen', (select coalesce(sum(y.fen), 0)::bigint from agreements a join agreement_promises m on true
      join agreement_payments y on y.region_id = m.region_id and y.promise_id = m.id where ${OURS} and y.paid_on between r.from_on and r.to_on))`
const REPORT = sql`r.id, r.number, u.name as "unitName", ${fullName('r.region_id', 'r.path')} as "areaName", r.from_on as "fromOn", r.to_on as "toOn",
  ${FACTS} as facts, r.state, r.answer, r.drawn_at as "drawnAt", r.version`
const FROM = sql`join units u on u.region_id = r.region_id and u.id = r.unit_id cross join lateral ${CARDS} d`

type Whole = Row & ReportView & { path: string; unitId: string; drawnBy: string }

/** One report within the reader's scope. */
export async function reportById(db: Database, scope: Scope, id: string): Promise<Whole | undefined> {
  const [row] = await db.read<Whole>(
    scope,
    sql`select ${REPORT}, r.path, r.unit_id as "unitId", r.drawn_by as "drawnBy"
      from unit_reports r ${FROM} where r.region_id = ${scope.region} and r.id = ${id}::uuid`,
  )
  return row
}

async function reports(
  db: Database,
  me: Actor,
  where: Sql,
  { path, state, after, limit = 20 }: Static<typeof ReportsQuery>,
) {
  const range = path ? rangeOf(path) : undefined
  const from = cursor(after, 2)
  // The page first, then the figures of its rows alone.
  const rows = await db.read<Row & ReportView>(
    scopeOf(me),
    sql`select ${REPORT} from (select * from unit_reports r where r.region_id = ${me.region} and ${where}
        ${range ? sql`and r.path >= ${range.lo} and r.path < ${range.hi}` : empty} ${state ? sql`and r.state = ${state}` : empty}
        ${from ? sql`and (r.drawn_at, r.id) < (${from[0]}::timestamptz, ${from[1]}::uuid)` : empty}
        order by r.drawn_at desc, r.id desc limit ${limit + 1}) r ${FROM} order by r.drawn_at desc, r.id desc`,
  )
  return pageOf(rows, limit, ({ drawnAt, id }) => [drawnAt, id])
}

/** The reports to the reader's communities. */
export const listReports = (db: Database, me: Actor, query: Static<typeof ReportsQuery>) =>
  reports(db, me, inRanges('r.path', rangesOf(me, OFFICE)), query)

const mine = (me: Actor, column: string): Sql => sql`${raw(column)} = any (${[...liaisonOf(me)]}::uuid[])`

/** The reports of the reader's units. */
export const unitReports = (db: Database, me: Actor, query: Static<typeof ReportsQuery>) =>
  reports(db, me, mine(me, 'r.unit_id'), query)

/** What waits for the units that the reader speaks for, of each how many. */
export async function unitWaiting(
  { db, terms }: Pick<PartnerNeeds, 'db' | 'terms'>,
  me: Actor,
): Promise<UnitWaiting> {
  const { remindDays } = (await terms(me.region)).partnerRule
  const [row] = await db.read<Row & UnitWaiting>(
    scopeOf(me),
    sql`select
      (select count(*)::int from unit_reports r where r.region_id = ${me.region} and ${mine(me, 'r.unit_id')} and r.state = 'drawn') as reports,
      (select count(*)::int from check_ins c where c.region_id = ${me.region} and ${mine(me, 'c.unit_id')} and c.kind = 'member' and c.state = 'asked'
        and not exists (select from letters l where l.region_id = c.region_id and l.check_in_id = c.id and l.revoked_at is null and l.valid_until >= ${TODAY})) as letters,
      (select count(*)::int from partner_lists l where l.region_id = ${me.region} and ${mine(me, 'l.unit_id')} and l.answered_at is null) as lists,
      (select count(*)::int from agreements a where a.region_id = ${me.region} and ${mine(me, 'a.unit_id')} and a.state = 'proposed'
        and a.proposed_side = 'community') as agreements,
      (select count(*)::int from agreements a join agreement_promises m on m.region_id = a.region_id and m.agreement_id = a.id
        where a.region_id = ${me.region} and ${mine(me, 'a.unit_id')} and a.state = 'signed' and m.side = 'unit' and m.state = 'open'
        and m.due_on <= ${TODAY} + ${remindDays}::int) as promises`,
  )
  return row ?? { reports: 0, letters: 0, lists: 0, agreements: 0, promises: 0 }
}
