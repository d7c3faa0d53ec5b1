import type { AccountKind } from '@linli/contract/points/words'
import sql, { join, raw, type Sql } from 'sql-template-tag'
import { type Actor, rangesOf } from '../../../kernel/auth/actor.ts'
import type { Range } from '../../../kernel/db/scope.ts'
import { maskName } from '../../../kernel/policy/mask.ts'
import { LEDGER_READERS, merchantsOf } from '../policy.ts'

/** An account's community in one of the reader's areas. `column` is written by us, never typed by a person. */
export const communityIn = (column: string, ranges: readonly Range[]): Sql =>
  ranges.length === 0
    ? sql`false`
    : sql`(${join(
        ranges.map(({ lo, hi }) => sql`(${raw(column)} >= ${lo} and ${raw(column)} < ${hi})`),
        ' or ',
      )})`

/**
 * The order of an entry `e`, as far as the reader may see orders: number and the item's words, read where they stand, so
 * that a page is one read. `o` is the joined order.
 */
export const ORDER_OF_ENTRY = sql`left join orders o on o.region_id = e.region_id and o.id = e.order_id
  left join policy_versions item on item.region_id = o.region_id and item.kind = 'item' and item.key = o.item and item.to_at is null`
export const ORDER_FIELDS = sql`case when o.id is not null then
  json_build_object('id', o.id, 'number', o.number, 'item', item.body -> 'name') end as "order"`

/** The redemption of an entry `e`, as far as the reader may see redemptions. */
export const REDEMPTION_OF_ENTRY = sql`left join redemptions r on r.region_id = e.region_id and r.id = e.redemption_id
  left join rewards on rewards.region_id = r.region_id and rewards.id = r.reward_id`
export const REDEMPTION_FIELDS = sql`case when r.id is not null then
  json_build_object('id', r.id, 'number', r.number, 'name', rewards.name) end as redemption`

/** A row of the reader's areas, or of the unit at whose counter the reader stands. `alias` and `area` are written by us. */
export const visibleTo = (me: Actor, alias: string, area = 'area'): Sql =>
  sql`(${communityIn(`${alias}.${area}`, rangesOf(me, LEDGER_READERS))} or ${raw(`${alias}.unit_id`)} = any (${[...merchantsOf(me)]}::uuid[]))`

/** A person's name is masked, a merchant's is not. */
export const nameOfParty = ({ kind, name }: { kind: AccountKind; name: string | null }): string | null =>
  kind === 'person' ? maskName(name) : name

/** The rows of a page, read one longer than it is, with the id behind which the next one begins. */
export function pageOf<Row extends { id: string }>(rows: Row[], limit: number) {
  const items = rows.slice(0, limit)
  return { items, next: rows.length > limit ? (items.at(-1)?.id ?? null) : null }
}
export const PAGE = 20
