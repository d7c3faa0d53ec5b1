import type { redrawEndpoints } from '@linli/contract/places/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { scopeOf } from '../../../kernel/auth/actor.ts'
import { Refused, violated } from '../../../kernel/db/database.ts'
import type { Deps } from '../../../kernel/deps.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { newId } from '../../../kernel/ids.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { notFound } from '../../../kernel/problem.ts'
import { placeRules } from '../placeRules.ts'
import { standingAt } from '../policy.ts'
import { bodyThere, FAULTS, unknownBody } from './errors.ts'
import { redrawPolicy } from './policy.ts'
import { bodyById, endBody, openBody } from './store/bodies.ts'

type Open = HandlerRequest<typeof redrawEndpoints.openPartyBody>
type End = HandlerRequest<typeof redrawEndpoints.endPartyBody>

/** A party body of one of the place's kinds stands at an area from a day on. @throws forbidden, unknownPartyBody, unknownArea, partyBodyThere */
export async function openPartyBody({ db }: Deps, { me, body, remember }: Open) {
  demand(redrawPolicy.operations.openPartyBody, me, standingAt(me, body.path))
  const { partyBodies } = await placeRules(db, me.region)
  if (!partyBodies.some(({ key }) => key === body.kind)) throw unknownBody()
  const answer = { id: newId() }
  const facts = { kind: body.kind, path: body.path }
  const about = { action: 'openPartyBody', subjectKind: 'partyBody', subjectId: answer.id, facts }
  try {
    await db.commit(scopeOf(me), [
      openBody(me.region, { ...answer, ...body }),
      auditStatement(me, about),
      outboxStatement(me.region, 'places.partyBodyOpened.1', { ...answer, path: body.path }),
      remember(answer),
    ])
  } catch (error) {
    if (error instanceof Refused && error.code === 'unknownArea') throw FAULTS.unknownArea()
    throw violated(error) === 'party_bodies_now' ? bodyThere() : error
  }
  return answer
}

/** A party body ends today; what it was stays in the history. @throws notFound, forbidden */
export async function endPartyBody({ db }: Deps, { me, params, remember }: End) {
  const body = await bodyById(db, me.region, params.id)
  if (!body) throw notFound()
  demand(redrawPolicy.operations.endPartyBody, me, standingAt(me, body.path))
  const answer = { id: params.id }
  const about = { action: 'endPartyBody', subjectKind: 'partyBody', subjectId: params.id }
  await db.commit(scopeOf(me), [
    endBody(me.region, params.id),
    auditStatement(me, about),
    outboxStatement(me.region, 'places.partyBodyEnded.1', { ...answer, path: body.path }),
    remember(answer),
  ])
  return answer
}
