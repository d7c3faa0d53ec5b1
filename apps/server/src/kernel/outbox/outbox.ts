import sql, { type Sql } from 'sql-template-tag'
import { newId } from '../ids.ts'

/** The one outbox row of a command, to stand in its commit. `payload` holds ids, codes and numbers only. */
export function outboxStatement(region: number, topic: string, payload: { [key: string]: unknown }): Sql {
  return sql`insert into outbox (region_id, id, topic, payload, at)
    values (${region}, ${newId()}, ${topic}, ${JSON.stringify(payload)}::jsonb, app_now())`
}
