import { auditStatement } from '../../../kernel/audit/audit.ts'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import * as store from '../store/redemptions.ts'
import { tell } from '../told.ts'

/**
 * 到期: each redemption that was not collected in time ends, points and pieces are free again and its person is told, all in
 * one transaction of its own. Rows are taken with SKIP LOCKED: each ends once, however many instances look.
 * @returns how many ended
 */
export async function expireRedemptions(db: Database, region: number): Promise<number> {
  for (let ended = 0; ; ended += 1) if (!(await expireNext(db, region))) return ended
}

function expireNext(db: Database, region: number): Promise<boolean> {
  return db.transaction(systemScope(region), async (tx) => {
    const [due] = await tx.query<Row & store.Waiting>(store.takeExpired(region))
    if (!due) return false
    for (const statement of [
      store.endHold(region, due.id, 'expired'),
      store.lockSpenderOf(region, due.id),
      store.restock(region, due.id),
      store.settleHold(region, due, 'voided'),
      auditStatement(
        { region },
        { action: 'expireRedemption', subjectKind: 'redemption', subjectId: due.id },
      ),
      tell(region, 'redemptionExpired', due),
    ])
      await tx.query(statement)
    return true
  })
}

/** Tells those whose redemption ends soon, once each; mark and notice in one transaction. @returns how many were told */
export function remindRedemptions(db: Database, region: number): Promise<number> {
  return db.transaction(systemScope(region), async (tx) => {
    const due = await tx.query<Row & store.Waiting>(store.markReminded(region))
    for (const waiting of due) await tx.query(tell(region, 'redemptionDue', waiting))
    return due.length
  })
}
