import type { CareRhythm } from '@linli/contract'
import type { careEndpoints } from '@linli/contract/care/endpoints'
import { CARE_CONSENT } from '@linli/contract/care/words'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { forbidden, notFound } from '../../../kernel/problem.ts'
import { noAccount, notMember, speaksForThem, unfitCarer, unknownRhythm, untilWrong } from '../errors.ts'
import type { CareNeeds } from '../needs.ts'
import { demandAt } from '../policy.ts'
import { inWords } from '../refused.ts'
import { firstDue, nextTold } from '../rules/rhythm.ts'
import * as store from '../store/plans.ts'
import { planById, sideOf } from '../views/plans.ts'

type Table = typeof careEndpoints
type Asked<O extends 'startCare' | 'changeCare' | 'answerCare' | 'endCare'> = Pick<
  HandlerRequest<Table[O]>,
  'me' | 'params' | 'body' | 'remember'
>

/** What waits of some rhythms from a day on. @throws unknownRhythm */
async function linesFor(
  needs: CareNeeds,
  region: number,
  keys: readonly string[],
  from: string,
  isAgreed: boolean,
): Promise<store.NewLine[]> {
  const { rhythms } = await needs.terms(region)
  const now = Date.now() + needs.db.shift()
  const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString())
  return keys.map((key) => {
    const rhythm: CareRhythm | undefined = rhythms.find((one) => one.key === key)
    if (!rhythm) throw unknownRhythm()
    const due = firstDue(rhythm, Date.parse(`${from}T00:00:00+08:00`), now)
    return {
      rhythm: key,
      dueAt: new Date(due).toISOString(),
      nextAt: isAgreed ? iso(nextTold(rhythm, due, 0)) : null,
    }
  })
}

type Carers = { readonly carerId: string; readonly deputies: readonly string[] }

/** Carer and stand-ins are helpers or staff of the area, each another person, and none of those who agree. @throws unfitCarer, speaksForThem */
async function assertCarers(
  needs: CareNeeds,
  region: number,
  path: string,
  { carerId, deputies }: Carers,
  speaks: readonly string[],
): Promise<void> {
  const people = [carerId, ...deputies]
  if (people.some((one) => speaks.includes(one))) throw speaksForThem()
  const fit = new Set([
    ...(await needs.helpersServing(region, path, people)),
    ...(await store.staffOver(needs.db, region, path, people)),
  ])
  if (new Set(people).size < people.length || people.some((one) => !fit.has(one))) throw unfitCarer()
}

/**
 * 安排关爱: who keeps in touch with whom, how often. Nothing of it is due before the person, or the guardian of a child under
 * fourteen, has agreed: on their phone, or on paper before whoever arranges it.
 * @throws notMember, forbidden, untilWrong, noAccount, unfitCarer, speaksForThem, unknownRhythm, alreadyCared
 */
