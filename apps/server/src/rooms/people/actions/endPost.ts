import { auditStatement } from '../../../kernel/audit/audit.ts'
import { scopeOf } from '../../../kernel/auth/actor.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { notFound } from '../../../kernel/problem.ts'
import { placeRules } from '../../places/index.ts'
import { administratorPost, ownPost } from '../errors.ts'
import { demandAt } from '../policy.ts'
import { isAdministrators } from '../rules/postPlace.ts'
import type { Answer, Asked } from '../store/asked.ts'
import { endGrantsOfPost, endPostStatement, heldPost } from '../store/posts.ts'

/** 卸任: the post and the grants that followed from it end now. Nobody ends their own. @throws notFound, forbidden, administratorPost, ownPost */
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
  const { posts } = await placeRules(deps.db, me.region)
  const rule = posts.find(({ key }) => key === post.post)
  if (rule && isAdministrators(rule)) throw administratorPost()
  if (personId === me.personId) throw ownPost()
  const answer = { id: postId }
  const statements = [
    endPostStatement(me.region, postId),
    endGrantsOfPost(me.region, postId),
    auditStatement(me, { action: 'endPost', subjectKind: 'person', subjectId: personId, reason }),
    outboxStatement(me.region, 'people.postEnded.1', { ...answer, path: areaPath, people: [personId] }),
    remember(answer),
  ]
  await deps.db.commit(scopeOf(me), statements)
  return { ...answer, personId }
}
