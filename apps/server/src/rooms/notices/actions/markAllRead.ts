import type { noticeEndpoints } from '@linli/contract/notices/endpoints'
import type { Database } from '../../../kernel/db/database.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { markEveryRead } from '../store.ts'

type Request = Pick<HandlerRequest<typeof noticeEndpoints.markAllRead>, 'me' | 'scope' | 'remember'>

/** Everything that lies in the inbox now was read. */
export async function markAllRead(db: Database, { me, scope, remember }: Request) {
  await db.commit(scope, [markEveryRead(me.region, me.personId), remember({})])
  return {}
}