export async function startCare(needs: CareNeeds, { me, body, remember }: Asked<'startCare'>) {
  const { region } = me
  const member = await store.memberOf(needs.db, region, body)
  if (!member) throw (await store.isHousehold(needs.db, region, body.householdId)) ? notMember() : notFound()
  demandAt('startCare', me, member.path)
  if (!member.daysFit) throw untilWrong()
  if (body.way === 'phone' && !member.hasAccount) throw noAccount()
  // Whoever arranges it cannot be the one who says yes on paper.
  if ([member.speakerId, body.personId].includes(me.personId)) throw forbidden()
  await assertCarers(needs, region, member.path, body, [member.speakerId, body.personId])
  const agreedBy = body.way === 'paper' ? member.speakerId : null
  const lines = await linesFor(needs, region, body.rhythms, body.from, agreedBy !== null)
  const answer = { id: body.id }
  try {
    await needs.db.commit(systemScope(region), [
      remember(answer),
      store.insertPlan(region, me.personId, {
        ...body,
        path: member.path,
        wordsVersion: CARE_CONSENT.version,
        agreedBy,
      }),
      ...store.setLines(region, body.id, body.personId, lines),
      ...store.setDeputies(region, body.id, body.personId, body.deputies),
      auditStatement(me, {
        action: 'startCare',
        subjectKind: 'household',
        subjectId: body.householdId,
        facts: { way: body.way },
      }),
      outboxStatement(region, agreedBy ? 'care.careBegan.1' : 'care.careAsked.1', {
        id: body.id,
        people: agreedBy ? [body.carerId, ...body.deputies] : [member.speakerId],
      }),
    ])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}

/** 同意或不同意. A no ends it at once. @throws notFound, answeredAlready */
export async function answerCare(needs: CareNeeds, asked: Asked<'answerCare'>) {
  const { me, params, body, remember } = asked
  const { region } = me
  const plan = await planById(needs.db, region, params.id, me.personId)
  const side = plan && sideOf(me, plan)
  // A child under fourteen has a guardian who answers.
  if (!plan || (side !== 'mine' && side !== 'ward')) throw notFound()
  if (side === 'mine' && (await isChild(needs, region, params.id))) throw notFound()
  const answer = { id: params.id }
  const lines = body.agrees
    ? await linesFor(
        needs,
        region,
        plan.lines.map(({ rhythm }) => rhythm),
        plan.from,
        true,
      )
    : []
  try {
    await needs.db.commit(systemScope(region), [
      remember(answer),
      ...(body.agrees
        ? [
            store.agreeStatement(region, params.id, me.personId, CARE_CONSENT.version),
            ...store.setLines(region, params.id, plan.personId, []),
            ...store.setLines(region, params.id, plan.personId, lines),
            outboxStatement(region, 'care.careBegan.1', { id: params.id, people: [plan.carerId] }),
          ]
        : [
            store.assertUnanswered(region, params.id),
            ...store.endPlan(region, params.id, me.personId, 'declined'),
          ]),
      auditStatement(me, {
        action: 'answerCare',
        subjectKind: 'carePlan',
        subjectId: params.id,
        facts: { agrees: body.agrees },
      }),
    ])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}

const isChild = async ({ db }: CareNeeds, region: number, id: string): Promise<boolean> =>
  (await db.read(systemScope(region), store.childOf(region, id))).length > 0

/** 改计划: other carers or rhythms under the same consent; the person is told. @throws notFound, forbidden, careChanged, unfitCarer, unknownRhythm */
export async function changeCare(needs: CareNeeds, { me, params, body, remember }: Asked<'changeCare'>) {
  const { region } = me
  const plan = await planById(needs.db, region, params.id, me.personId)
  if (!plan || plan.endedAt !== null) throw notFound()
  demandAt('changeCare', me, plan.path)
  const speaks = [plan.personId, ...(plan.agreedBy ? [plan.agreedBy] : [])]
  if (speaks.includes(me.personId)) throw forbidden()
  await assertCarers(needs, region, plan.path, body, speaks)
  const lines = await linesFor(needs, region, body.rhythms, plan.from, plan.agreedAt !== null)
  const answer = { id: params.id, version: body.version + 1 }
  try {
    await needs.db.commit(systemScope(region), [
      remember(answer),
      store.changePlan(region, params.id, body.version, body.carerId),
      ...store.setLines(region, params.id, plan.personId, lines),
      ...store.setDeputies(region, params.id, plan.personId, body.deputies),
      auditStatement(me, { action: 'changeCare', subjectKind: 'carePlan', subjectId: params.id }),
      outboxStatement(region, 'care.careChanged.1', {
        id: params.id,
        people: [...new Set([...speaks, plan.carerId, body.carerId])],
      }),
    ])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}

/** 结束: by the person or the guardian at any time and without a reason, or by those who arranged it with one. @throws notFound, endedAlready */
export async function endCare(needs: CareNeeds, { me, params, body, remember }: Asked<'endCare'>) {
  const { region } = me
  const plan = await planById(needs.db, region, params.id, me.personId)
  const side = plan && sideOf(me, plan)
  if (!plan || !side) throw notFound()
  const isOwn = side === 'mine' || side === 'ward'
  if (!isOwn) demandAt('endCare', me, plan.path)
  const answer = { id: params.id }
  try {
    await needs.db.commit(systemScope(region), [
      remember(answer),
      ...store.endPlan(region, params.id, me.personId, isOwn ? 'asked' : (body.ending ?? 'over')),
      auditStatement(me, { action: 'endCare', subjectKind: 'carePlan', subjectId: params.id }),
      outboxStatement(region, 'care.careEnded.1', {
        id: params.id,
        people: [plan.carerId, plan.agreedBy].filter((one) => one !== null && one !== me.personId),
      }),
    ])
  } catch (error) {
    throw inWords(error)
  }
  return answer
}
