import { Readable } from 'node:stream'
import type pg from 'pg'
import { PRIVACY_CATALOGUE } from '../../apps/server/src/house/ownData.ts'
import type { Database } from '../../apps/server/src/kernel/db/database.ts'
import type { PrivacyNeeds } from '../../apps/server/src/kernel/privacy/owner.ts'
import { readSchema, type Schema } from '../../apps/server/src/kernel/privacy/schema.ts'
import { FileMissing, type Storage } from '../../apps/server/src/kernel/uploads/storage.ts'
import { orderClosed } from '../../apps/server/src/rooms/orders/index.ts'
import { pledgeClock } from '../../apps/server/src/rooms/partners/index.ts'

/** Storage in memory; `keys` says what is there. */
export function storageInMemory(): Storage & { readonly kept: Map<string, Buffer> } {
  const kept = new Map<string, Buffer>()
  return {
    kept,
    put: async (key, bytes) => {
      kept.set(key, bytes)
    },
    get: async (key) => {
      const bytes = kept.get(key)
      if (!bytes) throw new FileMissing(key)
      return Readable.from([bytes])
    },
    remove: async (key) => {
      kept.delete(key)
    },
  }
}

/** The mechanism with the house's own catalogue, on a database without the house. */
export function mechanism(db: Database, ownerPool: pg.Pool, storage: Storage): PrivacyNeeds {
  let schema: Promise<Schema> | undefined
  return {
    db,
    ownerPool,
    storage,
    catalogue: PRIVACY_CATALOGUE,
    clocks: { orderClosed, withdrawn: pledgeClock },
    schema: () => {
      schema ??= readSchema(ownerPool)
      return schema
    },
  }
}
