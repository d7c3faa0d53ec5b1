import type { Result } from '@linli/contract'
import sql, { type Sql } from 'sql-template-tag'
import { newId } from '../../../kernel/ids.ts'
import type { OrderFacts } from '../rules/facts.ts'

export type Rating = {
  readonly resolved: Result
  readonly score: number
  readonly comment?: string | undefined
  readonly through: 'requester' | 'call'
}

/** One rating of an order's round; a second one meets the unique key. */
export function ratingStatement(region: number, order: OrderFacts, personId: string, rating: Rating): Sql {
  return sql`insert into order_ratings (region_id, id, order_id, round, by_person, through, resolved, score, comment, at)
    values (${region}, ${newId()}, ${order.id}, ${order.round}, ${personId}, ${rating.through}, ${rating.resolved}, ${rating.score}, ${rating.comment ?? null}, app_now())`
}

/** One more call that nobody answered. */
export const ONE_MORE_CALL: Sql = sql`calls_tried + 1`
export const FIRST_CALL: Sql = sql`coalesce(first_call_at, app_now())`
