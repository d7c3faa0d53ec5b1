import sql from 'sql-template-tag'
import type { Database, Row } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'

export type Match = { readonly id: string; readonly number: string }

/** Which of a sender's numbers are here already, and as which orders. */
export async function knownNumbers(
  db: Database,
  scope: Scope,
  senderId: string,
  numbers: readonly string[],
): Promise<Map<string, Match>> {
  const rows = await db.read<Row & Match & { sent: string }>(
    scope,
    sql`select u.number as sent, o.id, o.number from upstream_orders u
      join orders o on o.region_id = u.region_id and o.id = u.order_id
      where u.region_id = ${scope.region} and u.sender_id = ${senderId}::uuid and u.number = any(${[...numbers]}::text[])`,
  )
  return new Map(rows.map(({ sent, id, number }) => [sent, { id, number }]))
}

/** The newest order of each number to call that is open, or was closed within thirty days. @param digests by look-up digest, hexadecimal */
export async function ordersOfPhones(
  db: Database,
  scope: Scope,
  digests: readonly string[],
): Promise<Map<string, Match>> {
  if (digests.length === 0) return new Map()
  const rows = await db.read<Row & Match & { digest: string }>(
    scope,
    sql`select distinct on (t.contact_phone_hmac) encode(t.contact_phone_hmac, 'hex') as digest, o.id, o.number
      from order_texts t join orders o on o.region_id = t.region_id and o.id = t.order_id
      where t.region_id = ${scope.region}
        and t.contact_phone_hmac = any(array(select decode(d, 'hex') from unnest(${[...digests]}::text[]) d))
        and (o.closed_at is null or o.closed_at > app_now() - interval '30 days') and o.restriction = 'none'
      order by t.contact_phone_hmac, o.placed_at desc`,
  )
  return new Map(rows.map(({ digest, id, number }) => [digest, { id, number }]))
}
