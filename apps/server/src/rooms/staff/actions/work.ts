import { auditStatement } from '../../../kernel/audit/audit.ts'
import { type Actor, systemScope } from '../../../kernel/auth/actor.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { notFound } from '../../../kernel/problem.ts'
import { daysWrong, notNow, notPosted, notYourself, ownAppeal, tooLate } from '../errors.ts'
import type { StaffNeeds } from '../needs.ts'
import { demandAt } from '../policy.ts'
import * as store from '../store/work.ts'
import { type Asked, committed } from './training.ts'

type Agreement = store.Agreement
const YEAR = 366 * 86_400_000

const record = (me: Actor, action: string, id: string) =>
  auditStatement(me, { action, subjectKind: 'workAgreement', subjectId: id })
const tell = (region: number, event: string, id: string, people: readonly string[]) =>
  outboxStatement(region, `staff.${event}.1`, { id, people })

async function agreement(needs: StaffNeeds, region: number, id: string): Promise<Agreement> {
  const { appeal } = await needs.terms(region)
  const found = await store.agreementById(needs.db, region, id, appeal.openDays)
  if (!found) throw notFound()
  return found
}
/** To everybody but the worker an agreement is not there. @throws notFound */
async function asWorker(needs: StaffNeeds, { region, personId }: Actor, id: string): Promise<Agreement> {
  const found = await agreement(needs, region, id)
  if (found.workerId !== personId) throw notFound()
  return found
}
/** The lead's own step, still within the own area. @throws notFound, forbidden */
async function asLead(
  needs: StaffNeeds,
  me: Actor,
  id: string,
  operation: Parameters<typeof demandAt>[0],
): Promise<Agreement> {
  const found = await agreement(needs, me.region, id)
  demandAt(operation, me, found.path)
  if (found.leadId !== me.personId) throw notFound()
  return found
}

/** 提出工作结果: a list with what counts as done; nothing of it holds before the worker agrees. @throws notYourself, notPosted, forbidden, daysWrong */
export async function proposeWork(needs: StaffNeeds, { me, body, remember }: Asked<'proposeWork'>) {
  const { region, personId } = me
  if (body.workerId === personId) throw notYourself()
  const path = await store.workplaceOf(needs.db, region, body.workerId)
  if (path === undefined) throw notFound()
  if (path === null) throw notPosted()
  demandAt('proposeWork', me, path)
  const length = Date.parse(body.to) - Date.parse(body.from)
  if (length < 0 || length > YEAR) throw daysWrong()
  const answer = { id: body.id }
  return committed(needs, region, answer, [
    remember(answer),
    ...store.insertAgreement(region, personId, { ...body, path }),
    record(me, 'proposeWork', body.id),
    tell(region, 'workProposed', body.id, [body.workerId]),
  ])
}

/** 答复: a yes makes it binding for both; what is sent back is gone, and another may be proposed. @throws notFound, notNow */
export async function answerWork(needs: StaffNeeds, { me, params, body, remember }: Asked<'answerWork'>) {
  const { region } = me
  const { leadId } = await asWorker(needs, me, params.id)
  const answer = { id: params.id }
  return committed(needs, region, answer, [
    remember(answer),
    ...(body.agrees ? [store.agreeStatement(region, params.id)] : store.removeProposed(region, params.id)),
    record(me, 'answerWork', params.id),
    tell(region, 'workAgreed', params.id, [leadId]),
  ])
}

/** 写下事实. @throws notFound, forbidden, notNow */
export async function addWorkFact(needs: StaffNeeds, { me, params, body, remember }: Asked<'addWorkFact'>) {
  const { region, personId } = me
  await asLead(needs, me, params.id, 'addWorkFact')
  const answer = { id: body.id }
  return committed(needs, region, answer, [
    remember(answer),
    store.insertFact(region, personId, { ...body, agreementId: params.id }),
    record(me, 'addWorkFact', params.id),
    tell(region, 'factAdded', params.id, []),
  ])
}

/** 回应事实: the worker's own words, beside the fact for good. @throws notFound, notNow */
export async function answerWorkFact(
  needs: StaffNeeds,
  { me, params, body, remember }: Asked<'answerWorkFact'>,
) {
  const { region, personId } = me
  if (!(await store.factFor(needs.db, region, params.id, personId))) throw notFound()
  const answer = { id: params.id }
  return committed(needs, region, answer, [
    remember(answer),
    store.answerFact(region, params.id, personId, body.words),
    tell(region, 'factAnswered', params.id, []),
  ])
}

/** 请本人先看: from now on no fact is added, and the worker reads every one before any result. @throws notFound, forbidden, notNow */
export async function showWork(needs: StaffNeeds, { me, params, remember }: Asked<'showWork'>) {
  const { region } = me
  const { workerId } = await asLead(needs, me, params.id, 'showWork')
  const answer = { id: params.id }
  return committed(needs, region, answer, [
    remember(answer),
    store.showStatement(region, params.id),
    record(me, 'showWork', params.id),
    tell(region, 'workShown', params.id, [workerId]),
  ])
}

/** 写下结果: a word for each item, after the worker saw the facts. @throws notFound, forbidden, notNow, itemMissing */
export async function concludeWork(needs: StaffNeeds, { me, params, body, remember }: Asked<'concludeWork'>) {
  const { region } = me
  const { workerId, version } = await asLead(needs, me, params.id, 'concludeWork')
  if (version !== body.version) throw notNow()
  const answer = { id: params.id }
  return committed(needs, region, answer, [
    remember(answer),
    store.concludeStatement(region, params.id),
    ...store.setOutcomes(region, params.id, body.outcomes),
    record(me, 'concludeWork', params.id),
    tell(region, 'workConcluded', params.id, [workerId]),
  ])
}

/** 申诉: goes to those who manage the place, never to whoever concluded. @throws notFound, tooLate, notNow */
export async function appealWork(needs: StaffNeeds, { me, params, body, remember }: Asked<'appealWork'>) {
  const { region } = me
  const { path, leadId, workerId, state, isAppealOpen } = await asWorker(needs, me, params.id)
  if (state === 'concluded' && !isAppealOpen) throw tooLate()
  const { appeal } = await needs.terms(region)
  const judges = await needs.db.read<{ id: string }>(
    systemScope(region),
    store.judgesOf(region, path, [leadId, workerId]),
  )
  const answer = { id: params.id }
  return committed(needs, region, answer, [
    remember(answer),
    store.appealStatement(region, params.id, body.words, appeal.answerDays),
    record(me, 'appealWork', params.id),
    tell(
      region,
      'workAppealed',
      params.id,
      judges.map(({ id }) => id),
    ),
  ])
}

/** 答复申诉, in writing and by somebody else; the outcomes are the answer's. @throws notFound, forbidden, ownAppeal, notNow, itemMissing */
export async function answerAppeal(needs: StaffNeeds, { me, params, body, remember }: Asked<'answerAppeal'>) {
  const { region, personId } = me
  const { path, leadId, workerId } = await agreement(needs, region, params.id)
  demandAt('answerAppeal', me, path)
  if ([leadId, workerId].includes(personId)) throw ownAppeal()
  const answer = { id: params.id }
  return committed(needs, region, answer, [
    remember(answer),
    store.finishStatement(region, params.id, personId, body.words),
    ...store.setOutcomes(region, params.id, body.outcomes),
    record(me, 'answerAppeal', params.id),
    tell(region, 'workAppealAnswered', params.id, [workerId, leadId]),
  ])
}
