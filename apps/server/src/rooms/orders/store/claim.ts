import { WORKING_STATES } from '@linli/contract'
import sql, { raw, type Sql } from 'sql-template-tag'

/** The states of an order that somebody has to do now, said as its partial index says them: of a parameter PostgreSQL cannot tell. */
export const WORKING: Sql = raw(`(${WORKING_STATES.map((state) => `'${state}'`).join(', ')})`)

/** The condition of a claim: whoever finds the order still offered wins. */
export const STILL_OFFERED: Sql = sql` and state = 'offered'`

/** Counts the helper's open orders under a lock on the helper's own row; refuses `quota` when they fill it. */
export function quotaStatements(region: number, personId: string): Sql[] {
  return [
    sql`select quota from helpers where region_id = ${region} and person_id = ${personId}::uuid for update`,
    sql`select refuse('quota') from helpers h where h.region_id = ${region} and h.person_id = ${personId}::uuid
      and h.quota <= (select count(*) from orders o where o.region_id = h.region_id and o.assignee_person_id = h.person_id and o.state in ${WORKING})`,
  ]
}
