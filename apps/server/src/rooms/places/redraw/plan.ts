import type { PreviewRedrawBody } from '@linli/contract/places/redrawShapes'
import type { Actor } from '../../../kernel/auth/actor.ts'
import type { Tx } from '../../../kernel/db/database.ts'
import { demand } from '../../../kernel/policy/policy.ts'
import type { PlaceRules } from '../placeRules.ts'
import { standingAt } from '../policy.ts'
import { parentOf, planRedraw, type RedrawPlan, type TreeArea } from '../rules/redrawPlan.ts'
import { FAULTS } from './errors.ts'
import { redrawPolicy } from './policy.ts'
import { treeOf } from './store/redraw.ts'

/**
 * The plan of a redraw from the tree as it is in this transaction, in areas of the actor's own alone.
 * @param lock whether it is to be carried out: whoever writes to these areas meanwhile waits
 * @throws forbidden, and a sentence for each fault
 */
export async function planned(
  tx: Tx,
  me: Actor,
  { levels }: PlaceRules,
  wanted: PreviewRedrawBody,
  lock: boolean,
): Promise<{ plan: RedrawPlan; tree: readonly TreeArea[] }> {
  const operation = lock ? 'redrawAreas' : 'previewRedraw'
  const named = [
    ...wanted.closes,
    ...wanted.parts.flatMap(({ to, areas }) => [...(to ? [to] : []), ...areas]),
  ]
  for (const path of named) demand(redrawPolicy.operations[operation], me, standingAt(me, path))
  const depth = levels.findIndex(({ key }) => key === 'community') + 1
  const communities = new Set(named.map((path) => upTo(path, depth)))
  const tree = await treeOf(tx, me.region, [...communities], lock)
  const plan = planRedraw(tree, levels, wanted)
  if ('fault' in plan) throw FAULTS[plan.fault]([{ field: 'parts', message: FAULTS[plan.fault].words.zh }])
  // New areas begin below an area that must be the actor's too.
  for (const { parentPath } of plan.opens)
    demand(redrawPolicy.operations[operation], me, standingAt(me, parentPath))
  return { plan, tree }
}

/** The first `depth` codes of a path. */
function upTo(path: string, depth: number): string {
  let up = path
  while (up.split('/').length - 2 > depth) up = parentOf(up)
  return up
}
