import { scopeOf } from '../../../kernel/auth/actor.ts'
import { Refused } from '../../../kernel/db/database.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { notHelper } from '../errors.ts'
import type { Answer, Asked } from '../store/asked.ts'
import { consentStatement } from '../store/consents.ts'
import { endHelperGrantStatement, leaveStatement } from '../store/helpers.ts'

/** Stops helping: nothing is lost, one may come back. Orders in hand stay until they are done or given back. */
export async function leaveAsHelper(deps: Deps, { me, remember }: Asked): Promise<Answer> {
  const answer = { id: me.personId }
  try {
    await deps.db.commit(scopeOf(me), [
      leaveStatement(me.region, me.personId),
      endHelperGrantStatement(me.region, me.accountId),
      consentStatement(me.region, me.personId, 'helping', false, 'leaveAsHelper'),
      remember(answer),
    ])
  } catch (error) {
    throw error instanceof Refused && error.code === 'notHelper' ? notHelper() : error
  }
  return answer
}
