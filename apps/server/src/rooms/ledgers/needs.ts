import type { Words } from '@linli/contract'
import type { Actor } from '../../kernel/auth/actor.ts'
import type { Database } from '../../kernel/db/database.ts'
import type { Ledger } from '../../kernel/ledgers/ledger.ts'
import type { Storage } from '../../kernel/uploads/storage.ts'

/** What the ledgers room needs: the ledgers of the other rooms, and where files lie. */
export type LedgerNeeds = {
  readonly db: Database
  readonly storage: Storage
  /** In the order in which they are listed; no key twice. */
  readonly ledgers: readonly Ledger[]
  /** The operations whose forms fill a ledger, by its key. */
  readonly filledBy: {
    readonly [ledger: string]: readonly { readonly operation: string; readonly name: Words }[]
  }
  /** The reader's own name, which stands on what is printed. */
  nameOf(actor: Actor): Promise<string | undefined>
  /** Hears of what fails while nobody waits for an answer. */
  readonly report?: (error: Error) => void
}
