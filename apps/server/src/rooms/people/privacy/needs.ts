import type { Words } from '@linli/contract'
import type { Sql } from 'sql-template-tag'
import type { Actor } from '../../../kernel/auth/actor.ts'
import type { Deps } from '../../../kernel/deps.ts'
import type { PrivacyNeeds } from '../../../kernel/privacy/owner.ts'

/** What the operations about one's own data need of the house. */
export type OwnDataNeeds = Deps & {
  readonly privacy: PrivacyNeeds
  /** What stays after an erasure, and why. */
  readonly kept: readonly { what: Words; why: Words }[]
  /** From the orders room: withdraws everything of the person's that is published, each by its own step. */
  hideEverythingShown(actor: Actor): Promise<void>
  /** Told when an account's grants changed or the account is gone. */
  grantsChanged(accountId: string): void
  /** Keeps the list of erasures where a restore of the database does not reach it, before anything is erased. */
  listErasure(erasure: { region: number; personId: string; at: string }): Promise<void>
}

/** Who asks, and the statement that keeps the command's answer with its effect. */
export type Asking<Answer> = { readonly me: Actor; remember(answer: Answer): Sql }
