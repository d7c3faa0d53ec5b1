import { systemScope } from '../../kernel/auth/actor.ts'
import type { Database } from '../../kernel/db/database.ts'
import { proveMonth } from './actions/proveMonth.ts'
import { monthToProve, type RecordedProof } from './store/ledger.ts'

/**
 * Proves last month's points unless a proof that holds is there already; to be called every hour or so.
 * @returns what was recorded now, for the log; a proof that does not hold is tried again at the next call
 */
export async function proveLastMonth(db: Database, region: number): Promise<RecordedProof | undefined> {
  const [due] = await db.read<{ month: string }>(systemScope(region), monthToProve(region))
  return due && proveMonth(db, region, due.month)
}
