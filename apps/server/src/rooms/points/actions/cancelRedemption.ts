import type { redemptionEndpoints } from '@linli/contract/points/redemptionEndpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { notFound } from '../../../kernel/problem.ts'
import type { PointsNeeds } from '../needs.ts'
import { inWords } from '../refused.ts'
import * as store from '../store/redemptions.ts'
import { tell } from '../told.ts'

type Request = Pick<
  HandlerRequest<typeof redemptionEndpoints.cancelRedemption>,
  'me' | 'scope' | 'params' | 'remember'
>

/** The person leaves it: points and pieces are free again. @throws notFound for everybody else, notHeld */
export async function cancelRedemption({ db }: Pick<PointsNeeds, 'db'>, request: Request) {
  const { me, scope, params, remember } = request
  const { region } = me
  const [mine] = await db.read<store.Waiting>(scope, store.redemptionById(region, params.id))
  if (mine?.personId !== me.personId) throw notFound()
  const answer = { id: mine.id, state: 'cancelled' } as const
  try {
    await db.commit(store.ledgerScope(scope), [
      store.endHold(region, mine.id, 'cancelled'),
      store.lockSpenderOf(region, mine.id),
      store.restock(region, mine.id),
      store.settleHold(region, mine, 'voided', me.personId),
      auditStatement(me, { action: 'cancelRedemption', subjectKind: 'redemption', subjectId: mine.id }),
      tell(region, 'redemptionCancelled', mine),
      remember(answer),
    ])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}
