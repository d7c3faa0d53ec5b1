import type { noticeEndpoints } from '@linli/contract/notices/endpoints'
import type { Database } from '../../../kernel/db/database.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { takeUnshown as take } from '../store.ts'
import { shownNotice } from '../views/inbox.ts'

type Request = Pick<HandlerRequest<typeof noticeEndpoints.takeUnshown>, 'me' | 'scope' | 'remember'>
const AT_ONCE = 20

/**
 * The notices that no page has shown yet, for the toast: marked as shown in the same commit as the kept answer, so that two
 * open pages share them out and a lost answer is given again to the same key.
 */
export const takeUnshown = (db: Database, { me, scope, remember }: Request) =>
  db.transaction(scope, async (tx) => {
    const answer = { items: (await take(tx, me.region, me.personId, AT_ONCE)).map(shownNotice) }
    await tx.query(remember(answer))
    return answer
  })
