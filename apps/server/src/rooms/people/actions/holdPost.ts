import type { Post } from '@linli/contract'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { Actor } from '../../../kernel/auth/actor.ts'
import type { Tx } from '../../../kernel/db/database.ts'
import { MOST_RANGES } from '../../../kernel/db/scope.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { tooManyAreas } from '../errors.ts'
import { grantStatement, type NewPost, postStatement, separateAreas } from '../store/posts.ts'

export type Holding = Omit<NewPost, 'post'> & { readonly post: Post; readonly accountId: string }

/**
 * Writes a post with the grants of its roles, its audit entry and its news: what `assignPost` does for one person and
 * the register of posts for each row.
 * @throws tooManyAreas
 */
export async function holdPost(tx: Tx, me: Actor, holding: Holding): Promise<void> {
  const { id, personId, accountId, areaPath, unitId, fromOn, toOn, post } = holding
  const { region } = me
  if (areaPath !== null && (await separateAreas(tx, region, accountId, [areaPath])) > MOST_RANGES)
    throw tooManyAreas()
  await tx.query(postStatement(region, { ...holding, post: post.key }))
  for (const role of post.roles)
    await tx.query(grantStatement(region, { accountId, areaPath, unitId, postId: id, fromOn, toOn, role }))
  const facts = { post: post.key, path: areaPath, unit: unitId }
  await tx.query(
    auditStatement(me, { action: 'assignPost', subjectKind: 'person', subjectId: personId, facts }),
  )
  await tx.query(outboxStatement(region, 'people.postAssigned.1', { id, path: areaPath, people: [personId] }))
}
