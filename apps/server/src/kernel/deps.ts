import type { CryptoProvider } from './crypto/provider.ts'
import type { Database } from './db/database.ts'

/** What every room is given. */
export type Deps = { readonly db: Database; readonly crypto: CryptoProvider }
