import type { CallAnswer, CallJudgement, CallKind } from '@linli/contract'
import sql, { type Sql } from 'sql-template-tag'
import type { Scope } from '../../../kernel/db/scope.ts'
import { newId } from '../../../kernel/ids.ts'
import type { OrderFacts } from '../rules/facts.ts'

const open = sql`answered_at is null and ended_at is null`
const ofOrder = (region: number, orderId: string): Sql =>
  sql`region_id = ${region} and order_id = ${orderId}::uuid`

/** Calls units to an order: a row and a party each. A unit that has an open call already violates `order_calls_open`. */
export function callStatements(
  region: number,
  { id, round, version }: Pick<OrderFacts, 'id' | 'round' | 'version'>,
  how: CallKind,
  by: string | null,
  units: readonly string[],
): Sql[] {
  if (units.length === 0) return []
  const ids = units.map(() => newId())
  return [
    sql`insert into order_calls (region_id, id, order_id, unit_id, how, round, version, called_at, called_by)
      select ${region}, call, ${id}::uuid, unit, ${how}, ${round}::int, ${version + 1}::int, app_now(), ${by}::uuid
      from unnest(${ids}::uuid[], ${[...units]}::uuid[]) as c(call, unit)`,
    sql`insert into order_parties (region_id, id, order_id, role, unit_id)
      select ${region}, party, ${id}::uuid, 'coHost', unit from unnest(${units.map(() => newId())}::uuid[], ${[...units]}::uuid[]) as c(party, unit)
      where not exists (select from order_parties p where p.region_id = ${region} and p.order_id = ${id}::uuid and p.role = 'coHost' and p.unit_id = unit and p.to_at is null)`,
  ]
}

/** The unit's answer. */
export const answerStatement = (
  region: number,
  { id, version }: Pick<OrderFacts, 'id' | 'version'>,
  unitId: string,
  by: string | null,
  answer: CallAnswer,
  fitting: boolean,
): Sql => sql`
  update order_calls set answered_at = app_now(), answered_by = ${by}::uuid, answered_version = ${version + 1}, answer = ${answer}, fitting = ${fitting}
  where ${ofOrder(region, id)} and unit_id = ${unitId}::uuid and ${open}`

/** What the host finds of the latest answer of a unit. */
export const judgeStatement = (
  region: number,
  { id, version }: Pick<OrderFacts, 'id' | 'version'>,
  unitId: string,
  judged: CallJudgement,
): Sql => sql`
  update order_calls set judged = ${judged}, judged_version = ${version + 1}
  where ${ofOrder(region, id)} and unit_id = ${unitId}::uuid and answered_at is not null and judged is null`

/** A unit is not called any more, and does not read the order any more. */
export const releaseStatements = (region: number, orderId: string, unitId: string): Sql[] => [
  sql`update order_calls set ended_at = app_now() where ${ofOrder(region, orderId)} and unit_id = ${unitId}::uuid and ${open}`,
  sql`update order_parties set to_at = app_now() where ${ofOrder(region, orderId)} and role = 'coHost' and unit_id = ${unitId}::uuid and to_at is null
    and not exists (select from order_calls c where c.region_id = ${region} and c.order_id = ${orderId}::uuid and c.unit_id = ${unitId}::uuid and c.answered_at is not null)`,
]

/** Calls that nobody answered when the order ended, or lost its host: who was called reads it no longer. */
export const endCallsStatement = ({ region }: Scope, orderId: string): Sql => sql`
  with ended as (update order_calls set ended_at = app_now() where ${ofOrder(region, orderId)} and ${open} returning unit_id)
  update order_parties set to_at = app_now() where ${ofOrder(region, orderId)} and role = 'coHost' and to_at is null and unit_id in (select unit_id from ended)`
