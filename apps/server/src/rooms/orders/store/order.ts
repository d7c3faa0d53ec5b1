import type { PartyRole } from '@linli/contract'
import sql, { empty, join, raw, type Sql } from 'sql-template-tag'
import type { CryptoProvider } from '../../../kernel/crypto/provider.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'
import { newId } from '../../../kernel/ids.ts'
import { phoneTail } from '../../../kernel/policy/mask.ts'
import type { ClockPlan } from '../rules/clocks.ts'
import type { AskFacts, OrderFacts } from '../rules/facts.ts'
import { CLOCK_COLUMNS, dueStart, factsWithClocks, nextDue } from './clockRows.ts'
import { ASK_COLUMNS, FACT_COLUMNS } from './factColumns.ts'

/** The order with its running clocks and what it waits for, as the rules see it. */
export type LoadedOrder = OrderFacts & AskFacts & { readonly now: string }

/** The order as it is now, or undefined when it is not there or not to be seen. */
export async function loadOrder(db: Database, scope: Scope, id: string): Promise<LoadedOrder | undefined> {
  const [row] = await db.read<Row & LoadedOrder>(
    scope,
    sql`
    select net_note_seen(o.id), ${FACT_COLUMNS}, ${ASK_COLUMNS},
      ${CLOCK_COLUMNS}
    from orders o where o.region_id = ${scope.region} and o.id = ${id}::uuid`,
  )
  return row
}

/** Columns of `orders` that a step may set, with their values or SQL. */
export type OrderSet = { readonly [column in SettableColumn]?: unknown }
const SETTABLE = [
  'kind',
  'urgency',
  'item',
  'item_version',
  'path',
  'community',
  'vulnerable',
  'assignee_person_id',
  'assignee_team_id',
  'assignee_unit_id',
  'round',
  'offer_wave',
  'offer_path',
  'refusal_proposed_by',
  'contacted_at',
  'handled_at',
  'handled_by',
  'result',
  'reached',
  'score',
  'rated_round',
  'calls_tried',
  'first_call_at',
  'show_consent_at',
  'shown_at',
  'closed_at',
  'supplements',
  'assigned_at',
  'host_ruled',
  'urged_at',
  'supervision',
  'merged_into',
  'sender_due_at',
] as const
type SettableColumn = (typeof SETTABLE)[number]
/** The value of a column that is the command's own time. */
export const NOW = sql`app_now()`

const isSql = (value: unknown): value is Sql =>
  typeof value === 'object' && value !== null && 'strings' in value && 'values' in value

/**
 * Moves the order on, if it is still as the sender saw it. @param expects extra conditions of a contested write
 * Refuses `stale` (or `code`) when the version or the condition no longer holds.
 */
export function moveStatement(
  scope: Scope,
  order: OrderFacts,
  to: string,
  set: OrderSet,
  plan: ClockPlan,
  expects: { where?: Sql; code?: string; anyVersion?: boolean } = {},
): Sql {
  const columns = SETTABLE.filter((column) => column in set).map((column) => {
    const value = set[column]
    return sql`${raw(column)} = ${isSql(value) ? value : (value ?? null)}`
  })
  return sql`with moved as (
      update orders set state = ${to}, version = version + 1, ${nextDue(plan)}${columns.length > 0 ? sql`, ${join(columns)}` : empty}
      where region_id = ${scope.region} and id = ${order.id}::uuid and ${expects.anyVersion ? sql`true` : sql`version = ${order.version}`} ${expects.where ?? empty}
      returning 1)
    select case when exists (select from moved) then net_note_seen(${order.id}::uuid) else refuse(${expects.code ?? 'stale'})::text end`
}

export type EventRow = {
  readonly version: number
  readonly verb: string
  readonly from: string | null
  readonly to: string
  readonly actorId: string | null
  readonly actorRole: string
  readonly round: number
  /** Where the order lies and what it is about after the event. */
  readonly path: string
  readonly item: string | null
  readonly facts: { [key: string]: unknown }
  /** What the step did to the clocks, which its event tells. */
  readonly clocks?: ClockPlan
}

export function eventStatement(scope: Scope, orderId: string, event: EventRow): Sql {
  return sql`insert into order_events (region_id, id, order_id, version, verb, from_state, to_state, actor_person_id, actor_role, round, path, item, facts, at)
    values (${scope.region}, ${newId()}, ${orderId}, ${event.version}, ${event.verb}, ${event.from}, ${event.to}, ${event.actorId}, ${event.actorRole}, ${event.round}, ${event.path}, ${event.item}, ${factsWithClocks(event.facts, event.clocks)}, app_now())`
}

export function remarkStatement(
  scope: Scope,
  orderId: string,
  version: number,
  audience: 'everybody' | 'doers' | 'staff',
  text: string,
): Sql {
  return sql`insert into order_remarks (region_id, id, order_id, version, audience, text) values (${scope.region}, ${newId()}, ${orderId}, ${version}, ${audience}, ${text})`
}

