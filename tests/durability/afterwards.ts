import { isDeepStrictEqual } from 'node:util'
import { proofsOf } from '../../apps/server/src/replay/proofs.ts'
import {
  recipientsOf,
  toldByOrder,
  toldByPoints,
} from '../../apps/server/src/rooms/notices/rules/whoIsTold.ts'
import { type Folk, REGION } from './folk.ts'
import { until } from './form.ts'
import { type Entry, isTaken, type Journal } from './journal.ts'
import { AUTOMATIC } from './lives.ts'
import type { Stand } from './stand.ts'

/** Until the relay has told everything and no job is due: the houses do it by themselves. */
export async function settled(stand: Stand): Promise<void> {
  await until(
    'an empty outbox and no job due',
    async () => {
      // The pauses between tries are the library's; nobody waits for them here.
      await stand.admin(
        `update graphile_worker._private_jobs set run_at = now() where run_at > now() and attempts < max_attempts`,
      )
      const [row] = await stand.admin<{ n: number }>(
        `select (select count(*) from outbox where relayed_at is null) + (select count(*) from graphile_worker._private_jobs) as n`,
      )
      return Number(row?.n) === 0
    },
    120_000,
    250,
  )
}

/**
 * What is wrong after a run, in sentences: whatever the journal's clients were told is there once, nothing else is, and
 * everything that is told from it agrees. None is the proof.
 */
export async function faultsAfter(stand: Stand, journal: Journal, folk: Folk): Promise<string[]> {
  await settled(stand)
  return [
    ...(await keyFaults(stand, journal)),
    ...(await orderFaults(stand, journal)),
    ...(await redemptionFaults(stand, journal)),
    ...(await bookingFaults(stand, journal)),
    ...(await outboxFaults(stand)),
    ...(await noticeFaults(stand)),
    ...(await proofsOf(stand.db)).flatMap(({ kind, differences }) =>
      differences.map((line) => `${kind.en} made anew differ: ${line}`),
    ),
    ...(await bookFaults(stand)),
    ...(await auditFaults(journal, folk)),
  ]
}

/** A key that was answered with success is kept with that answer; one that was refused is not kept. */
async function keyFaults(stand: Stand, { entries }: Journal): Promise<string[]> {
  const rows = await stand.admin<{ key: string; operation: string; response: unknown }>(
    `select key, operation, response from commands where region_id = $1 and key = any($2::uuid[])`,
    [REGION, entries.map(({ key }) => key)],
  )
  const kept = new Map(rows.map((row) => [row.key, row]))
  return entries.flatMap((entry) => {
    const row = kept.get(entry.key)
    if (!isTaken(entry)) return row ? [`${nameOf(entry)} was refused and is kept`] : []
    if (!row) return [`LOST: ${nameOf(entry)} was acknowledged and is not kept`]
    return isDeepStrictEqual(row.response, entry.answer)
      ? []
      : [`${nameOf(entry)} is kept with another answer`]
  })
}
const nameOf = ({ operation, key, failures }: Entry): string =>
  `${operation} ${key} (${failures} tries in vain)`

const REDEMPTIONS = ['redeemPoints', 'cancelRedemption', 'collectRedemption', 'refundRedemption']
/** Commands whose effect is no event of an order. */
const BESIDE_ORDERS = [...REDEMPTIONS, 'book']

