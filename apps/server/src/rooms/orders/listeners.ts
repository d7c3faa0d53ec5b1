import { systemScope } from '../../kernel/auth/actor.ts'
import { type Listeners, type OutboxEvent, oneByOne } from '../../kernel/outbox/listeners.ts'
import { Problem } from '../../kernel/problem.ts'
import { acceptOrder } from './actions/acceptOrder.ts'
import { reopenOrder } from './actions/ending.ts'
import { offerOrder } from './actions/offerOrder.ts'
import type { OrderNeeds } from './needs.ts'
import { loadOrder } from './store/order.ts'

/** 系统派单: listed services are accepted and offered by the policy itself, as soon as they are placed; what a merging reopens. */
export const automatically = (needs: OrderNeeds): Listeners => ({
  'orders.orderMerged.1': oneByOne(
    (event) => reopenTarget(needs, event),
    ({ payload }) => (payload.facts as { reopens?: unknown } | undefined)?.reopens === true,
  ),
  'orders.orderPlaced.1': oneByOne(
    (event) => routeAutomatically(needs, event),
    ({ payload }) => payload.automatic === true,
  ),
})

/** Safe to repeat: a step that is already taken is left alone; what a person took over is the person's. */
async function routeAutomatically(needs: OrderNeeds, { region, payload }: OutboxEvent): Promise<void> {
  const id = String(payload.id)
  const order = await loadOrder(needs.db, systemScope(region), id)
  const rules = await needs.rules(region)
  const item = order?.item ? rules.item(order.item) : undefined
  if (!order || !item?.automatic) return
  const by = { system: region } as const
  try {
    if (order.state === 'submitted')
      await acceptOrder(needs, region, id, by, {
        version: order.version,
        item: item.key,
        kind: order.kind,
        urgency: order.urgency,
        path: order.path,
      })
    const accepted = order.state === 'submitted' || order.state === 'accepted'
    if (accepted && item.grabbable) await offerOrder(needs, id, by)
  } catch (error) {
    // Somebody at the desk was quicker: what a person took over is the person's. An order that only moved on (a note was
    // added) is tried again by the job.
    const now = await loadOrder(needs.db, systemScope(region), id)
    if (
      error instanceof Problem &&
      error.status === 409 &&
      now?.state !== 'submitted' &&
      now?.state !== 'accepted'
    )
      return
    throw error
  }
}

/** A closed order that something new was merged into is done again; what was reopened or archived meanwhile is left as it is. */
async function reopenTarget(needs: OrderNeeds, { region, payload }: OutboxEvent): Promise<void> {
  const child = await loadOrder(needs.db, systemScope(region), String(payload.id))
  const target = child?.mergedInto
    ? await loadOrder(needs.db, systemScope(region), child.mergedInto)
    : undefined
  if (!child || target?.state !== 'closed') return
  await reopenOrder(needs, target.id, { system: region }, child.number)
}
