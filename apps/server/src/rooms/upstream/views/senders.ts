import type { Sender, SenderColumn, SenderRun } from '@linli/contract/upstream/shapes'
import { SENDER_LATEST } from '@linli/contract/upstream/words'
import sql from 'sql-template-tag'
import type { Database, Row } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'

/** The senders of a region by name, each with how many of its latest orders there are and how many of them are open. */
export const sendersOf = (db: Database, scope: Scope): Promise<Sender[]> =>
  db.read<Row & Sender>(
    scope,
    sql`
    select s.id, s.name, s.decides, s.path, s.columns, s.version,
      coalesce((select a.name from areas a where a.region_id = s.region_id and a.path = s.path), '') as place,
      u.orders::int as orders, u.open::int as open,
      (select max(i.started_at) from upstream_imports i where i.region_id = s.region_id and i.sender_id = s.id) as "importedAt"
    from upstream_senders s
    cross join lateral (select count(*) as orders, count(*) filter (where x.closed_at is null) as open
      from (select (select o.closed_at from orders o where o.region_id = n.region_id and o.id = n.order_id) as closed_at
        from (select u.region_id, u.order_id from upstream_orders u where u.region_id = s.region_id and u.sender_id = s.id
          order by u.at desc limit ${SENDER_LATEST}) n) x) u
    where s.region_id = ${scope.region} order by s.name, s.id`,
  )

export type KnownSender = {
  readonly id: string
  readonly name: string
  readonly decides: boolean
  readonly path: string
  readonly columns: readonly SenderColumn[]
}
export async function senderById(db: Database, scope: Scope, id: string): Promise<KnownSender | undefined> {
  const [sender] = await db.read<Row & KnownSender>(
    scope,
    sql`select id, name, decides, path, columns from upstream_senders where region_id = ${scope.region} and id = ${id}::uuid`,
  )
  return sender
}

/** How far an import is; one that went quiet is lost. */
export async function runById(db: Database, scope: Scope, id: string): Promise<SenderRun | undefined> {
  const [run] = await db.read<Row & SenderRun>(
    scope,
    sql`select id, sender_id as sender, rows, placed, known,
        case when state = 'running' and beat_at < app_now() - interval '1 minute' then 'lost' else state end as state
      from upstream_imports where region_id = ${scope.region} and id = ${id}::uuid`,
  )
  return run
}
