import type { TestHouse } from '../kit/house.ts'
import type { Actor } from '../kit/houseCast.ts'
import { HERE } from '../kit/houseGround.ts'
import { scanned } from './scan.ts'

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** The ids in an answer that the caller did not send. */
export function idsIn(text: string, sent: unknown): string[] {
  const known = new Set(JSON.stringify(sent).match(UUID) ?? [])
  return [...new Set(text.match(UUID) ?? [])].filter((id) => !known.has(id))
}

export type Sighting = {
  readonly at: string
  readonly operation: string
  readonly actor: Actor
  readonly ids: readonly string[]
}
type OrderRow = {
  id: string
  path: string
  restriction: string
  state: string
  about: (string | null)[]
  parties: (string | null)[]
}

/** Who works with the orders or the people of their area, as the rows of `getOrder` and `getPerson` say; see policy.ts of both rooms. */
const DESK = [
  'intake',
  'dispatcher',
  'reviewer',
  'caller',
  'publisher',
  'regionAdmin',
  'gridWorker',
  'auditor',
]
const REGISTER = ['gridWorker', 'intake', 'dispatcher', 'regionAdmin']
/** Operations that name people by what they do for everybody: found by number, to be given work, in office. */
const RECORDED = 'listAudit' // what somebody asked for in vain is on record as they wrote it
const NAMING = [
  'findPersonByPhone',
  'findCaller',
  'listCandidates',
  'getOffer',
  'proposeOffers',
  'careChoices',
  'listPosts',
  'listPostHistory',
  'listAccounts',
]

const asked = new WeakMap<TestHouse['admin'], { name: string; text: string }>()

/** Which rows of which regions some ids are: one statement over every table, planned once for a connection. */
async function regionsOfIds(admin: TestHouse['admin']): Promise<{ name: string; text: string }> {
  const known = asked.get(admin)
  if (known) return known
  const { rows } = await admin.query<{ name: string }>(
    `select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
     and 2 = (select count(*) from pg_attribute a where a.attrelid = c.oid and (a.attname = 'region_id' or (a.attname = 'id' and a.atttypid = 'uuid'::regtype)))`,
  )
  const selects = rows.map(
    ({ name }) =>
      `select id::text, region_id as region, '${name}' as name from ${name} where id = any($1::uuid[])`,
  )
  const statement = { name: 'regions-of-ids', text: selects.join(' union all ') }
  asked.set(admin, statement)
  return statement
}

/**
 * The ids that a reader should not have been told, judged by the rows themselves: anything of another region, an order
 * that is not theirs or is about them, a person outside their area.
 */
export async function strangeIds(
  { admin }: Pick<TestHouse, 'admin'>,
  seen: readonly Sighting[],
): Promise<string[]> {
  const ids = [...new Set(seen.flatMap((sighting) => sighting.ids))]
  scanned.ids += ids.length
  if (ids.length === 0) return []
  const regions = await admin.query<{ id: string; region: number; name: string }>({
    ...(await regionsOfIds(admin)),
    values: [ids],
  })
  const orders = await admin.query<OrderRow>(
    `select id::text, path, restriction, state, array[about_person_id, about_unit_id]::text[] as about,
       array[requester_id, beneficiary_id, placed_by, assignee_person_id, assignee_unit_id]::text[]
         || array(select k.unit_id::text from order_calls k where k.region_id = orders.region_id and k.order_id = orders.id and k.ended_at is null) as parties
     from orders where id = any($1::uuid[])`,
    [ids],
  )
  const people = await admin.query<{ id: string; path: string | null }>(
    `select id::text, path from people where id = any($1::uuid[])`,
    [ids],
  )
  const of = <T extends { id: string }>(rows: readonly T[]) => new Map(rows.map((row) => [row.id, row]))
  const [order, person] = [of(orders.rows), of(people.rows)]
  return seen.flatMap(({ at, operation, actor, ids: told }) =>
    told.flatMap((id) => {
      if (operation === RECORDED) return []
      const abroad = regions.rows.find((row) => row.id === id && row.region !== actor.region)
      if (abroad) return [`${at} tells the id of a row of ${abroad.name} in another region`]
      if (actor.region !== HERE.region) return []
      const [ofOrder, ofPerson] = [order.get(id), person.get(id)]
      if (ofOrder && !mayKnowOrder(ofOrder, actor, operation))
        return [`${at} tells the id of an order, ${id}`]
      if (ofPerson && !mayKnowPerson(ofPerson, actor, operation))
        return [`${at} tells the id of a person, ${id}`]
      return []
    }),
  )
}

const isHere = (path: string | null): boolean => path?.startsWith(HERE.community) ?? false

function mayKnowOrder(order: OrderRow, actor: Actor, operation: string): boolean {
  const me = [actor.personId, actor.unitId].filter((id) => id !== null)
  if (order.about.some((id) => id !== null && me.includes(id))) return false
  if (order.parties.some((id) => id !== null && me.includes(id))) return true
  if (DESK.includes(actor.role) && actor.isWide) return true
  if (DESK.includes(actor.role) && isHere(order.path) && order.restriction === 'none') return true
  const pool = operation === 'listClaims' || operation === 'listNotices' || operation === 'takeUnshown'
  return pool && order.state === 'offered' && ['helper', 'gridWorker'].includes(actor.role)
}

function mayKnowPerson(
  { id, path }: { id: string; path: string | null },
  actor: Actor,
  operation: string,
): boolean {
  if (id === actor.personId || NAMING.includes(operation)) return true
  return REGISTER.includes(actor.role) && (actor.isWide || isHere(path))
}