/** One event an acknowledged step and one step an event of a person; versions without a gap; numbers given once. */
async function orderFaults(stand: Stand, { entries }: Journal): Promise<string[]> {
  const steps = entries.filter((entry) => isTaken(entry) && !BESIDE_ORDERS.includes(entry.operation))
  const taken = [...new Map(steps.map((entry) => [entry.key, entry])).values()] // one key, one effect
  const rows = await stand.admin<{
    id: string
    version: number
    verb: string
    system: boolean
    kept: number
    number: string
  }>(
    `select e.order_id as id, e.version, e.verb, e.actor_person_id is null as system, o.version as kept, o.number
      from order_events e join orders o on o.region_id = e.region_id and o.id = e.order_id where e.region_id = $1
      order by e.order_id, e.version`,
    [REGION],
  )
  const told = new Map(taken.map((entry) => [`${entry.answer.id} ${entry.answer.version}`, entry]))
  const faults =
    taken.length === told.size ? [] : ['two commands were answered with the same version of an order']
  const versions = new Map<string, number>()
  for (const { id, version, verb, system, kept, number } of rows) {
    const before = versions.get(id) ?? 0
    if (version !== before + 1) faults.push(`${number}: version ${version} follows ${before}`)
    versions.set(id, version)
    if (version > kept) faults.push(`${number}: event ${version} is beyond the order's version ${kept}`)
    const entry = told.get(`${id} ${version}`)
    if (!system && !entry) faults.push(`DOUBLED: ${number} has ${verb} ${version}, which nobody was told of`)
    if (entry && entry.operation !== verb)
      faults.push(`${number}: ${version} is ${verb}, not ${entry.operation}`)
    if (entry && entry.answer.number !== number) faults.push(`${entry.answer.number} is kept as ${number}`)
    told.delete(`${id} ${version}`)
  }
  for (const entry of told.values()) faults.push(`LOST: ${nameOf(entry)} has no event`)
  const numbers = new Set(rows.map(({ number }) => number))
  if (numbers.size !== versions.size) faults.push('two orders have one number')
  const unfinished = await stand.admin<{ number: string }>(
    `select o.number from orders o where o.region_id = $1 and o.version <> (select count(*) from order_events e
      where e.region_id = o.region_id and e.order_id = o.id)`,
    [REGION],
  )
  const forgotten = await stand.admin<{ number: string }>(
    `select number from orders where region_id = $1 and item = $2 and state in ('submitted', 'accepted')`,
    [REGION, AUTOMATIC],
  )
  return [
    ...faults,
    ...forgotten.map(({ number }) => `LOST: the policy never offered ${number}`),
    ...unfinished.map(({ number }) => `${number}: its version is not the number of its events`),
  ]
}

/** One redemption an acknowledged key, and of each exactly the entries that its end asks for. */
async function redemptionFaults(stand: Stand, { entries }: Journal): Promise<string[]> {
  const rows = await stand.admin<{ id: string; state: string; phases: string[] }>(
    `select r.id, r.state, array(select p.kind || ' ' || p.phase from point_entries p
      where p.region_id = r.region_id and p.redemption_id = r.id order by 1) as phases
      from redemptions r where r.region_id = $1`,
    [REGION],
  )
  const taken = entries.filter(isTaken)
  const idsOf = (operation: string): string[] =>
    taken.filter((entry) => entry.operation === operation).map(({ answer }) => String(answer.id))
  const [held, cancelled, collected] = ['redeemPoints', 'cancelRedemption', 'collectRedemption'].map(
    (operation) => new Set(idsOf(operation)),
  )
  const kept = new Set(rows.map(({ id }) => id))
  const faults = [...(held ?? [])].filter((id) => !kept.has(id)).map((id) => `LOST: the redemption ${id}`)
  for (const { id, state, phases } of rows) {
    if (!held?.has(id)) faults.push(`DOUBLED: the redemption ${id}, which nobody was told of`)
    const should = cancelled?.has(id) ? 'cancelled' : collected?.has(id) ? 'collected' : 'held'
    if (state !== should) faults.push(`the redemption ${id} is ${state}, its clients say ${should}`)
    const wanted = { held: [], cancelled: ['redeem voided'], collected: ['redeem posted'] }[should]
    const all = ['redeem pending', ...wanted].toSorted()
    if (!isDeepStrictEqual(phases, all))
      faults.push(`the redemption ${id} has the entries ${phases.join(', ')}`)
  }
  return faults
}

/** One booking an acknowledged key, and none that nobody was told of. */
async function bookingFaults(stand: Stand, { entries }: Journal): Promise<string[]> {
  const rows = await stand.admin<{ id: string }>(`select id from bookings where region_id = $1`, [REGION])
  const kept = new Set(rows.map(({ id }) => id))
  const told = new Set(
    entries
      .filter((entry) => isTaken(entry) && entry.operation === 'book')
      .map(({ answer }) => String(answer.id)),
  )
  return [
    ...[...told].filter((id) => !kept.has(id)).map((id) => `LOST: the booking ${id}`),
    ...[...kept]
      .filter((id) => !told.has(id))
      .map((id) => `DOUBLED: the booking ${id}, which nobody was told of`),
  ]
}

