import sql, { raw, type Sql } from 'sql-template-tag'
import { systemScope } from '../../../../kernel/auth/actor.ts'
import type { Database } from '../../../../kernel/db/database.ts'
import { newId } from '../../../../kernel/ids.ts'

/** So many rows follow in one transaction. */
const BATCH = 500

type Kind = { readonly table: string; readonly columns: string; readonly heir: Sql }

/** The area that `o.path` became whole: no other part of it, nothing else in that one. Null where it was divided or joined. */
const WHOLE = sql`(select s.to_path from area_successions s
  where s.region_id = o.region_id and s.from_path = o.path and s.is_main
    and not exists (select from area_successions x where x.region_id = s.region_id and x.from_path = s.from_path and x.id <> s.id)
    and not exists (select from area_successions x where x.region_id = s.region_id and x.to_path = s.to_path and x.id <> s.id)
    and exists (select from areas a join area_redraws r on r.region_id = a.region_id and r.id = s.redraw_id
      where a.region_id = s.region_id and a.path = s.to_path and a.opened_at >= r.at))`
const MAIN = sql`(select s.to_path from area_successions s where s.region_id = o.region_id and s.from_path = o.path and s.is_main)`

/**
 * A building that was moved lies where it lay; the outline of a divided or joined grid is no part's, and ends. Another
 * name of an ended area leads to the main one of what it became.
 */
const KINDS: readonly Kind[] = [
  { table: 'area_outlines', columns: 'outline, by_person', heir: WHOLE },
  { table: 'area_positions', columns: 'longitude, latitude, by_person', heir: WHOLE },
  { table: 'area_aliases', columns: 'compound, alias, kind', heir: MAIN },
]

/** Outlines, positions and other names of ended areas end, and begin where they still hold. Safe to repeat. @returns how many ended */
export async function followMap(db: Database, region: number): Promise<number> {
  let moved = 0
  for (const kind of KINDS)
    for (let count = -1; count !== 0; moved += count) count = await batch(db, region, kind)
  return moved
}

const batch = (db: Database, region: number, { table, columns, heir }: Kind): Promise<number> =>
  db.transaction(systemScope(region), async (tx) => {
    const name = raw(table)
    const gone = await tx.query<{ id: string; to: string | null }>(sql`
      select o.id, ${heir} as "to" from ${name} o where o.region_id = ${region} and o.to_at is null and exists (
        select from area_successions f where f.region_id = o.region_id and f.from_path = o.path and f.is_main)
      order by o.id limit ${BATCH} for update of o`)
    if (gone.length === 0) return 0
    const rows = gone.flatMap(({ id, to }) => (to === null ? [] : [{ old: id, id: newId(), to }]))
    await tx.query(
      sql`update ${name} set to_at = app_now() where region_id = ${region} and id = any(${gone.map(({ id }) => id)}::uuid[])`,
    )
    await tx.query(sql`
      insert into ${name} (region_id, id, path, from_at, ${raw(columns)})
      select o.region_id, n.id, n."to", app_now(), ${raw(
        columns
          .split(', ')
          .map((column) => `o.${column}`)
          .join(', '),
      )}
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as n(old uuid, id uuid, "to" text)
      join ${name} o on o.region_id = ${region} and o.id = n.old on conflict do nothing`)
    return gone.length
  })
