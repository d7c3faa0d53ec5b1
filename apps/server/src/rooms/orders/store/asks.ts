import { type AskOutcome, askStands, type DurationUnit, type Transition } from '@linli/contract'
import sql, { type Sql } from 'sql-template-tag'
import type { Scope } from '../../../kernel/db/scope.ts'
import { newId } from '../../../kernel/ids.ts'
import type { AskFacts, OrderFacts } from '../rules/facts.ts'

/** What is asked for beside the words. */
export type Asked = {
  readonly amount?: number
  readonly unit?: DurationUnit
  readonly until?: string
  readonly unitId?: string | undefined
}
type Asker = { readonly personId: string | null; readonly role: string }
type Facts = Pick<OrderFacts, 'id' | 'round' | 'state'> & AskFacts

/**
 * What a step does to asks: opens one, answers the one that is open, or lets it lapse because the order moves on.
 * @param version the event of the step
 */
export function askStatements(
  scope: Scope,
  order: Facts,
  { opens, settles }: Pick<Transition, 'opens' | 'settles'>,
  to: OrderFacts['state'],
  version: number,
  { personId, role }: Asker,
  asked: Asked = {},
): Sql[] {
  const end = (outcome: AskOutcome, by: string | null): Sql[] =>
    order.ask
      ? [
          sql`update order_asks set settled_at = app_now(), settled_by = ${by}::uuid, settled_version = ${version}, outcome = ${outcome}
            where region_id = ${scope.region} and id = ${order.ask.id}::uuid and settled_at is null`,
        ]
      : []
  if (settles) return end(settles.as, personId)
  if (opens)
    return [
      sql`insert into order_asks (region_id, id, order_id, kind, round, version, asked_by, asked_role, asked_at, amount, unit, until, unit_id)
        values (${scope.region}, ${newId()}, ${order.id}, ${opens}, ${order.round}, ${version}, ${personId}::uuid, ${role}, app_now(),
          ${asked.amount ?? null}, ${asked.unit ?? null}, ${asked.until ?? null}::date, ${asked.unitId ?? null}::uuid)`,
    ]
  const stands = to === order.state || (order.ask && askStands(order.ask.kind, to))
  return stands ? [] : end('lapsed', null)
}
