import { awaitWriters } from '../../kernel/audit/writers.ts'
import { type Listeners, oneByOne } from '../../kernel/outbox/listeners.ts'
import type { OrderNeeds } from './needs.ts'
import { areaAt, offeredAt } from './rules/area.ts'
import { followBatch, type Place } from './store/follow.ts'

/** The tables of which a command that names a place has written one before it asks whether the place is open. */
const WRITTEN_FIRST = ['commands', 'orders'] as const

/**
 * Open orders of ended areas go to the successors, exactly once each, however often this runs and on however many
 * instances. An order that was being placed while the area ended is waited for: it saw the area open.
 * @throws when such a command takes very long, so that the job is tried again
 */
export async function followAreas(needs: OrderNeeds, region: number): Promise<void> {
  const rules = await needs.rules(region)
  const placeOf = (path: string, wave: number | null): Place => ({
    community: areaAt(path, rules.depthOf('community')),
    offerPath: wave === null ? null : offeredAt(path, wave, rules),
  })
  const all = async (): Promise<void> => {
    while ((await followBatch(needs.db, region, placeOf)) > 0);
  }
  await all()
  for (const table of WRITTEN_FIRST)
    if (!(await awaitWriters(needs.db, region, table)))
      throw new Error(`orders of redrawn areas: a command that writes to ${table} has not ended`)
  await all()
}

export const followingListeners = (needs: OrderNeeds): Listeners => ({
  'places.areasRedrawn.1': oneByOne(({ region }) => followAreas(needs, region)),
})
