import type { BodyOf } from '@linli/contract'
import type { peopleEndpoints } from '@linli/contract/people/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { scopeOf } from '../../../kernel/auth/actor.ts'
import { MOST_RANGES } from '../../../kernel/db/scope.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { newId } from '../../../kernel/ids.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { notFound } from '../../../kernel/problem.ts'
import { placeRules } from '../../places/index.ts'
import {
  accountNeeded,
  administratorPost,
  daysWrong,
  ownPost,
  postNeedsPlace,
  tooManyAreas,
  unknownArea,
  unknownPost,
} from '../errors.ts'
import { demandAt } from '../policy.ts'
import { isAdministrators, postPlace } from '../rules/postPlace.ts'
import type { Answer, Asked } from '../store/asked.ts'
import { personById } from '../store/people.ts'
import { areaIsOpen, grantStatement, postStatement, separateAreas, unitIsOpen } from '../store/posts.ts'
import { refusedGrant } from './administrators.ts'

/**
 * 任职: a person takes a post over an area or a unit, from a day on; the roles that the place's preset gives the post
 * follow as grants in the same transaction. Nobody assigns a post to themselves.
 * The three administrators are appointed by `appointAdministrator`.
 * @throws unknownPost, administratorPost, administratorsApart, postNeedsPlace, unknownArea, daysWrong, ownPost, accountNeeded, postHeld, tooManyAreas
 */
export async function assignPost(
  deps: Deps,
  { me, remember }: Asked,
  personId: string,
  body: BodyOf<typeof peopleEndpoints.assignPost>,
): Promise<Answer> {
  demandAt('assignPost', me, body.areaPath ?? '/')
  const { posts } = await placeRules(deps.db, me.region)
  const post = posts.find(({ key }) => key === body.post)
  if (!post) throw unknownPost()
  if (isAdministrators(post)) throw administratorPost()
  const place = postPlace(post.level, body)
  if (!place) throw postNeedsPlace()
  const { areaPath, unitId } = place
  if (areaPath !== null && !(await areaIsOpen(deps.db, me.region, areaPath))) throw unknownArea()
  if (unitId !== null && !(await unitIsOpen(deps.db, me.region, unitId))) throw postNeedsPlace()
  const { fromOn, toOn, share } = body
  if (fromOn && toOn && toOn < fromOn) throw daysWrong()
  const person = await personById(deps.db, me.region, personId)
  if (!person) throw notFound()
  if (personId === me.personId) throw ownPost()
  const { accountId } = person
  if (!accountId) throw accountNeeded()
  const answer = { id: newId() }
  try {
    await deps.db.transaction(scopeOf(me), async (tx) => {
      if (areaPath !== null && (await separateAreas(tx, me.region, accountId, areaPath)) > MOST_RANGES)
        throw tooManyAreas()
      await tx.query(
        postStatement(me.region, {
          ...answer,
          personId,
          post: post.key,
          areaPath,
          unitId,
          fromOn,
          toOn,
          share,
        }),
      )
      const grant = { accountId, areaPath, unitId, postId: answer.id, fromOn, toOn }
      for (const role of post.roles) await tx.query(grantStatement(me.region, { ...grant, role }))
      const facts = { post: post.key, path: areaPath, unit: unitId }
      await tx.query(
        auditStatement(me, { action: 'assignPost', subjectKind: 'person', subjectId: personId, facts }),
      )
      await tx.query(
        outboxStatement(me.region, 'people.postAssigned.1', {
          ...answer,
          path: areaPath,
          people: [personId],
        }),
      )
      await tx.query(remember(answer))
    })
  } catch (error) {
    throw refusedGrant(error) ?? error
  }
  return answer
}
