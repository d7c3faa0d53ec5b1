import sql from 'sql-template-tag'
import type { Database } from '../../../kernel/db/database.ts'
import type { BookAlias, BookArea } from '../rules/addressBook.ts'

/** Changes whenever a name of the region does, an area opens or closes, or another name begins or ends. */
export async function bookStamp(db: Database, region: number): Promise<string> {
  const [row] = await db.read<{ stamp: string }>(
    { region },
    sql`
    select concat_ws(' ', (select concat_ws(' ', count(*), sum(hashtextextended(concat_ws('/', path, name, compound), 0)::numeric))
        from areas where region_id = ${region} and closed_at is null),
      (select concat_ws(' ', count(*), max(from_at)) from area_aliases where region_id = ${region} and to_at is null)) as stamp`,
  )
  return row?.stamp ?? ''
}

/** Every open area, parents first, and every other name that holds. */
export async function bookRows(
  db: Database,
  region: number,
): Promise<{ areas: BookArea[]; aliases: BookAlias[] }> {
  const [areas, aliases] = await Promise.all([
    db.read<BookArea>(
      { region },
      sql`select path, level, name, compound from areas
        where region_id = ${region} and closed_at is null and level <> 'region' order by length(path), path`,
    ),
    db.read<BookAlias>(
      { region },
      sql`select path, compound, alias, kind from area_aliases where region_id = ${region} and to_at is null`,
    ),
  ])
  return { areas, aliases }
}
