import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'
import { type RecordedProof, recordProof } from '../store/ledger.ts'

/**
 * Month-end proof: issued - spent - expired - reversed = sum of the people's balances at the end of `month` (`2026-11`),
 * every kept balance equals its entries, and all accounts together are 0. Recorded for the page; a repeat records anew.
 */
export async function proveMonth(db: Database, region: number, month: string): Promise<RecordedProof> {
  const [[proof]] = (await db.commit(systemScope(region), [recordProof(region, month)])) as [RecordedProof[]] // what the statement returns
  if (!proof) throw new Error(`the proof of ${month} was not recorded`)
  return proof
}
