import type { FormLedgers } from '@linli/contract/ledgers/shapes'
import { placeRules } from '../../places/index.ts'
import type { LedgerNeeds } from '../needs.ts'

/**
 * What each form says of itself: which ledgers its entry stands in, and which paper ones are kept no more for it. Names
 * only, so that whoever fills a form may read them, with an account or without.
 */
export async function formLedgers(
  { db, ledgers, filledBy }: LedgerNeeds,
  region: number,
): Promise<FormLedgers> {
  const { retiredLedgers } = await placeRules(db, region)
  const fillings = ledgers.flatMap((ledger) =>
    (filledBy[ledger.key] ?? []).map(({ operation }) => ({ operation, ledger })),
  )
  return {
    items: [...Map.groupBy(fillings, ({ operation }) => operation)].map(([operation, filled]) => ({
      operation,
      ledgers: filled.map(({ ledger: { key, name } }) => ({
        key,
        name,
        papers: retiredLedgers.filter((row) => row.ledger === key).map((row) => row.name),
      })),
    })),
  }
}
