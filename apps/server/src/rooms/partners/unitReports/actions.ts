import type { reportEndpoints } from '@linli/contract/partners/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { FileAnswer, HandlerRequest } from '../../../kernel/http/room.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { notFound } from '../../../kernel/problem.ts'
import { documentFile } from '../actions/documentFile.ts'
import { demandDays } from '../demandDays.ts'
import { reportFields } from '../documents/fields.ts'
import { notAnswered } from '../errors.ts'
import type { PartnerNeeds } from '../needs.ts'
import { liaisonOf } from '../policy.ts'
import { committed } from '../refused.ts'
import { checkInById } from '../store/checkIns.ts'
import { demandFor } from './policy.ts'
import { answerStatement, liaisonsOf, reportStatement } from './store.ts'
import { reportById } from './views.ts'

type Needs = Pick<PartnerNeeds, 'db'>
type Table = typeof reportEndpoints
type Asked<O extends keyof Table> = Pick<
  HandlerRequest<Table[O]>,
  'me' | 'scope' | 'params' | 'body' | 'remember'
>

/** 填写单位服务报告: two days; nobody writes a figure. @throws notFound, forbidden, daysTurned, notOpen */
export async function drawReport(
  { db }: Needs,
  { me, scope, params, body, remember }: Asked<'drawReport'>,
): Promise<{ id: string }> {
  const found = await checkInById(db, scope, params.id)
  if (found?.kind !== 'unit') throw notFound()
  demandFor('drawReport', me, { path: found.path })
  demandDays(body, Date.now() + db.shift())
  const people = await liaisonsOf(db, me.region, found.unitId)
  const answer = { id: body.id }
  return committed(answer, () =>
    db.commit(scope, [
      reportStatement(me, { ...body, checkInId: found.id }),
      auditStatement(me, { action: 'drawReport', subjectKind: 'checkIn', subjectId: found.id }),
      outboxStatement(me.region, 'partners.reportDrawn.1', { id: body.id, people }),
      remember(answer),
    ]),
  )
}

/** 单位答复: read, and in the unit's own words. @throws notFound, forbidden, reportMoved */
export async function answerReport(
  { db }: Needs,
  { me, scope, params, body, remember }: Asked<'answerReport'>,
): Promise<{ id: string }> {
  const found = await reportById(db, scope, params.id)
  if (!found) throw notFound()
  demandFor('answerReport', me, found)
  const answer = { id: found.id }
  return committed(answer, () =>
    db.commit(scope, [
      answerStatement(me, found.id, { version: body.version, words: body.words ?? null }),
      auditStatement(me, { action: 'answerReport', subjectKind: 'unitReport', subjectId: found.id }),
      outboxStatement(me.region, 'partners.reportAnswered.1', { id: found.id, people: [found.drawnBy] }),
      remember(answer),
    ]),
  )
}

/** The document: the unit's at any time, the community's once the unit has answered. @throws notFound, forbidden, notAnswered */
export async function reportFile(
  { db }: Needs,
  {
    me,
    scope,
    params,
    query,
  }: Pick<HandlerRequest<Table['reportFile']>, 'me' | 'scope' | 'params' | 'query'>,
): Promise<FileAnswer> {
  const found = await reportById(db, scope, params.id)
  if (!found) throw notFound()
  demandFor('reportFile', me, found)
  if (found.state === 'drawn' && !liaisonOf(me).includes(found.unitId)) throw notAnswered()
  await db.commit(scope, [
    auditStatement(me, { action: 'reportFile', subjectKind: 'unitReport', subjectId: found.id }),
  ])
  const { facts, unitName, drawnAt, ...report } = found
  const drawnOn = new Date(Date.parse(drawnAt) + 8 * 3600_000).toISOString().slice(0, 10)
  const filled = reportFields({ ...report, ...facts, unitName: unitName.zh, drawnOn })
  return documentFile(db, scope, filled, query.form)
}
