import { Refused } from '../../../kernel/db/database.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { notHelper } from '../errors.ts'
import type { PointsNeeds } from '../needs.ts'

type Request = Pick<HandlerRequest, 'me' | 'scope'> & {
  remember(answer: { optedIn: boolean }): ReturnType<HandlerRequest['remember']>
}

/**
 * 参加积分, or not any more. Leaving takes nothing away: what is there stays, and what is promised is still added.
 * @throws notHelper
 */
export async function setOptIn(needs: PointsNeeds, request: Request, optedIn: boolean) {
  const answer = { optedIn }
  try {
    await needs.db.commit(request.scope, [
      needs.optInStatement(request.me.region, request.me.personId, optedIn),
      request.remember(answer),
    ])
  } catch (error) {
    if (error instanceof Refused && error.code === 'notHelper') throw notHelper()
    throw error
  }
  return answer
}
