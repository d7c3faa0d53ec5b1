import type { Words } from '@linli/contract'
import type { TrustTerms, Walk } from '@linli/contract/merchants/shapes'
import type { Sql } from 'sql-template-tag'
import type { Database } from '../../kernel/db/database.ts'
import type { Calendar } from '../stations/index.ts'

export type Terms = {
  readonly services: readonly { readonly key: string; readonly name: Words; readonly needed: boolean }[]
  readonly walk: Walk
  /** With the policy version that a notice names. */
  readonly trust: TrustTerms & { readonly versionId: string; readonly ownChangesWait: boolean }
  readonly calendar: Calendar
}

/** What the merchants room needs of the other rooms; main wires their front doors to it. */
export type MerchantNeeds = {
  readonly db: Database
  terms(region: number): Promise<Terms>
  /** Confirmed services and points of a unit within the last months, from the points room's ledger. */
  earnings(
    region: number,
    unitId: string,
    months: number,
  ): Promise<{ readonly services: number; readonly points: number }>
  /** The people who act for a unit now. */
  membersOf(region: number, unitId: string): Promise<readonly string[]>
  newUnitStatement(
    region: number,
    unit: { readonly id: string; readonly key: string; readonly name: string },
  ): Sql
}
