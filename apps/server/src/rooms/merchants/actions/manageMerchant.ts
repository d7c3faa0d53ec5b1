import type { merchantDeskEndpoints } from '@linli/contract/merchants/endpoints'
import type { AddMerchantBody, MerchantResult } from '@linli/contract/merchants/shapes'
import type { Sql } from 'sql-template-tag'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import type { Scope } from '../../../kernel/db/scope.ts'
import type { HandlerRequest } from '../../../kernel/http/room.ts'
import { newId, newSlug } from '../../../kernel/ids.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { invalid, notFound } from '../../../kernel/problem.ts'
import { toWgs84 } from '../../stations/index.ts'
import type { MerchantNeeds } from '../needs.ts'
import { policy, standingAt } from '../policy.ts'
import { inWords } from '../refused.ts'
import * as store from '../store/merchants.ts'

export type Operation = keyof typeof merchantDeskEndpoints
export type Request<O extends Operation> = Pick<
  HandlerRequest<(typeof merchantDeskEndpoints)[O]>,
  'me' | 'scope' | 'params' | 'body' | 'remember'
>

/** 登记商户, with a unit of its own unless it is one already. @throws forbidden outside the own area, invalid, unitTaken */
export async function addMerchant(
  needs: MerchantNeeds,
  request: Request<'addMerchant'>,
): Promise<MerchantResult> {
  const { me, scope, body, remember } = request
  demand(policy.operations.addMerchant, me, standingAt(me, body.path))
  await assertKnown(needs, me.region, body)
  const answer = { id: body.id, slug: newSlug(), version: 1 }
  const unit = { id: newId(), key: `merchant${answer.slug}`, name: body.name }
  const merchant = { ...body, position: toWgs84(body.position) }
  await commit(needs, scope, [
    ...(body.unitId === null ? [needs.newUnitStatement(me.region, unit)] : []),
    store.insertMerchant(me.region, merchant, answer.slug, body.unitId ?? unit.id),
    auditStatement(me, { action: 'addMerchant', subjectKind: 'merchant', subjectId: body.id }),
    remember(answer),
  ])
  return answer
}

/** All of a merchant at once. @throws merchantChanged when it was changed since it was seen */
export async function changeMerchant(
  needs: MerchantNeeds,
  request: Request<'changeMerchant'>,
): Promise<MerchantResult> {
  const { me, scope, params, body, remember } = request
  const before = await ownMerchant(needs, request, 'changeMerchant', params.id)
  demand(policy.operations.changeMerchant, me, standingAt(me, body.path)) // nor is it moved out of the own area
  await assertKnown(needs, me.region, body)
  const answer = { id: params.id, slug: before.slug, version: body.version + 1 }
  await commit(needs, scope, [
    store.updateMerchant(me.region, params.id, { ...body, position: toWgs84(body.position) }),
    auditStatement(me, { action: 'changeMerchant', subjectKind: 'merchant', subjectId: params.id }),
    remember(answer),
  ])
  return answer
}

/** 撤销商户: it is found no more; what its unit earned stays in the books. @throws merchantChanged */
export async function closeMerchant(
  needs: MerchantNeeds,
  request: Request<'closeMerchant'>,
): Promise<MerchantResult> {
  const { me, scope, params, body, remember } = request
  const { slug } = await ownMerchant(needs, request, 'closeMerchant', params.id)
  const answer = { id: params.id, slug, version: body.version + 1 }
  await commit(needs, scope, [
    store.endMerchant(me.region, params.id, body.version),
    auditStatement(me, { action: 'closeMerchant', subjectKind: 'merchant', subjectId: params.id }),
    remember(answer),
  ])
  return answer
}

/** 实测步行分钟, from an area in one's own scope; outranks what is reckoned. @throws forbidden, invalid */
export async function measureWalk(needs: MerchantNeeds, request: Request<'measureWalk'>) {
  const { me, scope, params, body, remember } = request
  const [merchant] = await needs.db.read<store.MerchantRow>(scope, store.merchantById(me.region, params.id))
  if (!merchant) throw notFound()
  demand(policy.operations.measureWalk, me, standingAt(me, body.path))
  const answer = { id: params.id }
  await commit(needs, scope, [
    store.writeWalk(me.region, { id: params.id, ...body }, me.personId),
    auditStatement(me, { action: 'measureWalk', subjectKind: 'merchant', subjectId: params.id }),
    remember(answer),
  ])
  return answer
}

export async function commit({ db }: Pick<MerchantNeeds, 'db'>, scope: Scope, statements: readonly Sql[]) {
  try {
    return await db.commit(scope, statements)
  } catch (error) {
    throw inWords(error)
  }
}

/** @throws notFound, forbidden */
export async function ownMerchant(
  { db }: Pick<MerchantNeeds, 'db'>,
  { me, scope }: Pick<HandlerRequest, 'me' | 'scope'>,
  operation: Operation,
  id: string,
): Promise<store.MerchantRow> {
  const [merchant] = await db.read<store.MerchantRow>(scope, store.merchantById(me.region, id))
  if (!merchant) throw notFound()
  demand(policy.operations[operation], me, standingAt(me, merchant.path))
  return merchant
}

/** @throws invalid for a service that the place does not know, or one day written twice */
export async function assertKnown(
  needs: MerchantNeeds,
  region: number,
  { services, hours }: Pick<AddMerchantBody, 'services' | 'hours'>,
): Promise<void> {
  const known = new Set((await needs.terms(region)).services.map(({ key }) => key))
  const unknown = services.filter((key) => !known.has(key))
  if (unknown.length > 0)
    throw invalid([{ field: 'services', message: `没有这样的服务：${unknown.join('、')}` }])
  if (new Set(hours.days.map(({ day }) => day)).size < hours.days.length)
    throw invalid([{ field: 'hours', message: '同一天写了两次，请合成一条。' }])
}
