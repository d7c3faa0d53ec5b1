import type { OrderNeeds } from '../needs.ts'
import { areaAt } from '../rules/area.ts'
import { searchPathStatement } from '../store/order.ts'
import type { BodyOf, orderEndpoints } from './contract.ts'
import { type By, itemOf, takeStep } from './takeStep.ts'

/** 受理: fixes item, kind, urgency and place; the intake clock ends, the dispatch clock begins. The place may lie in another community. */
export function acceptOrder(
  needs: OrderNeeds,
  region: number,
  id: string,
  by: By,
  body: BodyOf<typeof orderEndpoints.acceptOrder>,
) {
  return takeStep(needs, id, 'acceptOrder', by, (order, rules) => {
    const item = itemOf(rules, body.item)
    const moved = body.path !== order.path
    return {
      set: {
        item: item.key,
        item_version: item.version,
        kind: body.kind,
        urgency: body.urgency,
        path: body.path,
        community: areaAt(body.path, rules.depthOf('community')),
      },
      facts: { item: item.key, kind: body.kind, urgency: body.urgency },
      beyondScope: moved,
      also: moved
        ? [...needs.areaMustBeOpen(region, body.path), searchPathStatement(region, id, body.path)]
        : [],
    }
  })
}
