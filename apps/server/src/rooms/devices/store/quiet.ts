import type { DeviceRule } from '@linli/contract'
import sql, { type Sql } from 'sql-template-tag'
import { systemScope } from '../../../kernel/auth/actor.ts'
import type { Database, Row } from '../../../kernel/db/database.ts'
import { outboxStatement } from '../../../kernel/outbox/outbox.ts'

export type Quiet = { readonly id: string; readonly isSilent: boolean }

/** A device in use that nobody heard for the place's hours. `d` is the device. */
export const isSilent = ({ silentHours }: DeviceRule): Sql =>
  sql`(d.state = 'bound' and coalesce(d.heard_at, d.bound_at) < app_now() - make_interval(hours => ${silentHours}::int))`
export const isLow = ({ lowBattery }: DeviceRule): Sql =>
  sql`coalesce(d.state = 'bound' and d.battery < ${lowBattery}::int, false)`

/** Devices in use that are to be looked after and of which nobody has been told; and how many are silent altogether. */
export async function newlyQuiet(
  db: Database,
  region: number,
  rule: DeviceRule,
): Promise<{ devices: Quiet[]; silent: number; bound: number }> {
  const [row] = await db.read<Row & { devices: Quiet[]; silent: number; bound: number }>(
    systemScope(region),
    sql`select count(*)::int as bound, count(*) filter (where ${isSilent(rule)})::int as silent,
      coalesce(jsonb_agg(jsonb_build_object('id', d.id, 'isSilent', ${isSilent(rule)})) filter (where d.quiet_at is null and (${isSilent(rule)} or ${isLow(rule)})), '[]'::jsonb) as devices
    from devices d where d.region_id = ${region} and d.state = 'bound'`,
  )
  return row ?? { devices: [], silent: 0, bound: 0 }
}

/** Marks a device, once, with the order that is asked for. */
export const quietStatements = (region: number, id: string, orderId: string, silent: boolean): Sql[] => [
  sql`with marked as (update devices set quiet_order_id = ${orderId}::uuid, quiet_at = app_now()
      where region_id = ${region} and id = ${id}::uuid and state = 'bound' and quiet_at is null returning 1)
    select case when exists (select from marked) then '' else refuse('deviceChanged')::text end`,
  outboxStatement(region, 'devices.deviceQuiet.1', { id, orderId, silent, people: [] }),
]
