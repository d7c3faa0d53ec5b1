import type { ledgerEndpoints } from '@linli/contract/ledgers/endpoints'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import type { LedgerNeeds } from '../needs.ts'
import { chooseStatement } from '../store.ts'
import { columnsOf, ledgerFor } from '../views/asked.ts'

/** Keeps which columns of a ledger a person sees, and in which order. @throws noSuchLedger, invalid */
export async function chooseColumns(
  { db, ledgers }: LedgerNeeds,
  { me, scope, params, body, remember }: HandlerRequest<typeof ledgerEndpoints.chooseColumns>,
): Promise<{ columns: string[] }> {
  const ledger = ledgerFor(ledgers, me, params.ledger)
  const columns = columnsOf(ledger, body.columns).map(({ key }) => key)
  await db.commit(scope, [
    chooseStatement(me.region, me.personId, ledger.key, columns),
    remember({ columns }),
  ])
  return { columns }
}
