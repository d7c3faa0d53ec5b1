import type pg from 'pg'

/** One column of one of our tables, as the migrated database describes it. */
export type Column = {
  readonly table: string
  readonly name: string
  /** PostgreSQL's own name of the type: `timestamptz`, `_uuid` for an array of uuid. */
  readonly type: string
  readonly nullable: boolean
}

/** Every column of every table the migrations made, in the order they were written; the migration tool's own table is not ours. */
export async function readColumns(client: pg.ClientBase): Promise<Column[]> {
  const { rows } = await client.query<Column>(`
    select c.relname as table, a.attname as name, t.typname as type, not a.attnotnull as nullable
    from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_type t on t.oid = a.atttypid
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.relname <> 'migrations'
    order by c.relname, a.attnum`)
  return rows
}

/** The columns by table, in the tables' alphabetical order. */
export function byTable(columns: readonly Column[]): Map<string, Column[]> {
  const tables = new Map<string, Column[]>()
  for (const column of columns) {
    const known = tables.get(column.table)
    if (known) known.push(column)
    else tables.set(column.table, [column])
  }
  return tables
}
