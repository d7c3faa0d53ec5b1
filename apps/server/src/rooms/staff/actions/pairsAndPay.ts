import { auditStatement } from '../../../kernel/audit/audit.ts'
import { covers } from '../../../kernel/auth/actor.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { notFound } from '../../../kernel/problem.ts'
import { daysWrong, notPosted, notYourself, unknownCategory } from '../errors.ts'
import type { StaffNeeds } from '../needs.ts'
import { demandAt, MANAGERS } from '../policy.ts'
import * as store from '../store/pairsAndPay.ts'
import { workplaceOf } from '../store/work.ts'
import { type Asked, committed } from './training.ts'

/** 结成师徒: begins when both have said yes. @throws notYourself, notPosted, forbidden, daysWrong, alreadyPaired */
export async function pairMentor(needs: StaffNeeds, { me, body, remember }: Asked<'pairMentor'>) {
  const { region, personId } = me
  if (body.mentorId === body.learnerId) throw notYourself()
  if (body.until <= body.from) throw daysWrong()
  const path = await workplaceOf(needs.db, region, body.learnerId)
  const taughtAt = await workplaceOf(needs.db, region, body.mentorId)
  if (path === undefined || taughtAt === undefined) throw notFound()
  if (path === null || taughtAt === null) throw notPosted()
  demandAt('pairMentor', me, path)
  const answer = { id: body.id }
  return committed(needs, region, answer, [
    remember(answer),
    store.insertPair(region, personId, { ...body, path }),
    auditStatement(me, { action: 'pairMentor', subjectKind: 'mentorPair', subjectId: body.id }),
    outboxStatement(region, 'staff.mentorAsked.1', { id: body.id, people: [body.mentorId, body.learnerId] }),
  ])
}

async function pairById({ db }: StaffNeeds, region: number, id: string): Promise<store.Pair> {
  const found = await store.pairById(db, region, id)
  if (!found) throw notFound()
  return found
}

/** 愿意或不愿意, by each of the two for themselves. @throws notFound, notNow */
export async function answerMentorPair(
  needs: StaffNeeds,
  { me, params, body, remember }: Asked<'answerMentorPair'>,
) {
  const { region, personId } = me
  const { mentorId, learnerId, byPerson } = await pairById(needs, region, params.id)
  if (![mentorId, learnerId].includes(personId)) throw notFound()
  const answer = { id: params.id }
  return committed(needs, region, answer, [
    remember(answer),
    body.agrees ? store.agreePair(region, params.id, personId) : store.endPair(region, params.id, personId),
    outboxStatement(region, 'staff.mentorAnswered.1', {
      id: params.id,
      people: [mentorId, learnerId, byPerson].filter((one) => one !== personId),
    }),
  ])
}

/** 结束师带徒, by either of the two or by who manages the place. @throws notFound, forbidden, notNow */
export async function endMentorPair(needs: StaffNeeds, { me, params, remember }: Asked<'endMentorPair'>) {
  const { region, personId } = me
  const { path, mentorId, learnerId } = await pairById(needs, region, params.id)
  const isOne = [mentorId, learnerId].includes(personId)
  if (!isOne && !MANAGERS.some((role) => covers(me, role, path))) throw notFound()
  const answer = { id: params.id }
  return committed(needs, region, answer, [
    remember(answer),
    store.endPair(region, params.id, personId),
    auditStatement(me, { action: 'endMentorPair', subjectKind: 'mentorPair', subjectId: params.id }),
    outboxStatement(region, 'staff.pairEnded.1', { id: params.id, people: [] }),
  ])
}

/** 定补助: a category of the place, from a day on. @throws unknownCategory, notPosted, forbidden, hasAllowance */
export async function setAllowance(needs: StaffNeeds, { me, body, remember }: Asked<'setAllowance'>) {
  const { region, personId } = me
  const { allowances } = await needs.terms(region)
  const path = await workplaceOf(needs.db, region, body.personId)
  if (path === undefined) throw notFound()
  if (path === null) throw notPosted()
  demandAt('setAllowance', me, path)
  if (!allowances.some(({ key }) => key === body.category)) throw unknownCategory()
  const answer = { id: body.id }
  return committed(needs, region, answer, [
    remember(answer),
    store.insertAllowance(region, personId, { ...body, path }),
    auditStatement(me, {
      action: 'setAllowance',
      subjectKind: 'allowance',
      subjectId: body.id,
      facts: { category: body.category },
    }),
    outboxStatement(region, 'staff.allowanceSet.1', { id: body.id, people: [body.personId] }),
  ])
}

/** 停补助, on a day that is written down; there is no other way to pay less. @throws notFound, forbidden, notNow, daysWrong */
export async function endAllowance(needs: StaffNeeds, { me, params, body, remember }: Asked<'endAllowance'>) {
  const { region } = me
  const row = await store.allowanceById(needs.db, region, params.id)
  if (!row) throw notFound()
  demandAt('endAllowance', me, row.path)
  if (body.to < row.from) throw daysWrong()
  const answer = { id: params.id }
  return committed(needs, region, answer, [
    remember(answer),
    store.endAllowance(region, params.id, body.to),
    auditStatement(me, { action: 'endAllowance', subjectKind: 'allowance', subjectId: params.id }),
    outboxStatement(region, 'staff.allowanceEnded.1', { id: params.id, people: [row.personId] }),
  ])
}
