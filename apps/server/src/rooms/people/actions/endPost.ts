import { auditStatement } from '../../../kernel/audit/audit.ts'
import { scopeOf } from '../../../kernel/auth/actor.ts'
import { Refused } from '../../../kernel/db/database.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { notFound } from '../../../kernel/problem.ts'
import { lastAdmin } from '../errors.ts'
import { demandAt } from '../policy.ts'
import type { Answer, Asked } from '../store/asked.ts'
import { endGrantsOfPost, endPostStatement, heldPost, keepOneAdmin, lockAdmins } from '../store/posts.ts'

/** 卸任: the post and the grants that followed from it end now. @throws notFound, forbidden, lastAdmin */
export async function endPost(
  deps: Deps,
  { me, remember }: Asked,
  postId: string,
  reason: string | undefined,
): Promise<Answer & { personId: string }> {
  const post = await heldPost(deps.db, scopeOf(me), postId)
  if (!post) throw notFound()
  const { areaPath, personId } = post
  demandAt('endPost', me, areaPath ?? '/')
  const answer = { id: postId }
  const statements = [
    lockAdmins(me.region),
    endPostStatement(me.region, postId),
    endGrantsOfPost(me.region, postId),
    keepOneAdmin(me.region, postId),
    auditStatement(me, { action: 'endPost', subjectKind: 'person', subjectId: personId, reason }),
    outboxStatement(me.region, 'people.postEnded.1', { ...answer, path: areaPath, people: [personId] }),
    remember(answer),
  ]
  try {
    await deps.db.commit(scopeOf(me), statements)
  } catch (error) {
    throw error instanceof Refused && error.code === 'lastAdmin' ? lastAdmin() : error
  }
  return { ...answer, personId }
}
