import { isOpen } from '@linli/contract'
import { systemScope } from '../../../kernel/auth/actor.ts'
import { unmergeable } from '../errors.ts'
import type { OrderNeeds } from '../needs.ts'
import type { OrderFacts } from '../rules/facts.ts'
import { hasHost } from '../rules/standing.ts'
import { holdForMerging } from '../store/merge.ts'
import { loadOrder } from '../store/order.ts'
import type { BodyOf, orderEndpoints } from './contract.ts'
import { type By, takeStep } from './takeStep.ts'

/**
 * 并单: the order follows another about the same matter, which has the only clocks from then on. The target is in the
 * merger's own sight, open or closed not long ago, and follows no other itself.
 * @throws unmergeable
 */
export const mergeOrder = (
  needs: OrderNeeds,
  region: number,
  id: string,
  by: By,
  body: BodyOf<typeof orderEndpoints.mergeOrder>,
) =>
  takeStep(needs, id, 'mergeOrder', by, async (order, rules) => {
    const target = await loadOrder(needs.db, systemScope(region), body.into)
    if (!target || !fits(order, target, rules.lifecycle.mergeDays)) throw unmergeable()
    const reopens = body.newFacts === true && !isOpen(target.state)
    if (reopens && !hasHost(target)) throw unmergeable()
    return {
      set: { merged_into: target.id },
      facts: { into: target.number, intoId: target.id, reopens },
      remark: body.remark ? { audience: 'staff', text: body.remark } : undefined,
      before: [holdForMerging(region, order.id, target.id)],
    }
  })

/** Of one community and of the same reach of readers: nobody reads by a merging what they may not read. */
function fits(order: OrderFacts, target: OrderFacts, days: number): boolean {
  return (
    target.id !== order.id &&
    target.community === order.community &&
    target.restriction === order.restriction &&
    target.aboutPersonId === order.aboutPersonId &&
    target.aboutUnitId === order.aboutUnitId &&
    (isOpen(target.state) || (target.state === 'closed' && (target.hoursSinceClosed ?? 0) <= days * 24))
  )
}

/** 撤销并单: within the hours the place gives for it; the order is taken in anew, with a new time for accepting. */
export const unmergeOrder = (
  needs: OrderNeeds,
  id: string,
  by: By,
  body: BodyOf<typeof orderEndpoints.unmergeOrder>,
) =>
  takeStep(needs, id, 'unmergeOrder', by, () => ({
    set: { merged_into: null },
    remark: { audience: 'staff', text: body.reason },
  }))
