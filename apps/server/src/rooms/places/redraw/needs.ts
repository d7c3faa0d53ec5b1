import type { Tx } from '../../../kernel/db/database.ts'
import type { Deps } from '../../../kernel/deps.ts'

export type RedrawNeeds = Deps & {
  /**
   * Ends what people hold over ended areas and begins the same over the successors, in the redraw's own commit, so that
   * everybody's scope is right at once. @returns the accounts whose grants changed
   */
  followOffices(tx: Tx, region: number): Promise<readonly string[]>
  /** Told when an account's grants changed, so that the next request sees them. */
  grantsChanged(accountId: string): void
}
