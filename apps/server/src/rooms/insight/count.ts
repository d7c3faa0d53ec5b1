import { systemScope } from '../../kernel/auth/actor.ts'
import type { Database, Tx } from '../../kernel/db/database.ts'
import type { OutboxEvent } from '../../kernel/outbox/listeners.ts'
import type { InsightNeeds } from './needs.ts'
import { emptyStatements, foldStatement, type Unequal, uncounted, unequalStatement } from './store.ts'

/**
 * Counts what a batch of the outbox says happened, in the relay's own transaction: each event once. A region whose
 * events are older than its counters is counted whole, once.
 */
export async function foldEvents(
  needs: Pick<InsightNeeds, 'rules'>,
  tx: Tx,
  region: number,
  events: readonly OutboxEvent[],
): Promise<void> {
  const stepped = events.flatMap(({ topic, payload: { id, version } }) =>
    topic.startsWith('orders.') && typeof id === 'string' && typeof version === 'number'
      ? [{ id, version }]
      : [],
  )
  if (stepped.length === 0) return
  const { depth } = await needs.rules(region)
  const which = { orders: stepped.map(({ id }) => id), versions: stepped.map(({ version }) => version) }
  await tx.query(foldStatement(region, depth, which))
}

/** Makes a region's counters anew from its events. @param tx of the owner, in the region's scope */
export async function countAnew(
  needs: Pick<InsightNeeds, 'rules'>,
  tx: Tx,
  region: number,
  onlyIfNew = false,
): Promise<void> {
  if (onlyIfNew && (await tx.query(uncounted(region))).length === 0) return
  const { depth } = await needs.rules(region)
  for (const statement of [...emptyStatements(region), foldStatement(region, depth, 'all')])
    await tx.query(statement)
}

/** The counters that differ from the events, at most a hundred; an empty list is the proof. */
export async function unequalCounters(
  needs: Pick<InsightNeeds, 'rules'> & { readonly db: Database },
  region: number,
): Promise<Unequal[]> {
  const { depth } = await needs.rules(region)
  return needs.db.read<Unequal>(systemScope(region), unequalStatement(region, depth))
}
