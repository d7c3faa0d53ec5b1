import sql, { type Sql } from 'sql-template-tag'
import type { Database } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'

/**
 * When the order that a row belongs to was closed; null while it is open. A file that no order ever used counts from the
 * day it came. For the limits of the catalogue, whose rows stand under the alias `t`.
 */
export function orderClosed(table: string): Sql {
  if (table === 'orders') return sql`t.closed_at`
  const closed = sql`(select o.closed_at from orders o where o.region_id = t.region_id and o.id = t.order_id)`
  return table === 'files' ? sql`case when t.order_id is null then t.at else ${closed} end` : closed
}

/** The orders whose publication the person agreed to. */
export async function agreedToShow(db: Database, scope: Scope): Promise<string[]> {
  const rows = await db.read<{ id: string }>(
    scope,
    sql`select id from orders where region_id = ${scope.region} and requester_id = ${scope.person}::uuid and show_consent_at is not null order by id`,
  )
  return rows.map(({ id }) => id)
}

/** Stands where a command's answer is kept, in a step that is part of another command. */
export const noAnswer = (): Sql => sql`select 1`
