import type { LedgerFormat } from '@linli/contract/ledgers/words'
import type { Actor } from '../../../kernel/auth/actor.ts'
import type { Scope } from '../../../kernel/db/scope.ts'
import type { LedgerColumn } from '../../../kernel/ledgers/ledger.ts'
import type { Asked, Sort } from '../views/asked.ts'

/** An export on its way: who asked, in which scope, and what. */
export type Job = {
  readonly id: string
  readonly me: Actor
  readonly scope: Scope
  readonly asked: Asked
  readonly columns: readonly LedgerColumn[]
  readonly sort: Sort
  readonly format: LedgerFormat
  readonly purpose: string
  readonly path: string | null
  readonly period: readonly [from: string | undefined, to: string | undefined]
  /** Of a document about one row. */
  readonly row: string | null
  /** The place's own; null: the house's. */
  readonly template: Buffer | null
  /** Whether edited cells may be brought back. */
  readonly comesBack: boolean
}
