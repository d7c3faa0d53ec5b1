import type { merchantEndpoints } from '@linli/contract/merchants/endpoints'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { invalid, notFound } from '../../../kernel/problem.ts'
import { anotherDecides, ruleNotMet } from '../errors.ts'
import type { MerchantNeeds } from '../needs.ts'
import { policy, standingAt } from '../policy.ts'
import * as store from '../store/merchants.ts'
import { commit, ownMerchant, type Request } from './manageMerchant.ts'

/**
 * 公示: an award only where the stated rule is met by confirmed services and points; a removal with its reason. The merchant
 * is told; everybody may object until the end.
 * @throws ruleNotMet, noticeOpen, invalid without a reason for a removal
 */
export async function giveTrustNotice(needs: MerchantNeeds, request: Request<'giveTrustNotice'>) {
  const { me, scope, params, body, remember } = request
  const { region, personId } = me
  const { unitId } = await ownMerchant(needs, request, 'giveTrustNotice', params.id)
  const { trust } = await needs.terms(region)
  const { services, points } = await needs.earnings(region, unitId, trust.months)
  if (body.kind === 'award' && (services < trust.services || points < trust.points)) throw ruleNotMet()
  if (body.kind === 'removal' && !body.reason)
    throw invalid([{ field: 'reason', message: '取消信得过要写明理由，商户和大家都会看到。' }])
  const members = await needs.membersOf(region, unitId)
  if (members.includes(personId)) throw anotherDecides()
  const answer = { id: body.id }
  const notice = { ...body, merchantId: params.id, services, points, byPerson: personId }
  await commit(needs, scope, [
    store.insertNotice(region, { ...notice, versionId: trust.versionId, days: trust.noticeDays }),
    auditStatement(me, { action: 'giveTrustNotice', subjectKind: 'merchant', subjectId: params.id }),
    ...store.tell(region, 'noticeGiven', body.id, members),
    remember(answer),
  ])
  return answer
}

type ObjectRequest = Pick<
  HandlerRequest<typeof merchantEndpoints.objectToNotice>,
  'me' | 'scope' | 'params' | 'body' | 'remember'
>

/** 提出异议, by anybody concerned and by the merchant itself; once each. Whoever answers reads the words and not whose they are. @throws noticeOver, objectedBefore */
export async function objectToNotice(needs: MerchantNeeds, request: ObjectRequest) {
  const { me, scope, params, body, remember } = request
  const [notice] = await needs.db.read(scope, store.noticeById(me.region, params.id))
  if (!notice) throw notFound()
  const answer = { id: body.id }
  const objection = { ...body, noticeId: params.id, personId: me.personId }
  await commit(needs, scope, [
    store.insertObjection(me.region, objection),
    auditStatement(me, { action: 'objectToNotice', subjectKind: 'trustNotice', subjectId: params.id }),
    remember(answer),
  ])
  return answer
}

/** 答复异议, by somebody who neither gave notice nor objected nor belongs to the merchant; the objector is told. @throws anotherDecides, decidedBefore */
export async function decideObjection(needs: MerchantNeeds, request: Request<'decideObjection'>) {
  const { me, scope, params, body, remember } = request
  const { region, personId } = me
  const [objection] = await needs.db.read<store.ObjectionRow>(scope, store.objectionById(region, params.id))
  if (!objection) throw notFound()
  demand(policy.operations.decideObjection, me, standingAt(me, objection.path))
  const members = await needs.membersOf(region, objection.unitId)
  if ([objection.personId, objection.proposedBy, ...members].includes(personId)) throw anotherDecides()
  const answer = { id: params.id }
  await commit(needs, scope, [
    store.decide(region, params.id, body, personId),
    auditStatement(me, {
      action: 'decideObjection',
      subjectKind: 'objection',
      subjectId: params.id,
      facts: { upheld: body.upheld },
    }),
    ...store.tell(region, 'objectionDecided', params.id, [objection.personId]),
    remember(answer),
  ])
  return answer
}

/** 公示到期: carried unless an objection was upheld; by somebody who neither gave notice nor belongs to the merchant. @throws notYet, anotherDecides */
export async function concludeNotice(needs: MerchantNeeds, request: Request<'concludeNotice'>) {
  const { me, scope, params, remember } = request
  const { region, personId } = me
  const [notice] = await needs.db.read<store.NoticeRow>(scope, store.noticeById(region, params.id))
  if (!notice) throw notFound()
  demand(policy.operations.concludeNotice, me, standingAt(me, notice.path))
  const members = await needs.membersOf(region, notice.unitId)
  if ([notice.proposedBy, ...members].includes(personId)) throw anotherDecides()
  const [rows] = await commit(needs, scope, [
    store.conclude(region, notice, personId),
    auditStatement(me, { action: 'concludeNotice', subjectKind: 'trustNotice', subjectId: params.id }),
    ...store.tell(region, 'noticeConcluded', params.id, members),
    remember(store.concludedAnswer(region, params.id)),
  ])
  const state = rows?.[0]?.['state']
  if (state !== 'carried' && state !== 'dropped') throw new Error('the notice was not concluded')
  return { id: params.id, state } as const
}
