import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'
import type { Channel } from '../channels.ts'
import { type DueDelivery, type Outcome, recordOutcomes, takeDue } from '../store.ts'

const BATCH = 50

/**
 * Hands waiting deliveries to their channels, until none is due. A try and its record are one transaction: after a crash
 * in between the notice goes out again, with the same dedupe key, so it arrives at least once. Any number may run.
 * @returns how many arrived
 */
export async function deliverDue(
  { db, channels }: { db: Database; channels: readonly Channel[] },
  region: number,
): Promise<number> {
  const byName = new Map(channels.map((channel) => [channel.name, channel]))
  for (let arrived = 0; ; ) {
    const outcomes = await db.transaction(systemScope(region), async (tx) => {
      const due = await takeDue(tx, region, BATCH)
      const tried = await Promise.all(due.map((delivery) => tryOnce(delivery, byName)))
      if (tried.length > 0) await tx.query(recordOutcomes(region, tried))
      return tried
    })
    arrived += outcomes.filter(({ error }) => error === null).length
    if (outcomes.length < BATCH) return arrived
  }
}

async function tryOnce(
  { deliveryId, channel, tries: _tries, ...notice }: DueDelivery,
  channels: ReadonlyMap<string, Channel>,
): Promise<Outcome> {
  try {
    const way = channels.get(channel)
    if (!way) throw new Error(`no channel ${channel} is set up`)
    await way.deliver(notice)
    return { id: deliveryId, error: null }
  } catch (error) {
    return { id: deliveryId, error: error instanceof Error ? error.message.slice(0, 300) : String(error) }
  }
}
