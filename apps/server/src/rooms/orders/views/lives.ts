import type { State } from '@linli/contract'
import sql from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database } from '../../../kernel/db/database.ts'

/** An order's state, and the states its steps led to with the time of each, oldest first. */
export type Life = {
  readonly state: State
  readonly steps: readonly { readonly to: State; readonly at: string }[]
}

/** The lives of some orders, in no order. */
export const livesOf = (db: Database, region: number, ids: readonly string[]): Promise<Life[]> =>
  db.read<Life>(
    systemScope(region),
    sql`select o.state, json_agg(json_build_object('to', e.to_state, 'at', e.at) order by e.version) as steps
      from orders o join order_events e on e.region_id = o.region_id and e.order_id = o.id
      where o.region_id = ${region} and o.id = any(${[...ids]}::uuid[]) group by o.id, o.state`,
  )
