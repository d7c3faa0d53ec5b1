import sql from 'sql-template-tag'
import type { Database } from '../db/database.ts'
import { newId } from '../ids.ts'
import type { TakenBackup } from './takeBackup.ts'

export type RunKind = 'backup' | 'drill'

/**
 * Takes a night's run, which only one process can. A run that failed may be taken again an hour later, one that never
 * ended (its process was killed) after six.
 * @param night null when somebody asked for it: then it is always taken
 * @returns the run's id, or undefined when another has it or it is done
 */
export async function beginRun(
  db: Database,
  kind: RunKind,
  night: string | null,
): Promise<string | undefined> {
  const rows = await db.global<{ id: string }>(sql`
    insert into backup_runs (id, kind, night, started_at) values (${newId()}, ${kind}, ${night}, app_now())
    on conflict (kind, night) do update set started_at = excluded.started_at, finished_at = null, outcome = null, problem = null
      where (backup_runs.outcome = 'failed' and backup_runs.finished_at < app_now() - interval '1 hour')
         or (backup_runs.outcome is null and backup_runs.started_at < app_now() - interval '6 hours')
    returning id`)
  return rows[0]?.id
}

/** Writes down that a run went well. `compared` is for drills: how many tables came back equal. */
export async function endRun(
  db: Database,
  id: string,
  taken: TakenBackup,
  compared: number | null,
): Promise<void> {
  const { files } = taken.tail
  await db.global(sql`
    update backup_runs set finished_at = app_now(), outcome = 'good', problem = null, file_name = ${taken.name},
      snapshot_at = ${taken.head.snapshotAt}, bytes = ${taken.bytes}, sha256 = ${taken.sha256}, row_count = ${taken.rows},
      file_count = ${files.stored}, missing_files = ${files.missing.length + files.damaged.length}, tables_compared = ${compared},
      seconds = extract(epoch from app_now() - started_at)::int
    where id = ${id}`)
}

/** Writes down that a run failed, unless it has already ended. @param problem a code or the kind of error, no words of people */
export async function failRun(db: Database, id: string, problem: string): Promise<void> {
  await db.global(sql`
    update backup_runs set finished_at = app_now(), outcome = 'failed', problem = ${problem.slice(0, 200)},
      seconds = extract(epoch from app_now() - started_at)::int
    where id = ${id} and outcome is null`)
}

/** Whether a drill went well in the month of a night. */
export async function drilledInMonth(db: Database, night: string): Promise<boolean> {
  const rows = await db.global(sql`
    select 1 from backup_runs where kind = 'drill' and outcome = 'good'
      and to_char(started_at at time zone 'Asia/Shanghai', 'YYYY-MM') = ${night.slice(0, 7)} limit 1`)
  return rows.length > 0
}

/** How it stands with one kind of run, for the operators: seconds since the last good one, and whether the newest failed. */
export type RunFigures = {
  readonly kind: RunKind
  readonly goodAgo: number | null
  readonly failed: boolean
  readonly missing: number
}

export async function runFigures(db: Database): Promise<RunFigures[]> {
  return db.global<RunFigures>(sql`
    select kind, (select extract(epoch from app_now() - max(started_at))::int from backup_runs g where g.kind = k.kind and g.outcome = 'good') as "goodAgo",
      coalesce((select r.outcome = 'failed' from backup_runs r where r.kind = k.kind and r.finished_at is not null order by r.started_at desc limit 1), false) as failed,
      coalesce((select r.missing_files from backup_runs r where r.kind = k.kind and r.outcome = 'good' order by r.started_at desc limit 1), 0) as missing
    from (values ('backup'), ('drill')) as k(kind)`)
}

/** What a run writes down of an error: its code, else its kind. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name
}

/** The run of a night that was taken and has not ended: whoever took it hands its work on. */
export async function openRun(db: Database, kind: RunKind, night: string): Promise<string | undefined> {
  const rows = await db.global<{ id: string }>(
    sql`select id from backup_runs where kind = ${kind} and night = ${night} and outcome is null`,
  )
  return rows[0]?.id
}
