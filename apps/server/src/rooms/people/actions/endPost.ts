import { auditStatement } from '../../../kernel/audit/audit.ts'
import { scopeOf } from '../../../kernel/auth/actor.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { notFound } from '../../../kernel/problem.ts'
import { demandAt } from '../policy.ts'
import type { Answer, Asked } from '../store/asked.ts'
import { endGrantsOfPost, endPostStatement, heldPost } from '../store/posts.ts'

/** 卸任: the post and the grants that followed from it end now. @throws notFound, forbidden */
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
  await deps.db.commit(scopeOf(me), [
    endPostStatement(me.region, postId),
    endGrantsOfPost(me.region, postId),
    auditStatement(me, { action: 'endPost', subjectKind: 'person', subjectId: personId, reason }),
    outboxStatement(me.region, 'people.postEnded.1', { ...answer, path: areaPath, people: [personId] }),
    remember(answer),
  ])
  return { ...answer, personId }
}
