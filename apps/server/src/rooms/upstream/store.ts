import type { SenderColumn } from '@linli/contract/upstream/shapes'
import sql, { type Sql } from 'sql-template-tag'

export type NewSender = {
  readonly id: string
  readonly name: string
  readonly decides: boolean
  readonly path: string
}

/** A second one of the same name meets `upstream_senders_name`. */
export const insertSender = (region: number, by: string, { id, name, decides, path }: NewSender): Sql => sql`
  insert into upstream_senders (region_id, id, name, decides, path, columns, version, made_by, made_at, changed_at)
  values (${region}, ${id}, ${name}, ${decides}, ${path}, '[]', 1, ${by}, app_now(), app_now())`

/** Refuses stale where somebody changed it meanwhile. */
export const updateSender = (
  region: number,
  id: string,
  to: Omit<NewSender, 'id'> & { readonly version: number; readonly columns: readonly SenderColumn[] },
): Sql => sql`
  with changed as (update upstream_senders set name = ${to.name}, decides = ${to.decides}, path = ${to.path},
      columns = ${JSON.stringify(to.columns)}::jsonb, version = version + 1, changed_at = app_now()
    where region_id = ${region} and id = ${id}::uuid and version = ${to.version} returning 1)
  select refuse('stale') where not exists (select from changed)`

/** The columns of the file that was taken in: what goes back has them too. */
export const rememberColumns = (region: number, id: string, columns: readonly SenderColumn[]): Sql => sql`
  update upstream_senders set columns = ${JSON.stringify(columns)}::jsonb, version = version + 1, changed_at = app_now()
  where region_id = ${region} and id = ${id}::uuid and columns <> ${JSON.stringify(columns)}::jsonb`

/** That an order came in by a file; the same number twice meets `upstream_orders_number`. */
export const insertUpstreamOrder = (
  region: number,
  order: { id: string; senderId: string; number: string; sentAt: string | null },
): Sql => sql`
  insert into upstream_orders (region_id, order_id, sender_id, number, sent_at, at)
  values (${region}, ${order.id}, ${order.senderId}, ${order.number}, ${order.sentAt}, app_now())`

export type Progress = { rows: number; placed: number; known: number }
export const insertRun = (
  region: number,
  id: string,
  senderId: string,
  by: string,
  { rows }: Progress,
): Sql => sql`
  insert into upstream_imports (region_id, id, sender_id, by_person, state, rows, placed, known, started_at, beat_at)
  values (${region}, ${id}, ${senderId}, ${by}, 'running', ${rows}, 0, 0, app_now(), app_now())`

/** A sign of life with the figures so far; what is over stays over. */
export const beatRun = (
  region: number,
  id: string,
  state: 'running' | 'over' | 'lost',
  now: Progress,
): Sql => sql`
  update upstream_imports set state = ${state}, placed = ${now.placed}, known = ${now.known}, beat_at = app_now()
  where region_id = ${region} and id = ${id}::uuid and state = 'running'`
