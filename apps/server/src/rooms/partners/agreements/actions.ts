import type { agreementEndpoints } from '@linli/contract/partners/endpoints'
import type { Side } from '@linli/contract/partners/words'
import type { Sql } from 'sql-template-tag'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'
import { forbidden, notFound } from '../../../kernel/problem.ts'
import * as problems from '../errors.ts'
import type { PartnerNeeds } from '../needs.ts'
import { committed } from '../refused.ts'
import { sidesOf } from './policy.ts'
import {
  type AgreementRow,
  agreementById,
  agreementStatement,
  answerStatement,
  confirmStatement,
  endStatement,
  linkStatement,
  type PromiseRow,
  paymentStatement,
  promiseById,
  promisesStatement,
  reportStatement,
} from './store.ts'

type Table = typeof agreementEndpoints
type Asked<O extends keyof Table> = Pick<
  HandlerRequest<Table[O]>,
  'me' | 'scope' | 'params' | 'body' | 'remember'
>

/** 提出协议, by either side. @throws forbidden, unknownArea, unknownUnit, spanTurned, fundsUnclear */
export async function proposeAgreement(
  needs: PartnerNeeds,
  { me, scope, body, remember }: Asked<'proposeAgreement'>,
) {
  const [side = 'community'] = sidesOf(me, body)
  if (!(body.toOn >= body.fromOn)) throw problems.spanTurned()
  if (body.promises.some(({ kind, fen }) => (kind === 'funds') !== (fen !== undefined)))
    throw problems.fundsUnclear()
  if (!(await needs.areaExists(me.region, body.path))) throw problems.unknownArea()
  if (!(await needs.units(me.region)).some(({ id }) => id === body.unitId)) throw problems.unknownUnit()
  const answer = { id: body.id }
  return committed(answer, () =>
    needs.db.commit(scope, [
      agreementStatement(me, side, body),
      promisesStatement(me, side, body),
      auditStatement(me, {
        action: 'proposeAgreement',
        subjectKind: 'agreement',
        subjectId: body.id,
        facts: { promises: body.promises.length },
      }),
      remember(answer),
    ]),
  )
}

async function agreementOf(
  { db }: PartnerNeeds,
  { me, scope }: Pick<HandlerRequest, 'me' | 'scope'>,
  id: string,
): Promise<AgreementRow & { sides: Side[] }> {
  const row = await agreementById(db, scope, id)
  if (!row) throw notFound()
  return { ...row, sides: sidesOf(me, row) }
}

/** 签署 or not, by the side that did not propose; nobody signs for both. @throws notFound, forbidden, agreementMoved */
export async function answerAgreement(needs: PartnerNeeds, asked: Asked<'answerAgreement'>) {
  const { me, scope, params, body, remember } = asked
  const { id, sides, proposedSide, proposedBy } = await agreementOf(needs, asked, params.id)
  const side = sides.find((one) => one !== proposedSide)
  if (!side || proposedBy === me.personId) throw forbidden()
  const answer = { id }
  return committed(answer, () =>
    needs.db.commit(scope, [
      answerStatement(me, id, { ...body, side }),
      auditStatement(me, {
        action: 'answerAgreement',
        subjectKind: 'agreement',
        subjectId: id,
        facts: { signs: body.signs },
      }),
      outboxStatement(me.region, 'partners.agreementAnswered.1', { id, people: [proposedBy] }),
      remember(answer),
    ]),
  )
}

/** 结束: by either side; what was promised and kept stays on record. @throws notFound, forbidden, agreementMoved */
export async function endAgreement(needs: PartnerNeeds, asked: Asked<'endAgreement'>) {
  const { me, scope, params, body, remember } = asked
  const { id } = await agreementOf(needs, asked, params.id)
  const answer = { id }
  return committed(answer, () =>
    needs.db.commit(scope, [
      endStatement(me.region, id, body.version),
      auditStatement(me, { action: 'endAgreement', subjectKind: 'agreement', subjectId: id }),
      remember(answer),
    ]),
  )
}

type Step = Pick<HandlerRequest, 'me' | 'scope'> & { readonly params: { readonly id: string } }
type Doing = {
  readonly action: 'reportPromise' | 'confirmPromise' | 'linkPromise' | 'recordPayment'
  /** Whose word it is: the side that promised, the other one, or either. */
  readonly by: 'own' | 'other' | 'either'
  statement(): Sql
  /** What its people are told. */
  told?(promise: PromiseRow): Sql[]
}

async function step(
  needs: PartnerNeeds,
  { me, scope, params }: Step,
  remember: (answer: { id: string }) => Sql,
  { action, by, statement, told }: Doing,
): Promise<{ id: string }> {
  const promise = await promiseById(needs.db, scope, params.id)
  if (!promise) throw notFound()
  const sides = sidesOf(me, promise)
  const fits = (side: Side): boolean => by === 'either' || (side === promise.side) === (by === 'own')
  if (!sides.some(fits)) throw forbidden()
  if (!promise.signed) throw problems.notInForce()
  const answer = { id: promise.id }
  return committed(answer, () =>
    needs.db.commit(scope, [
      statement(),
      auditStatement(me, { action, subjectKind: 'promise', subjectId: promise.id }),
      ...(told?.(promise) ?? []),
      remember(answer),
    ]),
  )
}

/** 报已办, by the side that promised; the other side says whether it was. @throws notFound, forbidden, notInForce, promiseMoved */
export const reportPromise = (
  needs: PartnerNeeds,
  asked: Pick<Asked<'reportPromise'>, 'me' | 'scope' | 'params' | 'remember'>,
) =>
  step(needs, asked, asked.remember, {
    action: 'reportPromise',
    by: 'own',
    statement: () => reportStatement(asked.me, asked.params.id),
  })

/** 确认兑现, by the other side, or open again. @throws notFound, forbidden, notInForce, promiseMoved */
export const confirmPromise = (needs: PartnerNeeds, asked: Asked<'confirmPromise'>) =>
  step(needs, asked, asked.remember, {
    action: 'confirmPromise',
    by: 'other',
    statement: () => confirmStatement(asked.me, asked.params.id, asked.body.kept),
    told: ({ id, ownerId }) =>
      ownerId
        ? [outboxStatement(asked.me.region, 'partners.promiseConfirmed.1', { id, people: [ownerId] })]
        : [],
  })

/** 由工单来办: an order that one can see; when it is solved the promise is kept. @throws notFound, forbidden, notInForce, orderUnknown, promiseMoved */
export const linkPromise = (needs: PartnerNeeds, asked: Asked<'linkPromise'>) =>
  step(needs, asked, asked.remember, {
    action: 'linkPromise',
    by: 'either',
    statement: () => linkStatement(asked.me.region, asked.params.id, asked.body.number),
  })

/** 登记到账, by the side that received it. @throws notFound, forbidden, notInForce, promiseMoved, keyReused */
export const recordPayment = (needs: PartnerNeeds, asked: Asked<'recordPayment'>) =>
  step(needs, asked, asked.remember, {
    action: 'recordPayment',
    by: 'other',
    statement: () => paymentStatement(asked.me, asked.params.id, asked.body),
  })
