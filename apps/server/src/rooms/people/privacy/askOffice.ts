import type { BodyOf } from '@linli/contract'
import type { privacyEndpoints } from '@linli/contract/privacy/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { scopeOf } from '../../../kernel/auth/actor.ts'
import { Refused } from '../../../kernel/db/database.ts'
import { newId } from '../../../kernel/ids.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { notFound } from '../../../kernel/problem.ts'
import { answerDay, answerStatement, ownsOrder, requestById, requestStatement } from '../store/ownData.ts'
import { answeredAlready, tooManyRequests } from './errors.ts'
import type { Asking, OwnDataNeeds } from './needs.ts'
import { demandAnswering } from './policy.ts'

/**
 * A correction one may not make oneself, an explanation, or a person in place of the machine (PIPL art. 24, 46, 48): the
 * office where one lives answers by a day that is told at once.
 * @throws notFound when the order is not one's own, tooManyRequests
 */
export async function askOffice(
  { db }: OwnDataNeeds,
  { me, remember }: Asking<{ id: string; dueOn: string }>,
  { kind, words, orderId: about }: BodyOf<typeof privacyEndpoints.askOffice>,
): Promise<{ id: string; dueOn: string }> {
  const orderId = about ?? null
  if (orderId !== null && !(await ownsOrder(db, scopeOf(me), me.personId, orderId))) throw notFound()
  const answer = { id: newId(), dueOn: await answerDay(db, me.region) }
  try {
    await db.commit(scopeOf(me), [
      remember(answer),
      requestStatement(me.region, me.personId, { ...answer, kind, words: words.trim(), orderId }),
    ])
  } catch (error) {
    throw error instanceof Refused && error.code === 'tooMany' ? tooManyRequests() : error
  }
  return answer
}

/** Answers a request; the person is told. @throws notFound, forbidden, answeredAlready */
export async function answerDataRequest(
  { db }: OwnDataNeeds,
  { me, remember }: Asking<{ id: string }>,
  id: string,
  body: BodyOf<typeof privacyEndpoints.answerDataRequest>,
): Promise<{ id: string }> {
  const request = await requestById(db, scopeOf(me), id)
  if (!request) throw notFound()
  demandAnswering(me, request.path)
  const answer = { id }
  try {
    await db.commit(scopeOf(me), [
      remember(answer),
      answerStatement(me.region, id, me.personId, { outcome: body.outcome, answer: body.answer.trim() }),
      auditStatement(me, {
        action: 'answerDataRequest',
        subjectKind: 'person',
        subjectId: request.personId,
        facts: { outcome: body.outcome },
      }),
      outboxStatement(me.region, 'privacy.requestAnswered.1', { id, people: [request.personId] }),
    ])
  } catch (error) {
    throw error instanceof Refused && error.code === 'answered' ? answeredAlready() : error
  }
  return answer
}
