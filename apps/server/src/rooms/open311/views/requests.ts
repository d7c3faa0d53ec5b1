import type { Kind, Result, State, Words } from '@linli/contract'
import sql, { empty, join, type Sql } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'

export type Seen = Row & {
  orderId: string
  number: string
  state: State
  result: Result | null
  item: string
  kind: Kind
  placedAt: string
  updatedAt: string
  expectedAt: string | null
  community: string
  place: string
  unit: Words | null
  /** Of a publication: redacted, agreed to and read by a second person. */
  need: string | null
  outcome: string | null
  photo: string | null
  /** What the asking key sent itself. */
  sent: string | null
}

/** Who asks: a key that may read what it sent, or anybody. @param items those that may be told of in public, by key */
export type Asker = { readonly keyId: string | null; readonly items: readonly string[] }

const published = sql`exists (select from order_publications p where p.region_id = o.region_id and p.order_id = o.id and p.hidden_at is null)`

/**
 * What may be told of an order to whoever asks: what was published, what the asking key sent itself, and of what came in
 * by this door that it is there — unless it is confidential, concerns somebody who needs protection, speaks of a person or
 * a home, or has restricted readers.
 */
const told = ({ keyId, items }: Asker): Sql => sql`(${published}
  or exists (select from open311_requests r where r.region_id = o.region_id and r.order_id = o.id and (r.key_id = ${keyId}::uuid
    or (o.restriction = 'none' and not o.confidential and not o.anonymous and not o.vulnerable and o.about_person_id is null
      and o.about_unit_id is null and o.kind <> 'report' and o.item = any(${[...items]}::text[])))))`

export type Filter = {
  readonly numbers?: readonly string[]
  readonly from?: Date
  readonly to?: Date
  readonly services?: readonly string[]
  /** States of the asked status; absent: all. */
  readonly states?: readonly State[]
  readonly limit: number
  readonly offset: number
}

/** Orders that came in by this door or were published, which is few beside all of them. */
const near = (region: number, from: Date, to: Date): Sql => sql`(
  select r.order_id from open311_requests r where r.region_id = ${region} and r.at >= ${from}::timestamptz and r.at <= ${to}::timestamptz
  union
  select p.order_id from order_publications p where p.region_id = ${region} and p.hidden_at is null and p.published_at >= ${from}::timestamptz)`

/** The orders that may be told of, newest first. */
export function requestsTold(db: Database, region: number, asker: Asker, filter: Filter): Promise<Seen[]> {
  const { numbers, from, to, services, states, limit, offset } = filter
  const among =
    numbers || !from || !to
      ? sql`orders o where o.region_id = ${region} and o.number = any(${[...(numbers ?? [])]}::text[])`
      : sql`${near(region, from, to)} n join orders o on o.region_id = ${region} and o.id = n.order_id
          where o.placed_at >= ${from}::timestamptz and o.placed_at <= ${to}::timestamptz`
  const conditions = [
    services ? sql`and o.item = any(${[...services]}::text[])` : empty,
    states ? sql`and o.state = any(${[...states]}::text[])` : empty,
  ]
  return db.read<Seen>(
    systemScope(region),
    sql`
    select o.id as "orderId", o.number, o.state, o.result, o.item, o.kind, o.placed_at as "placedAt", o.community,
      coalesce((select e.at from order_events e where e.region_id = o.region_id and e.order_id = o.id order by e.version desc limit 1), o.placed_at) as "updatedAt",
      (select c.due_at from order_clocks c where c.region_id = o.region_id and c.order_id = o.id and c.clock = 'handle' and c.stopped_at is null limit 1) as "expectedAt",
      coalesce((select a.name from areas a where a.region_id = o.region_id and a.path = o.community), '') as place,
      (select u.name from units u where u.region_id = o.region_id and u.id = o.assignee_unit_id) as unit,
      p.need, p.outcome, p.photo_ids[1] as photo,
      case when r.order_id is not null then (select t.detail from order_texts t where t.region_id = o.region_id and t.order_id = o.id and t.erased_at is null) end as sent
    from (select o.* from ${among} and o.item is not null ${join(conditions, ' ')} and ${told(asker)}
        order by o.placed_at desc, o.id desc limit ${limit} offset ${offset}) o
      left join order_publications p on p.region_id = o.region_id and p.order_id = o.id and p.hidden_at is null
      left join open311_requests r on r.region_id = o.region_id and r.order_id = o.id and r.key_id = ${asker.keyId}::uuid
    order by o.placed_at desc, o.id desc`,
  )
}

/** The number of the order that was sent under an id. @param keyId by this very key; null: by any */
export async function numberOfToken(
  db: Database,
  region: number,
  orderId: string,
  keyId: string | null,
): Promise<string | undefined> {
  const [row] = await db.read<Row & { number: string }>(
    systemScope(region),
    sql`select o.number from open311_requests r join orders o on o.region_id = r.region_id and o.id = r.order_id
      where r.region_id = ${region} and r.order_id = ${orderId}::uuid and r.key_id = coalesce(${keyId}::uuid, r.key_id)`,
  )
  return row?.number
}

/** The order of a number that this very key sent. */
export async function ownRequest(
  db: Database,
  region: number,
  keyId: string,
  number: string,
): Promise<string | undefined> {
  const [row] = await db.read<Row & { id: string }>(
    systemScope(region),
    sql`select o.id from orders o join open311_requests r on r.region_id = o.region_id and r.order_id = o.id and r.key_id = ${keyId}::uuid
      where o.region_id = ${region} and o.number = ${number}`,
  )
  return row?.id
}

export type Update = Row & {
  id: string
  number: string
  state: State
  result: Result | null
  at: string
  /** The answer to the requester, for the key that sent the request. */
  text: string | null
}

/** What happened to the orders that may be told of: each change of state, and what a key added. */
export function updatesTold(
  db: Database,
  region: number,
  asker: Asker,
  filter: { from: Date; to: Date; numbers?: readonly string[] | undefined; limit: number; offset: number },
): Promise<Update[]> {
  const { from, to, numbers, limit, offset } = filter
  const among = numbers
    ? sql`orders o join order_events e on e.region_id = o.region_id and e.order_id = o.id and o.region_id = ${region} and o.number = any(${[...numbers]}::text[])`
    : sql`order_events e join orders o on o.region_id = e.region_id and o.id = e.order_id and e.region_id = ${region}`
  return db.read<Update>(
    systemScope(region),
    sql`
    select e.id, o.number, e.to_state as state, e.facts->>'result' as result, e.at,
      case when r.order_id is not null and e.verb in ('answerOrder', 'handleOrder', 'selfHandle', 'refuseOrder') then
        (select m.text from order_remarks m where m.region_id = e.region_id and m.order_id = e.order_id and m.version = e.version and m.audience = 'everybody' and m.erased_at is null limit 1) end as text
    from ${among}
      left join open311_requests r on r.region_id = o.region_id and r.order_id = o.id and r.key_id = ${asker.keyId}::uuid
    where e.at >= ${from}::timestamptz and e.at <= ${to}::timestamptz and e.from_state is distinct from e.to_state and ${told(asker)}
    order by e.at, e.id limit ${limit} offset ${offset}`,
  )
}

/** What a key added under its own number before. */
export async function updateOf(
  db: Database,
  region: number,
  keyId: string,
  sentId: string,
): Promise<string | undefined> {
  const [row] = await db.read<Row & { id: string }>(
    systemScope(region),
    sql`select id from open311_updates where region_id = ${region} and key_id = ${keyId}::uuid and sent_id = ${sentId}`,
  )
  return row?.id
}
