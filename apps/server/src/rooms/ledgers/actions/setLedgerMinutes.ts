import type { ledgerEndpoints } from '@linli/contract/ledgers/endpoints'
import type { MinutesSet } from '@linli/contract/ledgers/shapes'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { newId } from '../../../kernel/ids.ts'
import { demandRegion } from '../../../kernel/policy/policy.ts'
import { notFound } from '../../../kernel/problem.ts'
import { placeRules } from '../../places/index.ts'
import type { LedgerNeeds } from '../needs.ts'
import { policy } from '../policy.ts'
import * as store from '../store.ts'

/**
 * 改每条几分钟: what a place measured takes the place of the estimate from this month on; the months before keep the figure
 * they had. Who and when stand beside it. @throws forbidden, notFound
 */
export async function setLedgerMinutes(
  { db }: LedgerNeeds,
  { me, scope, params, body, remember }: HandlerRequest<typeof ledgerEndpoints.setLedgerMinutes>,
): Promise<MinutesSet> {
  demandRegion(policy.operations.setLedgerMinutes, me)
  const { retiredLedgers } = await placeRules(db, me.region)
  if (!retiredLedgers.some(({ key }) => key === params.book)) throw notFound()
  const id = newId()
  const [rows] = await db.commit(scope, [
    store.insertMinutes(me.region, me.personId, { id, book: params.book, ...body }),
    auditStatement(me, {
      action: 'setLedgerMinutes',
      subjectKind: 'retiredLedger',
      subjectId: id,
      reason: body.ground,
      facts: { book: params.book, minutes: String(body.minutes) },
    }),
    remember(store.minutesAnswer(me.region, id)),
  ])
  return { id, since: String(rows?.[0]?.['since']) }
}
