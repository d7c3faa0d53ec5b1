import type { CatalogueItem } from '@linli/contract'
import type { Gap } from '@linli/contract/insight/shapes'

/** An item of the catalogue with who may do it; `units` counts those that supply it or are given it. */
export type SuppliedItem = Pick<
  CatalogueItem,
  'key' | 'name' | 'list' | 'skill' | 'homeEntry' | 'grabbable'
> & { readonly units: number }
/** So many helpers have these verified skills, and clearance for homes or not. */
export type HelperGroup = {
  readonly skills: readonly string[]
  readonly homeEntry: boolean
  readonly helpers: number
}

/** How many helpers could take an order of the item; none where it is not offered to them. */
export const helpersFor = (item: SuppliedItem, groups: readonly HelperGroup[]): number =>
  item.grabbable
    ? groups
        .filter(
          ({ skills, homeEntry }) =>
            (item.skill === null || skills.includes(item.skill)) && (homeEntry || !item.homeEntry),
        )
        .reduce((sum, { helpers }) => sum + helpers, 0)
    : 0

/**
 * Where need and supply part. An item is short when more of it is open than its helpers may hold at once and no unit
 * supplies it; it is idle when somebody could do it and nobody asked. What only the community itself does is neither.
 * @param helpers how many could take it
 * @param quota orders a helper holds at once
 */
export function gapOf(
  { grabbable, units }: Pick<SuppliedItem, 'grabbable' | 'units'>,
  need: { readonly placed: number; readonly open: number },
  helpers: number,
  quota: number,
): Gap | null {
  if (!grabbable && units === 0) return null
  if (units === 0 && need.open > helpers * quota) return 'short'
  return need.placed === 0 && need.open === 0 && helpers + units > 0 ? 'idle' : null
}
