import type { IncomingHttpHeaders } from 'node:http'
import Fastify from 'fastify'
import pg from 'pg'
import { Type } from 'typebox'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { DETAIL } from '../../apps/server/src/rooms/orders/views/orderPage.ts'
import { ROW_COLUMNS } from '../../apps/server/src/rooms/orders/views/rows.ts'

// The floor: Fastify and pg write the same rows in one statement and read by the house's own queries, without session,
// permission, row-level security, masks, idempotency or encryption. Bodies are validated by schema, as any sound handler does.
// With the header `effects` the event is left to the house's relay: counters, notices and jobs follow as after its own commands.
const { BARE_URL: connectionString } = process.env
const pool = new pg.Pool({ connectionString, max: 32 })
const app = Fastify({ logger: false })
const Result = Type.Object({
  id: Type.String(),
  number: Type.String(),
  version: Type.Integer(),
  state: Type.String(),
})
let last = 0

const PLACE = `with o as (insert into orders (region_id, id, number, version, state, kind, channel, urgency, path, community, placed_at, placed_by, requester_id, beneficiary_id, due_at, due_clock)
    values (1, $1, $2, 1, 'submitted', $3, 'hand', 'ordinary', $4, $5, now(), $6, $6, $6, now() + interval '2 hours', 'accept')),
  t as (insert into order_texts (region_id, order_id, title, detail) values (1, $1, $7, $8)),
  p as (insert into order_parties (region_id, id, order_id, role, person_id) values (1, $9, $1, 'placer', $6), (1, $10, $1, 'requester', $6)),
  e as (insert into order_events (region_id, id, order_id, version, verb, to_state, actor_person_id, actor_role, round, path, at) values (1, $11, $1, 1, 'placeOrder', 'submitted', $6, 'resident', 1, $4, now())),
  c as (insert into order_clocks (region_id, id, order_id, clock, round, amount, unit, started_at, due_at) values (1, $12, $1, 'accept', 1, 2, 'workHour', now(), now() + interval '2 hours')),
  s as (insert into order_search (region_id, order_id, path, placed_at, tokens) values (1, $1, $4, now(), array_to_tsvector($13::text[])))
  insert into outbox (region_id, id, topic, payload, at, relayed_at) values (1, $14, 'orders.orderPlaced.1', $15::jsonb, now(), case when $16 then null else now() end)`
const STEP = `with o as (update orders set state = 'accepted', version = version + 1, item = $3, due_at = now() + interval '4 hours', due_clock = 'dispatch'
    where region_id = 1 and id = $1 and version = $2 and state = 'submitted' returning id, number, path, requester_id, placed_by),
  c as (update order_clocks set stopped_at = now() from o where region_id = 1 and order_id = o.id and stopped_at is null),
  d as (insert into order_clocks (region_id, id, order_id, clock, round, amount, unit, started_at, due_at) select 1, $4, id, 'dispatch', 1, 4, 'workHour', now(), now() + interval '4 hours' from o),
  e as (insert into order_events (region_id, id, order_id, version, verb, from_state, to_state, actor_person_id, actor_role, round, path, item, at) select 1, $5, id, $2 + 1, 'acceptOrder', 'submitted', 'accepted', $6, 'intake', 1, path, $3, now() from o)
  insert into outbox (region_id, id, topic, payload, at, relayed_at)
    select 1, $7, 'orders.orderAccepted.1', $8::jsonb || jsonb_build_object('number', number, 'requester', requester_id, 'placer', placed_by, 'people', jsonb_build_array(requester_id)),
      now(), case when $9 then null else now() end from o returning 1`
const LIST = `with page as materialized (select o.* from orders o where o.region_id = 1 and o.community = $1 and o.closed_at is null
    order by o.placed_at desc, o.id desc limit 21)
  select ${ROW_COLUMNS.text} from page o join order_texts t on t.region_id = o.region_id and t.order_id = o.id order by o.placed_at desc, o.id desc`

/** What the house's listeners read of an event. */
const payloadOf = (facts: { [key: string]: unknown }): string =>
  JSON.stringify({ round: 1, urgency: 'ordinary', units: [], teams: [], assignee: {}, facts: {}, ...facts })
const withEffects = (headers: IncomingHttpHeaders): boolean => headers.effects === '1'

const Place = Type.Object({
  id: Type.String({ format: 'uuid' }),
  kind: Type.String(),
  channel: Type.String(),
  detail: Type.String({ minLength: 1, maxLength: 8000 }),
  path: Type.String({ maxLength: 120 }),
  personId: Type.String({ format: 'uuid' }),
})
app.post<{ Body: { id: string; kind: string; detail: string; path: string; personId: string } }>(
  '/orders',
  { schema: { body: Place, response: { 201: Result } } },
  async (request, reply) => {
    const { id, kind, detail, path, personId } = request.body
    last += 1
    const number = `F${last}-${process.pid}`
    const community = path.split('/').slice(0, 3).join('/').concat('/')
    const tokens = [...new Set(detail.split(/[，。 ]/).filter(Boolean))]
    const who = { actor: personId, requester: personId, placer: personId, people: [personId] }
    const payload = payloadOf({
      id,
      number,
      path,
      verb: 'placeOrder',
      version: 1,
      state: 'submitted',
      item: null,
      ...who,
    })
    await pool.query({
      name: 'place',
      text: PLACE,
      values: [
        id,
        number,
        kind,
        path,
        community,
        personId,
        detail.slice(0, 20),
        detail,
        newId(),
        newId(),
        newId(),
        newId(),
        tokens,
        newId(),
        payload,
        withEffects(request.headers),
      ],
    })
    return reply.code(201).send({ id, number, version: 1, state: 'submitted' })
  },
)
const Step = Type.Object({
  version: Type.Integer(),
  item: Type.String(),
  kind: Type.String(),
  urgency: Type.String(),
  path: Type.String(),
  personId: Type.String({ format: 'uuid' }),
})
app.post<{ Params: { id: string }; Body: { version: number; item: string; path: string; personId: string } }>(
  '/orders/:id/accept',
  { schema: { body: Step, response: { 200: Result } } },
  async (request, reply) => {
    const { id } = request.params
    const { version, item, path, personId } = request.body
    const payload = payloadOf({
      id,
      path,
      verb: 'acceptOrder',
      version: version + 1,
      state: 'accepted',
      item,
      actor: personId,
    })
    const { rowCount } = await pool.query({
      name: 'step',
      text: STEP,
      values: [id, version, item, newId(), newId(), personId, newId(), payload, withEffects(request.headers)],
    })
    if (rowCount !== 1) return reply.code(409).send()
    return { id, number: '', version: version + 1, state: 'accepted' }
  },
)
app.get<{ Querystring: { path: string } }>('/orders', async ({ query }) => {
  const { rows } = await pool.query({ name: 'list', text: LIST, values: [query.path] })
  return { items: rows.slice(0, 20), next: null }
})
app.get<{ Params: { id: string } }>('/orders/:id', async ({ params }, reply) => {
  const { text, values } = DETAIL(1, params.id)
  const { rows } = await pool.query({ name: 'get', text, values })
  return rows[0] ?? reply.code(404).send()
})

const address = await app.listen({ port: 0, host: '127.0.0.1' })
process.send?.({ address })
process.on(
  'SIGTERM',
  () =>
    void app
      .close()
      .then(() => pool.end())
      .then(() => process.exit(0)),
)
