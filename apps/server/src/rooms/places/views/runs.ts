import type { ImportRun } from '@linli/contract/places/shapes'
import sql from 'sql-template-tag'
import type { Database } from '../../../kernel/db/database.ts'
import type { Scope } from '../../../kernel/db/scope.ts'

/** How far one's own import has come. One whose server has said nothing for a minute is lost, and wrote nothing. */
export async function runById(db: Database, scope: Scope, id: string): Promise<ImportRun | undefined> {
  const [row] = await db.read<ImportRun>(
    scope,
    sql`
    select id, register, rows_read as "rowsRead", rows_checked as "rowsChecked", rows_to_write as "rowsToWrite",
      rows_written as "rowsWritten", refused, result,
      case when state <> 'over' and beat_at < app_now() - interval '60 seconds' then 'lost' else state end as state
    from register_runs where region_id = ${scope.region} and id = ${id} and by_person = ${scope.person ?? null}::uuid`,
  )
  return row
}