/** One outbox row an event of an order; everything relayed. */
async function outboxFaults(stand: Stand): Promise<string[]> {
  const rows = await stand.admin<{ id: string; version: number; n: number }>(
    `select e.order_id as id, e.version, (select count(*)::int from outbox x where x.region_id = e.region_id
        and x.payload ->> 'id' = e.order_id::text and x.payload ->> 'version' = e.version::text) as n
      from order_events e where e.region_id = $1 and (select count(*) from outbox x where x.region_id = e.region_id
        and x.payload ->> 'id' = e.order_id::text and x.payload ->> 'version' = e.version::text) <> 1`,
    [REGION],
  )
  return rows.map(({ id, version, n }) => `event ${version} of ${id} stands ${n} times in the outbox`)
}

/** Each event's notices to the people it names: none missing, none that no event asks for, one delivery a channel. */
async function noticeFaults(stand: Stand): Promise<string[]> {
  const events = await stand.admin<{ id: string; topic: string; payload: Payload }>(
    'select id, topic, payload from outbox where region_id = $1',
    [REGION],
  )
  const notices = await stand.admin<{ dedupeKey: string; kind: string; deliveries: number; waiting: number }>(
    `select n.dedupe_key as "dedupeKey", n.kind, (select count(*)::int from deliveries d where d.region_id = n.region_id and d.notice_id = n.id) as deliveries,
      (select count(*)::int from deliveries d where d.region_id = n.region_id and d.notice_id = n.id and d.delivered_at is null) as waiting
      from notices n where n.region_id = $1`,
    [REGION],
  )
  const [channels] = await stand.admin<{ n: number }>(
    'select count(distinct channel)::int as n from deliveries',
  )
  const wanted = new Map(
    events.flatMap(({ id, topic, payload }) =>
      namedIn(topic, payload).map((person) => [`${id}:${person}`, topic]),
    ),
  )
  // The helpers who are asked are those of the moment; whether all of them were is another test's.
  const asked = new Set(events.flatMap(({ id, topic }) => (POOL.includes(topic) ? [id] : [])))
  const faults: string[] = []
  for (const { dedupeKey, kind, deliveries } of notices) {
    const [event = ''] = dedupeKey.split(':')
    if (!wanted.delete(dedupeKey) && !(asked.has(event) && kind === 'orderOffered'))
      faults.push(`a notice ${kind} ${dedupeKey} that no event asks for`)
    if (deliveries !== channels?.n) faults.push(`the notice ${dedupeKey} has ${deliveries} deliveries`)
  }
  for (const [key, topic] of wanted) faults.push(`LOST: the notice of ${topic} ${key}`)
  return faults
}
type Payload = { actor: string | null; people?: string[]; assignee?: { personId?: string | null } }
const POOL = ['orders.orderOffered.1', 'orders.offerWidened.1', 'orders.orderGivenBack.1']

function namedIn(topic: string, { actor, people = [], assignee }: Payload): string[] {
  if (toldByPoints(topic)) return people
  const about = { actor, people, assignee: assignee?.personId ?? null, members: [], helpers: [] }
  return recipientsOf(toldByOrder(topic), about).map(({ personId }) => personId)
}

/** Balances sum to nothing, nothing is below nothing, and no stock is. */
async function bookFaults(stand: Stand): Promise<string[]> {
  const [row] = await stand.admin<{ total: string; promised: string; low: number; stock: number }>(
    `select coalesce(sum(balance), 0)::text as total, coalesce(sum(pending - held), 0)::text as promised,
      count(*) filter (where kind <> 'issuer' and balance - held < 0)::int as low,
      (select count(*)::int from rewards where stock < 0) as stock from point_accounts where region_id = $1`,
    [REGION],
  )
  const sound = { total: '0', promised: '0', low: 0, stock: 0 }
  return isDeepStrictEqual({ ...row }, sound) ? [] : [`the books: ${JSON.stringify(row)}`]
}

async function auditFaults(journal: Journal, folk: Folk): Promise<string[]> {
  const chain = await until('everything sealed', async () => {
    const found = await journal.read<{ waiting: number; broken: number[] }>(
      '/audit/chain',
      folk.auditor.token,
    )
    return found?.waiting === 0 ? found : undefined
  })
  return chain.broken.map((seal) => `the audit's seal ${seal} is broken`)
}
