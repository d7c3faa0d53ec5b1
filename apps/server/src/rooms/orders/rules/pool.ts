import { liesIn } from './area.ts'
import type { OrderFacts } from './facts.ts'

/** What the pool looks at in a helper. */
export type PoolHelper = {
  readonly path: string
  readonly servesPath: string
  readonly homeEntry: boolean
  readonly skills: readonly string[]
  readonly available: boolean
  readonly nightEmergencies: boolean
}
type PoolItem = { readonly skill: string | null; readonly homeEntry: boolean }

/** Why a helper is not in the pool of an offered order; null means the helper is in it. The order of reasons is the order of asking. */
export function outOfPool(
  order: Pick<OrderFacts, 'path' | 'offerPath' | 'urgency'>,
  item: PoolItem,
  helper: PoolHelper,
): 'area' | 'skill' | 'homeEntry' | 'hours' | null {
  const asked = order.offerPath ?? order.path
  if (!liesIn(helper.path, asked) && !liesIn(asked, helper.path)) return 'area'
  if (!liesIn(order.path, helper.servesPath)) return 'area'
  if (item.skill && !helper.skills.includes(item.skill)) return 'skill'
  if (item.homeEntry && !helper.homeEntry) return 'homeEntry'
  if (!helper.available && !(order.urgency === 'emergency' && helper.nightEmergencies)) return 'hours'
  return null
}

export const inPool = (
  order: Pick<OrderFacts, 'path' | 'offerPath' | 'urgency'>,
  item: PoolItem,
  helper: PoolHelper,
): boolean => outOfPool(order, item, helper) === null
