import type { redemptionEndpoints } from '@linli/contract/points/redemptionEndpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { covers } from '../../../kernel/auth/actor.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { notFound } from '../../../kernel/problem.ts'
import { ownRedemption } from '../errors.ts'
import type { PointsNeeds } from '../needs.ts'
import { policy } from '../policy.ts'
import { inWords } from '../refused.ts'
import * as store from '../store/redemptions.ts'
import { tell } from '../told.ts'

type Request = Pick<
  HandlerRequest<typeof redemptionEndpoints.refundRedemption>,
  'me' | 'scope' | 'params' | 'body' | 'remember'
>

/**
 * 退回 of something collected: all its points return by an entry that names the one it gives back, and the pieces return to
 * the shelf when the administration says so. Nobody gives back the own redemption.
 * @throws notFound, forbidden, ownRedemption, notCollected
 */
export async function refundRedemption({ db }: Pick<PointsNeeds, 'db'>, request: Request) {
  const { me, scope, params, body, remember } = request
  const { region } = me
  const [collected] = await db.read<store.Waiting>(scope, store.redemptionById(region, params.id))
  if (!collected) throw notFound()
  demand(policy.operations.refundRedemption, me, (role) =>
    covers(me, role, collected.area) ? ['inScope'] : [],
  )
  if (collected.personId === me.personId) throw ownRedemption()
  const { id } = collected
  const answer = { id, state: 'refunded' } as const
  try {
    await db.commit(store.ledgerScope(scope), [
      store.markRefunded(region, id, body.reason),
      store.lockSpenderOf(region, id),
      ...(body.restock ? [store.restock(region, id)] : []),
      store.refundEntry(region, collected, me.personId),
      auditStatement(me, {
        action: 'refundRedemption',
        subjectKind: 'redemption',
        subjectId: id,
        reason: body.reason,
        facts: { restock: body.restock, points: collected.points },
      }),
      tell(region, 'redemptionRefunded', collected),
      remember(answer),
    ])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}
