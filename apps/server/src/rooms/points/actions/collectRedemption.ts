import type { redemptionEndpoints } from '@linli/contract/points/redemptionEndpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { codeUnknown } from '../errors.ts'
import type { PointsNeeds } from '../needs.ts'
import { merchantsOf } from '../policy.ts'
import { inWords } from '../refused.ts'
import * as store from '../store/redemptions.ts'
import { tell } from '../told.ts'

type Request = Pick<
  HandlerRequest<typeof redemptionEndpoints.collectRedemption>,
  'me' | 'scope' | 'body' | 'remember'
>

/**
 * 核销: the merchant hands over on the code and the held points become the merchant's. A code of another merchant is as
 * unknown as a wrong one.
 * @throws codeUnknown, notHeld
 */
export async function collectRedemption(needs: Pick<PointsNeeds, 'db' | 'crypto'>, request: Request) {
  const { db, crypto } = needs
  const { me, scope, body, remember } = request
  const { region } = me
  const indexes = store.codeIndexes(crypto, region, body.code)
  const [waiting] = await db.read<store.Waiting>(scope, store.redemptionByCode(region, indexes))
  if (!waiting || !merchantsOf(me).includes(waiting.unitId)) throw codeUnknown()
  const answer = { id: waiting.id, state: 'collected' } as const
  try {
    await db.commit(store.ledgerScope(scope), [
      store.endHold(region, waiting.id, 'collected', me.personId),
      store.lockSpenderOf(region, waiting.id),
      store.settleHold(region, waiting, 'posted', me.personId),
      auditStatement(me, { action: 'collectRedemption', subjectKind: 'redemption', subjectId: waiting.id }),
      tell(region, 'redemptionCollected', waiting),
      remember(answer),
    ])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}
