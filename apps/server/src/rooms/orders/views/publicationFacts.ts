import sql from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'

/** The names that must not appear in a publication and the photos that may. */
export async function publicationFacts(
  db: Database,
  region: number,
  orderId: string,
): Promise<{ names: string[]; photos: string[] }> {
  const [row] = await db.read<{ names: string[]; photos: string[] }>(
    systemScope(region),
    sql`
    select array(select distinct name from people p join order_parties o on o.region_id = p.region_id and o.person_id = p.id
             where o.region_id = ${region} and o.order_id = ${orderId}::uuid
           union select contact_name from order_texts where region_id = ${region} and order_id = ${orderId}::uuid and contact_name is not null) as names,
      array(select file_id::text from order_evidence where region_id = ${region} and order_id = ${orderId}::uuid) as photos`,
  )
  return row ?? { names: [], photos: [] }
}
