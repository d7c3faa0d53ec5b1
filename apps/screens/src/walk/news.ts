import type { Words } from '@linli/contract'
import type { OrderRow } from '@linli/contract/orders/shapes'
import type { ServerEvent } from '../kit/eventStream.ts'
import { HAPPENED, PROGRESS } from './words.ts'

type Row = Pick<OrderRow, 'id' | 'version' | 'state'>
export type News<R extends Row = OrderRow> = { readonly key: string; readonly what: Words; readonly order: R }

/** What changed between two looks at the same list, in words; nothing is news at the first look. */
export function newsBetween<R extends Row>(before: readonly R[] | undefined, after: readonly R[]): News<R>[] {
  if (before === undefined) return []
  const known = new Map(before.map((row) => [row.id, row]))
  return after.flatMap((order) => {
    const was = known.get(order.id)
    if (was?.version === order.version) return []
    const what = was?.state === order.state ? PROGRESS : HAPPENED[order.state]
    return [{ key: `${order.id} ${order.version}`, what, order }]
  })
}

/**
 * The news as events for the frames: each order, and once what follows from orders. Said again with the next look,
 * because notices and points come a moment after the step that causes them.
 */
export function eventsOf<R extends Row>(news: readonly News<R>[]): ServerEvent[] {
  if (news.length === 0) return []
  const ids = [...new Set(news.map(({ order }) => order.id))]
  const orders = ids.map((id) => ({ id: '', event: 'orders.orderChanged', data: JSON.stringify({ id }) }))
  return [...orders, ...['notices.changed', 'points.changed'].map((event) => ({ id: '', event, data: '{}' }))]
}
