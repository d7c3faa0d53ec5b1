import type { redemptionEndpoints } from '@linli/contract/points/redemptionEndpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { covers } from '../../../kernel/auth/actor.ts'
import { Refused, violated } from '../../../kernel/db/database.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { invalid, keyReused } from '../../../kernel/problem.ts'
import type { PointsNeeds } from '../needs.ts'
import { policy } from '../policy.ts'
import { insertReward } from '../store/rewards.ts'

type Request = Pick<
  HandlerRequest<typeof redemptionEndpoints.addReward>,
  'me' | 'scope' | 'body' | 'remember'
>

/** 上架: a reward of an open unit, offered in an area of the administration's own. @throws forbidden, invalid; keyReused when the id is taken */
export async function addReward({ db }: Pick<PointsNeeds, 'db'>, request: Request) {
  const { me, scope, body, remember } = request
  demand(policy.operations.addReward, me, (role) => (covers(me, role, body.area) ? ['inScope'] : []))
  if (body.to && body.to <= (body.from ?? new Date(Date.now() + db.shift()).toISOString()))
    throw invalid([{ field: 'to', message: '下架时间要晚于上架时间。' }])
  const answer = { id: body.id, version: 1 }
  try {
    await db.commit(scope, [
      insertReward(me.region, body, me.personId),
      auditStatement(me, {
        action: 'addReward',
        subjectKind: 'reward',
        subjectId: body.id,
        facts: { points: body.points, fen: body.fen, base: body.base, stock: body.stock },
      }),
      remember(answer),
    ])
  } catch (error) {
    if (violated(error) === 'rewards_pkey') throw keyReused()
    if (error instanceof Refused && error.code === 'noUnit')
      throw invalid([{ field: 'unit', message: '没有这个单位，或者它已撤销。' }])
    if (error instanceof Refused && error.code === 'noArea')
      throw invalid([{ field: 'area', message: '没有这个地点，或者它已撤销。' }])
    throw error
  }
  return answer
}
