import { parentOf, type RedrawPlan } from './redrawPlan.ts'

/** One area that became another in a redraw. `began`: the redraw opened it. */
export type Became = {
  readonly from: string
  readonly name: string
  readonly to: string
  readonly toName: string
  readonly toIsOpen: boolean
  readonly toBegan: boolean
  readonly parentName: string
  readonly parentIsOpen: boolean
  readonly parentBegan: boolean
}
type Changed = { path: string; name: string; isOpen: boolean }
export type RedrawChanges = {
  closes: { path: string; name: string; became: Changed[] }[]
  opens: Changed[]
  moves: { name: string; from: string; to: Changed }[]
}

const depthOf = (path: string): number => path.split('/').length
const target = ({ to, toName, toIsOpen }: Became): Changed => ({ path: to, name: toName, isOpen: toIsOpen })
const parent = ({ to, parentName, parentIsOpen }: Became): Changed => ({
  path: parentOf(to),
  name: parentName,
  isOpen: parentIsOpen,
})

/**
 * What a redraw changed, told from what became what: grids that ended, grids that began, and what moved from one to
 * another. What lies below a moved area only went along, and is not told.
 */
export function redrawChanges(kind: RedrawPlan['kind'], pairs: readonly Became[]): RedrawChanges {
  const moving = movingDepth(kind, pairs)
  const ended = pairs.filter(({ from }) => depthOf(from) === moving - 1)
  const moved = pairs.filter(({ from }) => depthOf(from) === moving)
  const began = [
    ...ended.filter(({ toBegan }) => toBegan).map(target),
    ...moved.filter(({ parentBegan }) => parentBegan).map(parent),
  ]
  return {
    closes: [...Map.groupBy(ended, ({ from }) => from)].map(([path, all]) => ({
      path,
      name: all[0]?.name ?? path,
      became: all.map(target),
    })),
    opens: [...new Map(began.map((area) => [area.path, area])).values()],
    moves: moved.map((one) => ({ name: one.name, from: one.from, to: parent(one) })),
  }
}

/** How deep the areas lie that went from one grid to another: below those that ended, or the uppermost where none did. */
function movingDepth(kind: RedrawPlan['kind'], pairs: readonly Became[]): number {
  const froms = new Set(pairs.map(({ from }) => from))
  const roots = pairs.filter(({ from }) => !froms.has(parentOf(from)))
  const least = Math.min(...roots.map(({ from }) => depthOf(from)))
  if (kind === 'move') return least
  // Only what moves comes to lie in a grid that is new; what ends lies beside it.
  const intoNew = roots.find(({ parentBegan }) => parentBegan)
  return intoNew ? depthOf(intoNew.from) : least + 1
}