/** Attaches uploaded photos to the order; refuses `photoNotYours` unless all of them are the person's own and free. */
export function evidenceStatements(
  scope: Scope,
  orderId: string,
  round: number,
  version: number,
  kind: string,
  personId: string,
  files: readonly string[],
): Sql[] {
  if (files.length === 0) return []
  return [
    sql`with taken as (update files set order_id = ${orderId}::uuid where region_id = ${scope.region} and id = any(${[...files]}::uuid[])
        and uploaded_by = ${personId}::uuid and erased_at is null and (order_id is null or order_id = ${orderId}::uuid) returning 1)
      select refuse('photoNotYours') where (select count(*) from taken) <> ${files.length}`,
    sql`insert into order_evidence (region_id, id, order_id, round, version, kind, file_id, by_person, at)
      select ${scope.region}, evidence_id, ${orderId}::uuid, ${round}::int, ${version}::int, ${kind}, file_id, ${personId}::uuid, app_now()
      from unnest(${files.map(() => newId())}::uuid[], ${[...files]}::uuid[]) as e(evidence_id, file_id)`,
  ]
}

export type Party = {
  readonly role: PartyRole
  readonly personId?: string | null
  readonly unitId?: string | null
  readonly teamId?: string | null
}

export function partyStatement(scope: Scope, orderId: string, party: Party): Sql {
  return sql`insert into order_parties (region_id, id, order_id, role, person_id, unit_id, team_id)
    values (${scope.region}, ${newId()}, ${orderId}, ${party.role}, ${party.personId ?? null}, ${party.unitId ?? null}, ${party.teamId ?? null})`
}

/** Ends the present assignee's part, so that another may take it. */
export function endAssigneeStatement(scope: Scope, orderId: string): Sql {
  return sql`update order_parties set to_at = app_now() where region_id = ${scope.region} and order_id = ${orderId}::uuid and role = 'assignee' and to_at is null`
}

export type NewOrder = {
  readonly id: string
  readonly number: string
  readonly kind: string
  readonly channel: string
  readonly urgency: string
  readonly item: string | null
  readonly itemVersion: string | null
  readonly path: string
  readonly community: string
  readonly placedBy: string
  readonly requester: string | null
  readonly beneficiary: string | null
  readonly anonymous: boolean
  readonly confidential: boolean
  readonly vulnerable: boolean
  readonly restriction: string
  readonly aboutPerson: string | null
  readonly aboutUnit: string | null
  /** Until when whoever sent it here wants it done. */
  readonly senderDueAt?: string | null
}

export function insertOrderStatement(scope: Scope, order: NewOrder, plan: ClockPlan): Sql {
  const start = plan.starts[0]
  return sql`insert into orders (region_id, id, number, version, state, kind, channel, urgency, item, item_version, path, community, placed_at, placed_by, requester_id,
      beneficiary_id, anonymous, confidential, vulnerable, restriction, about_person_id, about_unit_id, sender_due_at, due_at, due_clock)
    values (${scope.region}, ${order.id}, ${order.number}, 1, 'submitted', ${order.kind}, ${order.channel}, ${order.urgency}, ${order.item}, ${order.itemVersion}, ${order.path},
      ${order.community}, app_now(), ${order.placedBy}, ${order.requester}, ${order.beneficiary}, ${order.anonymous}, ${order.confidential}, ${order.vulnerable},
      ${order.restriction}, ${order.aboutPerson}, ${order.aboutUnit}, ${order.senderDueAt ?? null}, ${start ? dueStart(start.due) : null}, ${start?.clock ?? null})`
}

export type OrderWords = {
  readonly title: string
  readonly detail: string
  readonly address: string | null
  readonly name: string | null
  readonly phone: string | null
  readonly voice: string | null
}

/** Context of an order's encrypted fields: a cipher moved to another region or field does not open. */
export const addressContext = (region: number): string => `order_texts.address:${region}`
export const phoneContext = (region: number): string => `order_texts.phone:${region}`

export function textStatement(scope: Scope, orderId: string, words: OrderWords, crypto: CryptoProvider): Sql {
  const { phone, address } = words
  return sql`insert into order_texts (region_id, order_id, title, detail, address_cipher, contact_name, contact_phone_cipher, contact_phone_hmac, contact_phone_tail, voice_file_id)
    values (${scope.region}, ${orderId}, ${words.title}, ${words.detail}, ${address ? crypto.encryptField(address, addressContext(scope.region)) : null}, ${words.name},
      ${phone ? crypto.encryptField(phone, phoneContext(scope.region)) : null}, ${phone ? crypto.lookUp(phone) : null}, ${phone ? phoneTail(phone) : null}, ${words.voice})`
}

export function voiceStatements(
  scope: Scope,
  orderId: string,
  personId: string,
  voice: string | undefined,
): Sql[] {
  return voice ? evidenceStatements(scope, orderId, 1, 1, 'voice', personId, [voice]) : []
}

export function searchStatement(scope: Scope, orderId: string, path: string, tokens: readonly string[]): Sql {
  return sql`insert into order_search (region_id, order_id, path, placed_at, tokens) values (${scope.region}, ${orderId}, ${path}, app_now(), array_to_tsvector(${[...tokens]}::text[]))`
}

/** The order's place as the search knows it. */
export const searchPathStatement = (region: number, orderId: string, path: string): Sql =>
  sql`update order_search set path = ${path} where region_id = ${region} and order_id = ${orderId}::uuid`
