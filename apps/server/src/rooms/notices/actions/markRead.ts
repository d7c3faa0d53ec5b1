import type { noticeEndpoints } from '@linli/contract/notices/endpoints'
import { type Database, Refused } from '../../../kernel/db/database.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { noticeNotFound } from '../errors.ts'
import { markRead } from '../store.ts'

type Request = Pick<
  HandlerRequest<typeof noticeEndpoints.markNoticeRead>,
  'me' | 'scope' | 'params' | 'remember'
>

/** One notice was read; reading it again changes nothing. @throws noticeNotFound, also for somebody else's */
export async function markNoticeRead(db: Database, { me, scope, params, remember }: Request) {
  const answer = { id: params.id }
  try {
    await db.commit(scope, [markRead(me.region, me.personId, params.id), remember(answer)])
  } catch (error) {
    if (error instanceof Refused && error.code === 'notices.notFound') throw noticeNotFound()
    throw error
  }
  return answer
}
