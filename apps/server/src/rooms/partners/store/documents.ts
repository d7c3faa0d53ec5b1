import type { DocumentKind } from '@linli/contract/partners/words'
import sql, { type Sql } from 'sql-template-tag'
import { type Actor, systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'
import { TODAY } from './checkIns.ts'

const SIGN: { readonly [kind in DocumentKind]: string } = { letter: '介', card: '反', report: '报' }

/**
 * The next number of a kind in this year, 介〔2026〕00001号: taken in the statement that uses it, so that two never get
 * the same and a refused one takes none.
 */
export const numberRow = (region: number, kind: DocumentKind): Sql => sql`
  taken as (
    insert into document_numbers as b (region_id, kind, year, next)
    values (${region}, ${kind}, extract(year from ${TODAY})::int, 2)
    on conflict (region_id, kind, year) do update set next = b.next + 1 returning year, next - 1 as number),
  numbered as (select ${SIGN[kind]} || '〔' || year || '〕' || lpad(number::text, 5, '0') || '号' as number from taken)`

/** 介绍信 for a member's check-in that waits or stands. Refuses notOpen; the index refuses a second one. */
export const letterStatement = (
  me: Actor,
  letter: { readonly id: string; readonly slug: string; readonly checkInId: string; readonly days: number },
): Sql => sql`
  with ${numberRow(me.region, 'letter')}, issued as (
    insert into letters (region_id, id, check_in_id, unit_id, person_id, path, number, slug, issued_by, issued_at, valid_until)
    select c.region_id, ${letter.id}::uuid, c.id, c.unit_id, c.person_id, c.path, n.number, ${letter.slug}, ${me.personId}::uuid, app_now(),
      ${TODAY} + ${letter.days}::int
    from check_ins c cross join numbered n
    where c.region_id = ${me.region} and c.id = ${letter.checkInId}::uuid and c.kind = 'member' and c.state in ('asked', 'accepted')
    returning 1)
  select refuse('notOpen') where not exists (select from issued)`

/** Refuses letterGone. */
export const revokeStatement = (region: number, id: string): Sql => sql`
  with revoked as (
    update letters set revoked_at = app_now() where region_id = ${region} and id = ${id}::uuid and revoked_at is null returning 1)
  select refuse('letterGone') where not exists (select from revoked)`

export type Facts = {
  readonly orders: number
  readonly duties: number
  readonly dutyMinutes: number
  readonly helps: number
  readonly helpMinutes: number
}

/** 反馈卡 of an accepted member. Refuses notOpen. */
export const cardStatement = (
  me: Actor,
  card: {
    readonly id: string
    readonly checkInId: string
    readonly fromOn: string
    readonly toOn: string
    readonly facts: Facts
  },
): Sql => sql`
  with ${numberRow(me.region, 'card')}, drawn as (
    insert into feedback_cards (region_id, id, check_in_id, unit_id, person_id, path, number, from_on, to_on, orders, duties, duty_minutes,
      helps, help_minutes, state, drawn_by, drawn_at, version)
    select c.region_id, ${card.id}::uuid, c.id, c.unit_id, c.person_id, c.path, n.number, ${card.fromOn}::date, ${card.toOn}::date,
      ${card.facts.orders}::int, ${card.facts.duties}::int, ${card.facts.dutyMinutes}::int, ${card.facts.helps}::int, ${card.facts.helpMinutes}::int, 'drawn', ${me.personId}::uuid, app_now(), 1
    from check_ins c cross join numbered n
    where c.region_id = ${me.region} and c.id = ${card.checkInId}::uuid and c.kind = 'member' and c.state = 'accepted'
    returning 1)
  select refuse('notOpen') where not exists (select from drawn)`

/** The member's own word, changed until it is sent and taken back after; a card taken back is the unit's no more. Refuses cardMoved. */
export const answerCardStatement = (
  me: Actor,
  id: string,
  answer: { readonly version: number; readonly agrees: boolean; readonly words: string | null },
): Sql => sql`
  with answered as (
    update feedback_cards set state = ${answer.agrees ? 'agreed' : 'objected'}, answer = ${answer.words}::text,
      consented_at = case when ${answer.agrees}::boolean then app_now() end, version = version + 1
    where region_id = ${me.region} and id = ${id}::uuid and person_id = ${me.personId}::uuid and version = ${answer.version}
      and (state <> 'sent' or not ${answer.agrees}::boolean) returning 1)
  select refuse('cardMoved') where not exists (select from answered)`

/** Only what the member agreed to, in the version they agreed to. Refuses noConsent, cardMoved. */
export const sendCardStatement = (me: Actor, id: string, version: number): Sql => sql`
  with sent as (
    update feedback_cards set state = 'sent', sent_by = ${me.personId}::uuid, sent_at = app_now(), version = version + 1
    where region_id = ${me.region} and id = ${id}::uuid and version = ${version} and state = 'agreed' and consented_at is not null
    returning 1)
  select refuse(case when state in ('drawn', 'objected') then 'noConsent' else 'cardMoved' end) from feedback_cards
  where region_id = ${me.region} and id = ${id}::uuid and not exists (select from sent)`

/** What a person did in a span of days: orders closed that were theirs, duties and help at activities whose time somebody else confirmed. */
export async function servedBy(
  db: Database,
  region: number,
  personId: string,
  span: { readonly fromOn: string; readonly toOn: string },
): Promise<Facts> {
  const from = sql`${span.fromOn}::date::timestamp at time zone 'Asia/Shanghai'`
  const until = sql`(${span.toOn}::date + 1)::timestamp at time zone 'Asia/Shanghai'`
  const [row] = await db.read<Row & Facts>(
    systemScope(region),
    sql`
    select (select count(*)::int from order_parties p join orders o on o.region_id = p.region_id and o.id = p.order_id
        where p.region_id = ${region} and p.person_id = ${personId}::uuid and p.role = 'assignee' and p.to_at is null
          and o.state in ('closed', 'archived') and o.result in ('solved', 'partlySolved') and o.closed_at >= ${from} and o.closed_at < ${until}) as orders,
      d.duties, d."dutyMinutes", h.helps, h."helpMinutes"
    from (select count(*)::int as duties, coalesce(sum(confirmed_minutes), 0)::int as "dutyMinutes" from duties
      where region_id = ${region} and person_id = ${personId}::uuid and accepted and confirmed_at is not null
        and starts_at >= ${from} and starts_at < ${until}) d
      cross join (select count(*)::int as helps, coalesce(sum(minutes), 0)::int as "helpMinutes" from activity_help
        where region_id = ${region} and person_id = ${personId}::uuid and at >= ${from} and at < ${until}) h`,
  )
  return row ?? { orders: 0, duties: 0, dutyMinutes: 0, helps: 0, helpMinutes: 0 }
}

/** The newest template of a kind, if the place has its own. */
export async function templateNow(
  db: Database,
  scope: Scope,
  kind: DocumentKind,
): Promise<{ bytes: Buffer; uploadedAt: string } | undefined> {
  const [row] = await db.read<Row & { bytes: Buffer; uploadedAt: string }>(
    scope,
    sql`select bytes, uploaded_at as "uploadedAt" from document_templates
      where region_id = ${scope.region} and kind = ${kind} order by uploaded_at desc limit 1`,
  )
  return row
}

export const templateStatement = (me: Actor, id: string, kind: DocumentKind, bytes: Buffer): Sql => sql`
  insert into document_templates (region_id, id, kind, bytes, uploaded_by, uploaded_at)
  values (${me.region}, ${id}, ${kind}, ${bytes}, ${me.personId}, app_now())`
