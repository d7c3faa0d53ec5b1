import sql from 'sql-template-tag'
import type { Database } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'

export type KeptContact = {
  readonly name: string | null
  readonly phone: string | null
  readonly address: string | null
}

/** The contact of an order as it is kept: number and address encrypted. */
export async function keptContact(
  db: Database,
  scope: Scope,
  orderId: string,
): Promise<KeptContact | undefined> {
  const [row] = await db.read<KeptContact>(
    scope,
    sql`
    select contact_name as name, contact_phone_cipher as phone, address_cipher as address from order_texts where region_id = ${scope.region} and order_id = ${orderId}::uuid`,
  )
  return row
}
