import { auditStatement } from '../../../kernel/audit/audit.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { notFound } from '../../../kernel/problem.ts'
import { anotherDecides } from '../errors.ts'
import type { MerchantNeeds } from '../needs.ts'
import { atOwnUnit, policy } from '../policy.ts'
import { type MerchantRow, merchantById } from '../store/merchants.ts'
import { answerOwn, writeOwn } from '../store/own.ts'
import { assertKnown, commit, ownMerchant, type Request } from './manageMerchant.ts'

/**
 * 商户自己改营业时间和服务: stands at once, or waits for the desk where the place's rule says so; a second change
 * takes the place of the one that waits.
 * @throws forbidden for whoever does not act for the merchant's unit, invalid, merchantChanged
 */
export async function changeOwnMerchant(needs: MerchantNeeds, request: Request<'changeOwnMerchant'>) {
  const { me, scope, params, body, remember } = request
  const [merchant] = await needs.db.read<MerchantRow>(scope, merchantById(me.region, params.id))
  if (!merchant) throw notFound()
  demand(policy.operations.changeOwnMerchant, me, atOwnUnit(me, merchant.unitId))
  await assertKnown(needs, me.region, body)
  const { ownChangesWait: waits } = (await needs.terms(me.region)).trust
  const answer = { id: params.id, version: body.version + 1, waits }
  await commit(needs, scope, [
    writeOwn(me.region, { id: params.id, body, byPerson: me.personId }, waits),
    auditStatement(me, { action: 'changeOwnMerchant', subjectKind: 'merchant', subjectId: params.id }),
    remember(answer),
  ])
  return answer
}

/** 确认商户自己写的: taken over or not, by somebody who does not belong to it. @throws anotherDecides, merchantChanged when nothing waits */
export async function answerOwnChange(needs: MerchantNeeds, request: Request<'answerOwnChange'>) {
  const { me, scope, params, body, remember } = request
  const { slug, unitId } = await ownMerchant(needs, request, 'answerOwnChange', params.id)
  if ((await needs.membersOf(me.region, unitId)).includes(me.personId)) throw anotherDecides()
  const answer = { id: params.id, slug, version: body.version + 1 }
  await commit(needs, scope, [
    answerOwn(me.region, params.id, body.version, body.accept),
    auditStatement(me, { action: 'answerOwnChange', subjectKind: 'merchant', subjectId: params.id }),
    remember(answer),
  ])
  return answer
}
