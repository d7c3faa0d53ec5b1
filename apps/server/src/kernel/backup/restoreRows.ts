import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { Archive } from './archive.ts'
import type { CopiedTable, Count, Tail } from './manifest.ts'
import { BackupError } from './problems.ts'
import { countOf, hasJobs, JOBS_TEXT, TEXT_FORM, tableText } from './snapshot.ts'
import type { Part } from './tar.ts'

export type Progress = (step: {
  readonly what: string
  readonly rows: number
  readonly bytes: number
}) => void

/**
 * Fills an empty, migrated database with the rows of a backup, in one transaction: all of them, counted and compared by
 * hash, or none. Keys between tables and indexes are made anew behind the rows, which is quicker and asks no order.
 * @param files takes the bytes of the files, which follow the rows, before the end is known
 * @throws BackupError unequal, changed, cut
 */
export async function restoreRows(
  ownerUrl: string,
  archive: Archive,
  files: (parts: AsyncGenerator<Part>) => Promise<void>,
  proof: (tail: Tail) => void,
  progress: Progress,
): Promise<Tail> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {}) // told by the statement under way
  await client.connect()
  try {
    await client.query(`begin; ${TEXT_FORM}; set local maintenance_work_mem = '256MB'`)
    const { tables } = archive.head
    const again = await laidBare(client, tables)
    for (const table of tables) {
      const into = `copy public.${pg.escapeIdentifier(table.name)} (${table.columns.join(', ')}) from stdin`
      const rows = await filled(client, into, archive.group(`tables/${table.name}`))
      progress({ what: table.name, rows, bytes: 0 })
    }
    await restoreJobs(client, archive)
    await files(archive.group('files'))
    const tail = await archive.end()
    proof(tail)
    progress({ what: 'indexes', rows: again.length, bytes: 0 })
    for (const statement of again) await client.query(statement)
    await setSequences(client, tail)
    await assertEqual(client, tables, tail)
    const guarded = await guardedOf(client, tables)
    for (const name of guarded) await client.query(`alter table public.${name} force row level security`)
    await client.query('commit')
    await client.query('analyze')
    return tail
  } finally {
    await client.end()
  }
}

/** Empties the tables of what migrations put in, takes keys, indexes and the force of the net away. @returns what brings them back */
async function laidBare(client: pg.Client, tables: readonly CopiedTable[]): Promise<string[]> {
  const names = tables.map(({ name }) => name)
  const { rows } = await client.query<{ away: string; again: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as away,
        format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as again
      from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace and conparentid = 0
     union all
     select format('drop index %s', i.indexrelid::regclass), pg_get_indexdef(i.indexrelid)
      from pg_index i join pg_class c on c.oid = i.indrelid
      where c.relnamespace = 'public'::regnamespace and c.relname = any($1)
        and not exists (select from pg_constraint k where k.conindid = i.indexrelid)`,
    [names],
  )
  for (const { away } of rows) await client.query(away)
  for (const name of names.map(pg.escapeIdentifier))
    await client.query(`truncate public.${name}; alter table public.${name} no force row level security`)
  const keysLast = rows.map(({ again }) => again)
  return [
    ...keysLast.filter((text) => !text.startsWith('alter')),
    ...keysLast.filter((text) => text.startsWith('alter')),
  ]
}

async function guardedOf(client: pg.Client, tables: readonly CopiedTable[]): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select quote_ident(relname) as name from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity and relname = any($1)`,
    [tables.map(({ name }) => name)],
  )
  return rows.map(({ name }) => name)
}

async function filled(client: pg.Client, into: string, parts: AsyncGenerator<Part>): Promise<number> {
  const stream = client.query(copyFrom(into))
  const bytes = (async function* () {
    for await (const part of parts) yield part.bytes
  })()
  await pipeline(Readable.from(bytes, { objectMode: false }), stream)
  return stream.rowCount
}

async function restoreJobs(client: pg.Client, archive: Archive): Promise<void> {
  await client.query(`create temporary table restored_jobs (at bigint generated always as identity, identifier text, queue_name text,
    payload json, run_at timestamptz, max_attempts int, key text, priority int) on commit drop`)
  await filled(
    client,
    'copy restored_jobs (identifier, queue_name, payload, run_at, max_attempts, key, priority) from stdin',
    archive.group('jobs'),
  )
  if (!(await hasJobs(client))) return
  await client.query(`select graphile_worker.add_job(identifier, payload, queue_name => queue_name, run_at => run_at,
    max_attempts => max_attempts, job_key => key, priority => priority) from (select * from restored_jobs order by at) j`)
}

async function setSequences(client: pg.Client, tail: Tail): Promise<void> {
  for (const { name, last, called } of tail.sequences)
    await client.query(`select setval(to_regclass('public.' || $1), $2::bigint, $3)`, [name, last, called])
}

async function assertEqual(client: pg.Client, tables: readonly CopiedTable[], tail: Tail): Promise<void> {
  const wanted: [string, string, Count | undefined][] = tables.map((table) => [
    table.name,
    tableText(table),
    tail.tables[table.name],
  ])
  if (await hasJobs(client)) wanted.push(['jobs', JOBS_TEXT, tail.jobs])
  for (const [name, query, count] of wanted) {
    const found = await countOf(client, query)
    if (count && found.rows === count.rows && found.sha256 === count.sha256) continue
    throw new BackupError(
      'unequal',
      `恢复出来的表 ${name} 和备份时不一样（${found.rows} 行，应有 ${count?.rows ?? '?'} 行），已全部撤回。`,
      `The restored table ${name} is not what was backed up (${found.rows} rows, ${count?.rows ?? '?'} expected); all of it was taken back.`,
    )
  }
}
