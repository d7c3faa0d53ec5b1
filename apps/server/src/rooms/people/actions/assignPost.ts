import type { BodyOf } from '@linli/contract'
import type { peopleEndpoints } from '@linli/contract/people/endpoints'
import { scopeOf } from '../../../kernel/auth/actor.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { newId } from '../../../kernel/ids.ts'
import { notFound } from '../../../kernel/problem.ts'
import { placeRules } from '../../places/index.ts'
import {
  accountNeeded,
  administratorPost,
  daysWrong,
  ownPost,
  postNeedsPlace,
  unknownArea,
  unknownPost,
} from '../errors.ts'
import { demandAt } from '../policy.ts'
import { postTerms } from '../rules/postPlace.ts'
import type { Answer, Asked } from '../store/asked.ts'
import { personById } from '../store/people.ts'
import { areaIsOpen, unitIsOpen } from '../store/posts.ts'
import { refusedGrant } from './administrators.ts'
import { holdPost } from './holdPost.ts'

const REFUSALS = { unknownPost, administratorPost, postNeedsPlace, daysWrong }

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
  const terms = postTerms(posts, body)
  if (terms.refused) throw REFUSALS[terms.refused]()
  const { post, place } = terms
  const { areaPath, unitId } = place
  if (areaPath !== null && !(await areaIsOpen(deps.db, me.region, areaPath))) throw unknownArea()
  if (unitId !== null && !(await unitIsOpen(deps.db, me.region, unitId))) throw postNeedsPlace()
  const person = await personById(deps.db, me.region, personId)
  if (!person) throw notFound()
  if (personId === me.personId) throw ownPost()
  const { accountId } = person
  if (!accountId) throw accountNeeded()
  const answer = { id: newId() }
  const { fromOn, toOn, share } = body
  try {
    await deps.db.transaction(scopeOf(me), async (tx) => {
      await holdPost(tx, me, { ...answer, post, personId, accountId, areaPath, unitId, fromOn, toOn, share })
      await tx.query(remember(answer))
    })
  } catch (error) {
    throw refusedGrant(error) ?? error
  }
  return answer
}
