import type { Administrator } from '@linli/contract'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { scopeOf } from '../../../kernel/auth/actor.ts'
import { Refused, violated } from '../../../kernel/db/database.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { newId } from '../../../kernel/ids.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { placeRules } from '../../places/index.ts'
import { accountNeeded, administratorsApart, lastAdmin, postHeld, roleNotHeld } from '../errors.ts'
import { endRoleStatement, notHeldStatement } from '../store/accounts.ts'
import type { Answer, Asked } from '../store/asked.ts'
import { grantStatement, keepAdministrators, lockAdmins, postStatement } from '../store/posts.ts'
import { othersAccount } from './staffAccounts.ts'

/**
 * Makes somebody one of the three administrators of the whole region, in the post that the place has for it. The database
 * refuses a second one of the three for the same account, also when both are given at the same moment.
 * @throws forbidden, notFound, ownAccount, accountNeeded, postHeld, administratorsApart
 */
export async function appointAdministrator(
  deps: Deps,
  { me, remember }: Asked,
  id: string,
  role: Administrator,
): Promise<Answer> {
  const { login, isDisabled, personId } = await othersAccount(deps, me, id)
  if (login === null || isDisabled) throw accountNeeded()
  const { posts } = await placeRules(deps.db, me.region)
  const post = posts.find(({ level, roles }) => level === 'region' && roles.includes(role))
  const held = post && { id: newId(), personId, post: post.key, fromOn: undefined, toOn: undefined }
  const place = { areaPath: '/', unitId: null }
  const answer = { id }
  try {
    await deps.db.commit(scopeOf(me), [
      notHeldStatement(me.region, id, role),
      ...(held ? [postStatement(me.region, { ...held, ...place })] : []),
      ...(post?.roles ?? [role]).map((each) =>
        grantStatement(me.region, { accountId: id, role: each, ...place, postId: held?.id ?? null }),
      ),
      auditStatement(me, {
        action: 'appointAdministrator',
        subjectKind: 'account',
        subjectId: id,
        facts: { role },
      }),
      outboxStatement(me.region, 'people.postAssigned.1', { id, path: '/', people: [personId] }),
      remember(answer),
    ])
  } catch (error) {
    if (error instanceof Refused && error.code === 'held') throw postHeld()
    throw refusedGrant(error) ?? error
  }
  return answer
}

/** What a grant was refused for by the tables themselves. */
export function refusedGrant(error: unknown) {
  const constraint = violated(error)
  if (constraint === 'grants_administrators_apart' || constraint === 'grants_security_apart')
    return administratorsApart()
  return constraint === 'posts_now' ? postHeld() : undefined
}

/** Ends somebody's role as one of the three, with its post. @throws forbidden, notFound, ownAccount, roleNotHeld, lastAdmin */
export async function dismissAdministrator(
  deps: Deps,
  { me, remember }: Asked,
  id: string,
  { role, reason }: { readonly role: Administrator; readonly reason: string },
): Promise<Answer> {
  const { personId } = await othersAccount(deps, me, id)
  const answer = { id }
  try {
    await deps.db.commit(scopeOf(me), [
      lockAdmins(me.region),
      endRoleStatement(me.region, id, role),
      keepAdministrators(me.region, id),
      auditStatement(me, {
        action: 'dismissAdministrator',
        subjectKind: 'account',
        subjectId: id,
        reason,
        facts: { role },
      }),
      outboxStatement(me.region, 'people.postEnded.1', { id, path: '/', people: [personId] }),
      remember(answer),
    ])
  } catch (error) {
    if (error instanceof Refused && error.code === 'notHeld') throw roleNotHeld()
    throw error instanceof Refused && error.code === 'lastAdmin' ? lastAdmin() : error
  }
  return answer
}
