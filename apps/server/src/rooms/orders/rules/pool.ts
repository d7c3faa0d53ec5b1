import type { LeftOut } from '@linli/contract/orders/offerWords'
import { liesIn } from './area.ts'
import type { OrderFacts } from './facts.ts'

/** What the pool looks at in a helper. */
export type PoolHelper = {
  readonly path: string
  readonly servesPath: string
  readonly homeEntry: boolean
  readonly skills: readonly string[]
  readonly available: boolean
  readonly onLeave: boolean
  readonly night: boolean
  readonly nightEmergencies: boolean
}
type PoolItem = { readonly skill: string | null; readonly homeEntry: boolean }
type PoolOrder = Pick<OrderFacts, 'path' | 'offerPath' | 'urgency'>

/**
 * Why a helper is not in the pool of an offered order; null means the helper is in it. The order of reasons is the order of
 * asking. Whoever is paired with the one it is for is asked from the first wave on, wherever they start from.
 */
export function outOfPool(
  order: PoolOrder,
  item: PoolItem,
  helper: PoolHelper,
  paired = false,
): Exclude<LeftOut, 'quota'> | null {
  const asked = order.offerPath ?? order.path
  if (!paired && !liesIn(helper.path, asked) && !liesIn(asked, helper.path)) return 'area'
  if (!liesIn(order.path, helper.servesPath)) return 'area'
  if (item.skill && !helper.skills.includes(item.skill)) return 'skill'
  if (item.homeEntry && !helper.homeEntry) return 'homeEntry'
  if (helper.onLeave) return 'leave'
  if (!helper.available && !(order.urgency === 'emergency' && helper.nightEmergencies))
    return helper.night ? 'night' : 'hours'
  return null
}

export const inPool = (order: PoolOrder, item: PoolItem, helper: PoolHelper, paired = false): boolean =>
  outOfPool(order, item, helper, paired) === null

/** What a wave knows of a helper beside the pool: the orders in hand, the quota, and whether they are paired. */
export type InHand = { readonly held: number; readonly quota: number; readonly paired: boolean }

/** Why a wave does not ask a helper: the pool's reasons, then a full quota; null means that it asks. */
export const leftOutOf = (
  order: PoolOrder,
  item: PoolItem,
  helper: PoolHelper,
  { held, quota, paired }: InHand,
): LeftOut | null => outOfPool(order, item, helper, paired) ?? (held >= quota ? 'quota' : null)
