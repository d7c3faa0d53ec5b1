import { type Actor, scopeOf } from '../../../kernel/auth/actor.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import { notFound } from '../../../kernel/problem.ts'
import { askerOf } from '../actions/takeStep.ts'
import type { OrderNeeds } from '../needs.ts'
import { orderPolicy } from '../policy.ts'
import { standingTo } from '../rules/standing.ts'
import { loadOrder } from '../store/order.ts'

type Named = { readonly id: string; readonly name: string }

/** Units to which an order may go: below the unit that has it, and all others. @throws notFound, forbidden */
export async function listOrderUnits(
  needs: OrderNeeds,
  actor: Actor,
  id: string,
): Promise<{ below: Named[]; other: Named[] }> {
  const order = await loadOrder(needs.db, scopeOf(actor), id)
  if (!order) throw notFound()
  demand(orderPolicy.operations.listOrderUnits, actor, standingTo(order, askerOf(actor)))
  const host = order.assigneeUnitId
  const [below, all] = await Promise.all([
    host ? needs.unitsBelow(actor.region, host) : [],
    needs.units(actor.region),
  ])
  const called = order.calls.filter(({ answer }) => !answer).map(({ unitId }) => unitId)
  const fits = ({ id: unit }: Named) => unit !== host && unit !== order.aboutUnitId && !called.includes(unit)
  return {
    below: below.filter(fits),
    other: all.filter(fits).map(({ id, name }) => ({ id, name })),
  }
}
