import { AUTOMATIC_EVENTS, OPEN_STATES } from '@linli/contract'
import sql from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'
import { newId } from '../../../kernel/ids.ts'

/** So many orders follow in one transaction. */
const BATCH = 100

type Stray = {
  id: string
  number: string
  version: number
  state: string
  round: number
  item: string | null
  to: string
  offerWave: number | null
  people: string[]
  units: string[]
  teams: string[]
  about: string[]
  restricted: boolean
}
/** Where an order that follows lies: the columns that say so. */
export type Place = { readonly community: string; readonly offerPath: string | null }

/**
 * A batch of open orders that lie in ended areas goes to the successors: each with one event, one outbox row and its place
 * in the search, in one transaction. Rows are locked, so that a step taken at the same time comes before or after.
 * @param placeOf what lying at a path means for an order offered in this wave
 * @returns how many followed; 0 when none is left
 */
export function followBatch(
  db: Database,
  region: number,
  placeOf: (path: string, wave: number | null) => Place,
): Promise<number> {
  return db.transaction(systemScope(region), async (tx) => {
    const strays = await tx.query<Stray>(sql`
      select o.id, o.number, o.version, o.state, o.round, o.item, s.to_path as "to", o.offer_wave as "offerWave",
        array_remove(array[o.requester_id, o.beneficiary_id, o.assignee_person_id]::text[], null) as people,
        array_remove(array[o.assignee_unit_id]::text[], null) as units, array_remove(array[o.assignee_team_id]::text[], null) as teams,
        array_remove(array[o.about_person_id, o.about_unit_id]::text[], null) as about, o.restriction <> 'none' as restricted
      from orders o join area_successions s on s.region_id = o.region_id and s.from_path = o.path and s.is_main
      where o.region_id = ${region} and o.state = any(${[...OPEN_STATES]}::text[])
      order by o.id limit ${BATCH} for update of o`)
    if (strays.length === 0) return 0
    const rows = strays.map(({ id, number, version, state, round, item, to, offerWave, ...told }) => ({
      id,
      to,
      version: version + 1,
      state,
      round,
      item,
      ...placeOf(to, offerWave),
      event: newId(),
      outbox: newId(),
      payload: {
        id,
        number,
        path: to,
        verb: 'followArea',
        version: version + 1,
        state,
        round,
        item,
        actor: null,
        facts: {},
        ...told,
        people: [...new Set(told.people)],
      },
    }))
    const said = JSON.stringify(rows)
    await tx.query(sql`
      update orders o set path = n."to", community = n.community, offer_path = coalesce(n."offerPath", o.offer_path), version = n.version
      from jsonb_to_recordset(${said}::jsonb) as n(id uuid, "to" text, community text, "offerPath" text, version int)
      where o.region_id = ${region} and o.id = n.id`)
    await tx.query(sql`
      update order_search o set path = n."to" from jsonb_to_recordset(${said}::jsonb) as n(id uuid, "to" text)
      where o.region_id = ${region} and o.order_id = n.id`)
    await tx.query(sql`
      with n as materialized (select * from jsonb_to_recordset(${said}::jsonb)
        as n(id uuid, "to" text, version int, state text, round int, item text, event uuid, outbox uuid, payload jsonb)),
      told as (insert into outbox (region_id, id, topic, payload, at)
        select ${region}, n.outbox, ${`orders.${AUTOMATIC_EVENTS.followArea.event}.1`}, n.payload, app_now() from n)
      insert into order_events (region_id, id, order_id, version, verb, from_state, to_state, actor_role, round, path, item, at)
      select ${region}, n.event, n.id, n.version, 'followArea', n.state, n.state, 'system', n.round, n."to", n.item, app_now() from n`)
    return rows.length
  })
}
