import type { dutiesEndpoints } from '@linli/contract/duties/endpoints'
import type { PlaceQuery } from '@linli/contract/duties/shapes'
import type { Static } from '@linli/contract/schema'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { newId } from '../../../kernel/ids.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { notFound } from '../../../kernel/problem.ts'
import { noSuchPlace } from '../errors.ts'
import type { DutiesNeeds } from '../needs.ts'
import { demandAt } from '../policy.ts'
import { inWords } from '../refused.ts'
import { shiftOn } from '../rules/rosterDays.ts'
import { postOf } from '../store/duties.ts'
import type { Place } from '../store/fitness.ts'
import { fillStatement, lockMemberOf, lockRoster } from '../store/places.ts'
import { rosterById } from '../store/rosters.ts'

type Asked = Pick<
  HandlerRequest<typeof dutiesEndpoints.fillPlace>,
  'me' | 'scope' | 'params' | 'body' | 'remember'
>

/**
 * 补人: somebody of the roster is put on where too few stand, by the rules the planner keeps; they are told, and may ask
 * for a swap as with any duty. @throws notFound, forbidden, noSuchPlace, rosterMoved, shiftOver, placeFilled, notMember,
 * away, lacksSkill, needsRest, weekFull, peopleElsewhere
 */
export async function fillPlace(
  needs: DutiesNeeds,
  { me, scope, params, body, remember }: Asked,
): Promise<{ id: string }> {
  const { region } = me
  const { personId } = body
  const place = await placeAt(needs, { me, scope }, params.id, body, 'fillPlace')
  const answer = { id: place.id }
  try {
    // Rules are asked of the system: what somebody serves in another area is not the asker's to see, only that it clashes.
    await needs.db.commit({ ...scope, system: true }, [
      lockRoster(region, place.rosterId),
      lockMemberOf(region, place.rosterId, personId),
      fillStatement(region, place, personId),
      auditStatement(me, { action: 'fillPlace', subjectKind: 'duty', subjectId: place.id }),
      outboxStatement(region, 'duties.placeFilled.1', { id: place.id, people: [personId] }),
      remember(answer),
    ])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}

/** A post of a roster in one shift of one day, for whoever draws up its rosters. @throws notFound, forbidden, noSuchPlace */
export async function placeAt(
  { db, calendar }: DutiesNeeds,
  { me, scope }: Pick<HandlerRequest, 'me' | 'scope'>,
  rosterId: string,
  { postId, day, shift }: Static<typeof PlaceQuery>,
  operation: 'fillPlace' | 'listFitting',
): Promise<Place> {
  const roster = await rosterById(db, scope, rosterId)
  if (!roster) throw notFound()
  demandAt(operation, me, roster.path)
  const when = shiftOn(roster, day, shift, await calendar(me.region))
  const post = await postOf(db, scope, postId)
  if (!when || post?.rosterId !== roster.id) throw noSuchPlace()
  return { id: newId(), rosterId: roster.id, postId, shift, day, ...when }
}
