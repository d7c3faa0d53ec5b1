import type pg from 'pg'

export type ColumnShape = { readonly name: string; readonly type: string; readonly nullable: boolean }
/** A table as the database describes it. */
export type TableShape = {
  readonly columns: readonly ColumnShape[]
  /** The columns of its primary key, in their order. */
  readonly key: readonly string[]
}
export type Schema = ReadonlyMap<string, TableShape>

/** Whether a table's rows belong to one region each; where the region may be missing they belong to all. */
export const isRegional = ({ columns }: TableShape): boolean =>
  columns.some(({ name, nullable }) => name === 'region_id' && !nullable)

type Read = { table: string; name: string; type: string; nullable: boolean; place: number | null }

/** Reads the shape of every table once, so that what is erased and shown follows the database and not a list. */
export async function readSchema(pool: pg.Pool): Promise<Schema> {
  const { rows } = await pool.query<Read>(`
    select c.relname as table, a.attname as name, t.typname as type, not a.attnotnull as nullable,
      array_position(i.indkey::int2[], a.attnum) as place
    from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_type t on t.oid = a.atttypid
      left join pg_index i on i.indrelid = c.oid and i.indisprimary
    where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p')
    order by c.relname, a.attnum`)
  return new Map(
    [...Map.groupBy(rows, ({ table }) => table)].map(([table, own]) => [
      table,
      {
        columns: own.map(({ name, type, nullable }) => ({ name, type, nullable })),
        key: own
          .filter(({ place }) => place !== null)
          .sort((a, b) => Number(a.place) - Number(b.place))
          .map(({ name }) => name),
      },
    ]),
  )
}
