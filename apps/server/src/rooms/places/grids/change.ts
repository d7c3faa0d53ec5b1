import type { KeptGrid } from './store.ts'

export type Change = {
  readonly moves?: readonly { readonly building: string; readonly grid: number }[]
  readonly names?: readonly { readonly grid: number; readonly name: string }[]
}

/**
 * A proposal as a person changed it. A grid that is left without buildings is gone; what it said of its size is no
 * longer the planner's word.
 * @param newName names a grid that begins
 * @returns the fault instead, when something is named that is not there
 */
export function changed(
  grids: readonly KeptGrid[],
  { moves = [], names = [] }: Change,
  newName: (at: number) => string,
): KeptGrid[] | 'unknownBuilding' | 'noNewGrid' {
  const next = grids.map((grid) => ({ ...grid, buildings: [...grid.buildings] }))
  for (const { building, grid } of moves) {
    const from = next.find(({ buildings }) => buildings.includes(building))
    if (!from) return 'unknownBuilding'
    if (grid > next.length) return 'noNewGrid'
    if (grid === next.length) next.push({ name: newName(grid), keeps: null, buildings: [], reason: null })
    const to = next[grid]
    if (!to) return 'noNewGrid'
    from.buildings.splice(from.buildings.indexOf(building), 1)
    to.buildings.push(building)
    if (from !== to) for (const one of [from, to]) one.reason = null
  }
  for (const { grid, name } of names) {
    const named = next[grid]
    if (!named || named.keeps !== null) return 'unknownBuilding'
    named.name = name
  }
  return next.filter(({ buildings }) => buildings.length > 0)
}
