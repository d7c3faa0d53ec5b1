import type { redemptionEndpoints } from '@linli/contract/points/redemptionEndpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { covers } from '../../../kernel/auth/actor.ts'
import { violated } from '../../../kernel/db/database.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { invalid, notFound } from '../../../kernel/problem.ts'
import { stockTooLow } from '../errors.ts'
import type { PointsNeeds } from '../needs.ts'
import { policy } from '../policy.ts'
import { inWords } from '../refused.ts'
import { rewardById, updateReward } from '../store/rewards.ts'

type Request = Pick<
  HandlerRequest<typeof redemptionEndpoints.changeReward>,
  'me' | 'scope' | 'params' | 'body' | 'remember'
>

/**
 * 调整 of terms and pieces, and 下架. What was redeemed keeps its terms; pieces are added and taken away, never set, because
 * people redeem meanwhile.
 * @throws notFound, forbidden, invalid, rewardChanged, stockTooLow
 */
export async function changeReward({ db }: Pick<PointsNeeds, 'db'>, request: Request) {
  const { me, scope, params, body, remember } = request
  const [reward] = await db.read<{ area: string; endless: boolean }>(scope, rewardById(me.region, params.id))
  if (!reward) throw notFound()
  demand(policy.operations.changeReward, me, (role) => (covers(me, role, reward.area) ? ['inScope'] : []))
  if (body.addStock && reward.endless)
    throw invalid([{ field: 'addStock', message: '这件兑换品不限数量，不用增减。' }])
  const answer = { id: params.id, version: body.version + 1 }
  const { version: _version, name: _name, ...facts } = body
  try {
    await db.commit(scope, [
      updateReward(me.region, params.id, body),
      auditStatement(me, { action: 'changeReward', subjectKind: 'reward', subjectId: params.id, facts }),
      remember(answer),
    ])
  } catch (error) {
    if (violated(error) === 'rewards_stock_check') throw stockTooLow()
    throw inWords(error)
  }
  return answer
}
