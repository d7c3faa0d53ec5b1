import sql, { type Sql } from 'sql-template-tag'
import { newId, newSlug } from '../../../kernel/ids.ts'
import type { OrderFacts } from '../rules/facts.ts'

export type Publication = {
  readonly title: string
  readonly need: string
  readonly outcome: string
  readonly photos: readonly string[]
}

/** Takes the present publication of an order down. */
export const hideStatement = (region: number, orderId: string): Sql =>
  sql`update order_publications set hidden_at = app_now() where region_id = ${region} and order_id = ${orderId}::uuid and hidden_at is null`

/** Publishes under a new random address. */
export function publishStatement(
  region: number,
  order: OrderFacts,
  publisher: string,
  { title, need, outcome, photos }: Publication,
): Sql {
  return sql`insert into order_publications (region_id, id, order_id, slug, title, need, outcome, item, community, photo_ids, published_by, published_at)
    values (${region}, ${newId()}, ${order.id}, ${newSlug()}, ${title}, ${need}, ${outcome}, ${order.item}, ${order.community}, ${[...photos]}::uuid[], ${publisher}, app_now())`
}
