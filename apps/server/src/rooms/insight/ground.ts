import type { GroundPart } from '@linli/contract/insight/coverage'
import type { Tx } from '../../kernel/db/database.ts'
import type { OutboxEvent } from '../../kernel/outbox/listeners.ts'
import type { GroundNeeds, GroundRow } from './needs.ts'
import { rollUp, tellable } from './rules/rollUp.ts'
import * as store from './store/ground.ts'

/** Which events change what; whatever else does is seen by the clock. */
const CHANGES: { readonly [part in GroundPart]: readonly string[] } = {
  homes: ['places.'],
  pairs: ['places.', 'people.'],
  visits: ['places.', 'visits.'],
  duties: ['duties.', 'places.', 'stations.'],
  care: ['care.', 'places.'],
  reach: ['merchants.', 'places.'],
}
const PARTS = Object.keys(CHANGES) as GroundPart[] // the keys of the table above

/** Marks what a batch of events has changed; it is counted again by the job, in no request and not here. */
export async function markBehind(tx: Tx, region: number, events: readonly OutboxEvent[]): Promise<void> {
  const parts = PARTS.filter((part) =>
    CHANGES[part].some((prefix) => events.some(({ topic }) => topic.startsWith(prefix))),
  )
  if (parts.length > 0) await tx.query(store.behind(region, parts))
}

/**
 * Counts again what something happened to since, with a rest after each count, and all of it every minute, since days
 * begin and contacts fall due without an event. Two instances never count the same part at once.
 * @param tx of the owner, in the region's scope
 * @param atOnce without the rest, for tests
 */
export async function countGround(needs: GroundNeeds, tx: Tx, region: number, atOnce = false): Promise<void> {
  const rules = await needs.rules(region)
  await tx.query(store.parts(region, PARTS))
  const due = await tx.query<{ what: GroundPart }>(store.due(region, atOnce))
  for (const { what } of due) {
    const rows = await rowsOf(needs, tx, region, what)
    const counts = rollUp(rows, rules.depth)
    await tx.query(store.write(region, what, what === 'care' ? tellable(counts) : counts))
  }
}

function rowsOf(needs: GroundNeeds, tx: Tx, region: number, what: GroundPart): Promise<readonly GroundRow[]> {
  if (what === 'homes') return tx.query<GroundRow>(store.homes(region))
  if (what === 'care') return tx.query<GroundRow>(store.care(region))
  if (what === 'pairs') return tx.query<GroundRow>(store.pairs(region))
  return needs[what](region)
}
