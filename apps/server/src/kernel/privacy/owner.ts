import type pg from 'pg'
import type { Database, Tx } from '../db/database.ts'
import { inTransaction } from '../db/database.ts'
import { scopeStatements } from '../db/scope.ts'
import type { Storage } from '../uploads/storage.ts'
import type { Clocks, PrivacyCatalogue } from './catalogue.ts'
import type { Schema } from './schema.ts'

/** What the mechanism is given. */
export type PrivacyNeeds = {
  readonly db: Database
  /** The owner's pool: the application's role may not delete, and it is the owner who erases. */
  readonly ownerPool: pg.Pool
  readonly storage: Storage
  readonly catalogue: PrivacyCatalogue
  readonly clocks: Clocks
  /** Read once at the start. */
  readonly schema: () => Promise<Schema>
}

/**
 * One transaction of the owner's in a region, at the house's own time.
 * @throws whatever the work throws; then nothing is written
 */
export async function asOwner<T>(
  { ownerPool, db }: Pick<PrivacyNeeds, 'ownerPool' | 'db'>,
  region: number,
  work: (tx: Tx) => Promise<T>,
): Promise<T> {
  const client = await ownerPool.connect()
  try {
    const answer = await inTransaction(client, scopeStatements({ region, system: true }, db.shift()), work)
    client.release()
    return answer
  } catch (error) {
    client.release(error as Error)
    throw error
  }
}
