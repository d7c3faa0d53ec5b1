import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'
import { newId } from '../../../kernel/ids.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import type { Channel } from '../channels.ts'
import { insertDeliveries, insertNotices, type NewNotice } from '../store.ts'

/**
 * Lays notices into their inboxes, queues them for the other channels and wakes the pages of the people concerned, all in
 * one transaction. A notice that is there already (same event, same person) adds nothing.
 */
export async function postNotices(
  { db, channels }: { db: Database; channels: readonly Channel[] },
  region: number,
  notices: readonly NewNotice[],
): Promise<void> {
  if (notices.length === 0) return
  await db.transaction(systemScope(region), async (tx) => {
    const posted = await insertNotices(tx, region, notices)
    if (posted.length === 0) return
    const names = channels.map(({ name }) => name)
    await insertDeliveries(tx, region, posted, names)
    const people = [...new Set(posted.map(({ personId }) => personId))]
    await tx.query(outboxStatement(region, 'notices.noticePosted.1', { id: newId(), people }))
  })
}
