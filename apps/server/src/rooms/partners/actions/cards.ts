import type { partnerEndpoints } from '@linli/contract/partners/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { FileAnswer, HandlerRequest } from '../../../kernel/http/room.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { notFound } from '../../../kernel/problem.ts'
import { demandDays } from '../demandDays.ts'
import { cardFields } from '../documents/fields.ts'
import type { PartnerNeeds } from '../needs.ts'
import { demandFor } from '../policy.ts'
import { committed } from '../refused.ts'
import { checkInById } from '../store/checkIns.ts'
import { answerCardStatement, cardStatement, sendCardStatement, servedBy } from '../store/documents.ts'
import { cardById } from '../views/documents.ts'
import { documentFile } from './documentFile.ts'

type Table = typeof partnerEndpoints
type Asked<O extends keyof Table> = Pick<
  HandlerRequest<Table[O]>,
  'me' | 'scope' | 'params' | 'body' | 'remember'
>

/**
 * 填写反馈卡: the facts as the house knows them at this moment, for the member to see first; nobody writes a figure.
 * @throws notFound, forbidden, daysTurned, notOpen
 */
export async function drawCard(
  needs: PartnerNeeds,
  { me, scope, params, body, remember }: Asked<'drawCard'>,
) {
  const { db } = needs
  const found = await checkInById(db, scope, params.id)
  if (!found?.personId) throw notFound()
  demandFor('drawCard', me, { path: found.path })
  const { id, fromOn, toOn } = body
  demandDays(body, Date.now() + db.shift())
  const facts = await servedBy(db, me.region, found.personId, { fromOn, toOn })
  const answer = { id }
  return committed(answer, () =>
    db.commit(scope, [
      cardStatement(me, { id, checkInId: found.id, fromOn, toOn, facts }),
      auditStatement(me, { action: 'drawCard', subjectKind: 'checkIn', subjectId: found.id }),
      outboxStatement(me.region, 'partners.cardDrawn.1', { id, people: [found.personId] }),
      remember(answer),
    ]),
  )
}

/** 答复: agrees that it is sent, or not, in one's own words; taken back in the same way. @throws notFound, cardMoved */
export async function answerCard(
  needs: PartnerNeeds,
  { me, scope, params, body, remember }: Asked<'answerCard'>,
) {
  const found = await cardById(needs.db, scope, params.id)
  if (found?.personId !== me.personId) throw notFound()
  const answer = { id: found.id }
  return committed(answer, () =>
    needs.db.commit(scope, [
      answerCardStatement(me, found.id, { ...body, words: body.words ?? null }),
      remember(answer),
    ]),
  )
}

/** 送交: only what the member has agreed to. @throws notFound, forbidden, noConsent, cardMoved */
export async function sendCard(
  needs: PartnerNeeds,
  { me, scope, params, body, remember }: Asked<'sendCard'>,
) {
  const found = await cardById(needs.db, scope, params.id)
  if (!found) throw notFound()
  demandFor('sendCard', me, { path: found.path })
  const answer = { id: found.id }
  return committed(answer, () =>
    needs.db.commit(scope, [
      sendCardStatement(me, found.id, body.version),
      auditStatement(me, { action: 'sendCard', subjectKind: 'feedbackCard', subjectId: found.id }),
      outboxStatement(me.region, 'partners.cardSent.1', { id: found.id, people: [found.personId] }),
      remember(answer),
    ]),
  )
}

/** 反馈卡, for the member at any time and for the home unit once it was sent; a unit's look is recorded. @throws notFound, forbidden */
export async function cardFile(
  needs: PartnerNeeds,
  { me, scope, params, query }: Pick<HandlerRequest<Table['cardFile']>, 'me' | 'scope' | 'params' | 'query'>,
): Promise<FileAnswer> {
  const found = await cardById(needs.db, scope, params.id)
  if (!found) throw notFound()
  demandFor('cardFile', me, {
    personId: found.personId,
    unitId: found.state === 'sent' ? found.unitId : null,
  })
  if (found.personId !== me.personId)
    await needs.db.commit(scope, [
      auditStatement(me, { action: 'cardFile', subjectKind: 'feedbackCard', subjectId: found.id }),
    ])
  const { facts, unitName, drawnAt, ...card } = found
  const drawnOn = new Date(Date.parse(drawnAt) + 8 * 3600_000).toISOString().slice(0, 10)
  const filled = cardFields({ ...card, ...facts, unitName: unitName.zh, drawnOn })
  return documentFile(needs.db, scope, filled, query.form)
}
