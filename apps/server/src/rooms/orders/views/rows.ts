import type { ClockKind, Relation, Role } from '@linli/contract'
import type { OrderRow } from '@linli/contract/orders/shapes'
import sql, { type Sql } from 'sql-template-tag'
import type { Actor } from '../../../kernel/auth/actor.ts'
import { maskName } from '../../../kernel/policy/mask.ts'
import { visibility } from '../../../kernel/policy/policy.ts'
import { askerOf } from '../actions/takeStep.ts'
import { orderFields } from '../policy.ts'
import type { OrderFacts } from '../rules/facts.ts'
import { ownerOf } from '../rules/owner.ts'
import { standingTo } from '../rules/standing.ts'
import { FACT_COLUMNS } from '../store/factColumns.ts'

/** What every list reads of an order; `o` is the order, its words and the names beside it joined in one read. */
export const ROW_COLUMNS: Sql = sql`
  ${FACT_COLUMNS}, o.due_clock as "dueClock", coalesce(o.due_at < app_now(), false) as overdue,
  t.title, coalesce((select string_agg(a.name, ' ' order by length(a.path)) from unnest(area_prefixes(o.path)) way join areas a on a.region_id = o.region_id and a.path = way and a.level <> 'street'), '') as place,
  coalesce((select p.name from people p where p.region_id = o.region_id and p.id = o.assignee_person_id),
           (select m.name from teams m where m.region_id = o.region_id and m.id = o.assignee_team_id)) as "assigneeName",
  (select u.name from units u where u.region_id = o.region_id and u.id = o.assignee_unit_id) as "unitName",
  (select e.file_id from order_evidence e where e.region_id = o.region_id and e.order_id = o.id and e.kind in ('requestPhoto', 'afterPhoto') order by e.id desc limit 1) as photo`

export const ROW_FROM: Sql = sql`orders o join order_texts t on t.region_id = o.region_id and t.order_id = o.id`

export type ListedOrder = Omit<OrderFacts, 'clocks'> & {
  readonly title: string
  readonly place: string
  readonly dueClock: ClockKind | null
  readonly overdue: boolean
  readonly assigneeName: string | null
  readonly unitName: { zh: string; en: string } | null
  readonly photo: string | null
}

/** A row for one reader: owner in words, names masked unless the reader works in the order's area. */
export function toRow(row: ListedOrder, actor: Actor, language: 'zh' | 'en', reworkRounds: number): OrderRow {
  const standing = standingTo({ ...row, clocks: [] }, askerOf(actor))
  const owner = ownerOf(row, reworkRounds)
  return {
    id: row.id,
    number: row.number,
    version: row.version,
    state: row.state,
    kind: row.kind,
    channel: row.channel,
    urgency: row.urgency,
    item: row.item,
    title: row.title,
    path: row.path,
    place: row.place,
    placedAt: row.placedAt,
    round: row.round,
    owner: { kind: owner, name: ownerName(owner, row, standing, actor, language) },
    due: row.dueAt && row.dueClock ? { clock: row.dueClock, at: row.dueAt } : null,
    overdue: row.overdue,
    anonymous: row.anonymous,
    confidential: row.confidential,
    vulnerable: row.vulnerable,
    restriction: row.restriction,
    result: row.result,
    score: row.score,
    callsTried: row.callsTried,
    photo: row.photo,
  }
}

function ownerName(
  owner: string,
  row: ListedOrder,
  standing: (role: Role) => readonly Relation[],
  actor: Actor,
  language: 'zh' | 'en',
): string | null {
  if (owner === 'unit') return row.unitName?.[language] ?? null
  if (owner === 'team') return row.assigneeName
  if (owner !== 'person') return null
  if (row.assigneePersonId === actor.personId) return row.assigneeName
  return visibility(orderFields.assigneeName, actor, standing) === 'clear'
    ? row.assigneeName
    : maskName(row.assigneeName)
}

/** A keyset cursor over (placed_at, id), newest first. */
export const cursorOf = (row: { placedAt: string; id: string }): string =>
  Buffer.from(`${row.placedAt}|${row.id}`).toString('base64url')
