import type { ImportResult } from '@linli/contract/places/shapes'
import type { RunState } from '@linli/contract/places/words'
import sql, { type Sql } from 'sql-template-tag'

export type Progress = {
  state: Exclude<RunState, 'over' | 'lost'>
  rowsRead: number
  rowsChecked: number
  rowsToWrite: number
  rowsWritten: number
}

export const insertRun = (
  region: number,
  id: string,
  register: string,
  personId: string,
  progress: Progress,
): Sql => sql`
  insert into register_runs (region_id, id, register, by_person, state, rows_read, rows_checked, rows_to_write, rows_written, started_at, beat_at)
  values (${region}, ${id}, ${register}, ${personId}, ${progress.state}, ${progress.rowsRead}, ${progress.rowsChecked},
    ${progress.rowsToWrite}, ${progress.rowsWritten}, app_now(), app_now())`

/** A sign of life with the figures so far; what is over stays over. */
export const beatRun = (region: number, id: string, progress: Progress): Sql => sql`
  update register_runs set state = ${progress.state}, rows_read = ${progress.rowsRead}, rows_checked = ${progress.rowsChecked},
    rows_to_write = ${progress.rowsToWrite}, rows_written = ${progress.rowsWritten}, beat_at = app_now()
  where region_id = ${region} and id = ${id} and state not in ('over', 'lost')`

export const finishRun = (region: number, id: string, progress: Progress, result: ImportResult): Sql => sql`
  update register_runs set state = 'over', result = ${JSON.stringify(result)}::jsonb, rows_read = ${progress.rowsRead},
    rows_checked = ${progress.rowsChecked}, rows_to_write = ${progress.rowsToWrite}, rows_written = ${progress.rowsWritten},
    beat_at = app_now()
  where region_id = ${region} and id = ${id}`

export const refuseRun = (region: number, id: string, sentence: string): Sql => sql`
  update register_runs set state = 'over', refused = ${sentence}, beat_at = app_now()
  where region_id = ${region} and id = ${id}`

export const loseRun = (region: number, id: string): Sql => sql`
  update register_runs set state = 'lost', beat_at = app_now()
  where region_id = ${region} and id = ${id} and state <> 'over'`
