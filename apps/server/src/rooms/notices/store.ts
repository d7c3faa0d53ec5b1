import type { NoticeFacts, NoticeKind } from '@linli/contract/notices/words'
import sql, { type Sql } from 'sql-template-tag'
import type { Row, Tx } from '../../kernel/db/database.ts'
import { newId } from '../../kernel/ids.ts'
import type { OutgoingNotice } from './channels.ts'

/** After so many tries a delivery is left to the operator. */
const MOST_TRIES = 12

export type NewNotice = {
  readonly personId: string
  readonly kind: NoticeKind
  readonly orderId: string | null
  readonly facts: NoticeFacts
  readonly dedupeKey: string
}

/** Lays notices into their inboxes. @returns those that were not there yet */
export async function insertNotices(
  tx: Tx,
  region: number,
  notices: readonly NewNotice[],
): Promise<{ id: string; personId: string; dedupeKey: string }[]> {
  const rows = JSON.stringify(notices.map((notice) => ({ id: newId(), ...notice })))
  return tx.query(sql`
    insert into notices (region_id, id, person_id, kind, order_id, facts, dedupe_key, at)
    select ${region}::int, n.id, n."personId", n.kind, n."orderId", n.facts, n."dedupeKey", app_now()
    from jsonb_to_recordset(${rows}::jsonb) as n(id uuid, "personId" uuid, kind text, "orderId" uuid, facts jsonb, "dedupeKey" text)
    on conflict (region_id, dedupe_key) do nothing
    returning id, person_id as "personId", dedupe_key as "dedupeKey"`)
}

/** One delivery a notice and channel. What lies in the inbox has arrived there. */
export async function insertDeliveries(
  tx: Tx,
  region: number,
  notices: readonly { id: string; dedupeKey: string }[],
  channels: readonly string[],
): Promise<void> {
  const rows = notices.flatMap(({ id, dedupeKey }) =>
    ['inApp', ...channels].map((channel) => ({ id: newId(), notice: id, channel, dedupeKey })),
  )
  await tx.query(sql`
    insert into deliveries (region_id, id, notice_id, channel, purpose, dedupe_key, tries, delivered_at, at)
    select ${region}::int, d.id, d.notice, d.channel, 'notice', d."dedupeKey", (d.channel = 'inApp')::int,
      case when d.channel = 'inApp' then app_now() end, app_now()
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as d(id uuid, notice uuid, channel text, "dedupeKey" text)`)
}

export type DueDelivery = OutgoingNotice & { deliveryId: string; channel: string; tries: number }

/**
 * Deliveries that wait, oldest first, held until the end of the transaction so that two workers never take the same one.
 * A failed one waits 5, 10, 20 ... seconds, at most an hour.
 */
export function takeDue(tx: Tx, region: number, limit: number): Promise<DueDelivery[]> {
  return tx.query<Row & DueDelivery>(sql`
    select d.id as "deliveryId", d.channel, d.tries, d.region_id as region, d.dedupe_key as "dedupeKey",
      n.id, n.person_id as "personId", n.kind, n.order_id as "orderId", n.facts
    from deliveries d join notices n on n.region_id = d.region_id and n.id = d.notice_id
    where d.region_id = ${region} and d.purpose = 'notice' and d.delivered_at is null and d.tries < ${MOST_TRIES}
      and (d.failed_at is null or d.failed_at + make_interval(secs => least(5 * 2 ^ (d.tries - 1), 3600)) <= app_now())
    order by d.at, d.id limit ${limit} for update of d skip locked`)
}

/** What became of a try; `error` is null when it was delivered. */
export type Outcome = { readonly id: string; readonly error: string | null }

// The ids are said once more as an array: joined to a list of unknown length, the whole table may be read.
export const recordOutcomes = (region: number, outcomes: readonly Outcome[]): Sql => sql`
  update deliveries d set tries = d.tries + 1, last_error = o.error,
    delivered_at = case when o.error is null then app_now() end,
    failed_at = case when o.error is not null then app_now() end
  from jsonb_to_recordset(${JSON.stringify(outcomes)}::jsonb) as o(id uuid, error text)
  where d.region_id = ${region} and d.id = o.id and d.id = any(${outcomes.map(({ id }) => id)}::uuid[])`

/** That a sign-in code went out, and to which phone's ends; never the code. */
export const codeDelivery = (region: number, tail: string): Sql => {
  const id = newId()
  return sql`insert into deliveries (region_id, id, notice_id, channel, purpose, dedupe_key, tries, delivered_at, at)
    values (${region}, ${id}, null, 'log', 'signInCode', ${`${id}:${tail}`}, 1, app_now(), app_now())`
}

export const markRead = (region: number, personId: string, id: string): Sql => sql`
  with done as (
    update notices set read_at = coalesce(read_at, app_now()), shown_at = coalesce(shown_at, app_now())
    where region_id = ${region} and person_id = ${personId}::uuid and id = ${id}::uuid returning 1)
  select refuse('notices.notFound') where not exists (select from done)`

export const markEveryRead = (region: number, personId: string): Sql => sql`
  update notices set read_at = app_now(), shown_at = coalesce(shown_at, app_now())
  where region_id = ${region} and person_id = ${personId}::uuid and read_at is null`

export type StoredNotice = {
  id: string
  kind: NoticeKind
  facts: NoticeFacts
  orderId: string | null
  at: string
  readAt: string | null
}

/** Marks the oldest notices that were not shown yet and hands them over: to one asker only, however many ask at once. */
export function takeUnshown(
  tx: Tx,
  region: number,
  personId: string,
  limit: number,
): Promise<StoredNotice[]> {
  return tx.query<Row & StoredNotice>(sql`
    with taken as (
      select id from notices where region_id = ${region} and person_id = ${personId}::uuid and shown_at is null
      order by at, id limit ${limit} for update skip locked),
    shown as (
      update notices n set shown_at = app_now() from taken where n.region_id = ${region} and n.id = taken.id and n.shown_at is null
      returning n.id, n.kind, n.facts, n.order_id as "orderId", n.at, n.read_at as "readAt")
    select * from shown order by at, id`)
}
