import { createHash } from 'node:crypto'
import pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import type { AppliedMigration, CopiedTable, Count, Head, Sequence } from './manifest.ts'
import { BackupError } from './problems.ts'
import type { Part } from './tar.ts'

const PART_BYTES = 4 * 2 ** 20
/** The same rows give the same text on every server. */
export const TEXT_FORM = `set local timezone = 'UTC'; set local datestyle = 'ISO'; set local intervalstyle = 'postgres';
  set local extra_float_digits = 1; set local bytea_output = 'hex'; set local synchronize_seqscans = off; set local statement_timeout = 0;
  set local idle_in_transaction_session_timeout = 0; set local lock_timeout = '10s'`

/** One moment of the whole database, held open on a connection of the owner's. */
export type Snapshot = { readonly client: pg.Client; readonly head: Head; close(): Promise<void> }

/**
 * Opens a snapshot: what was committed before it is in it whole, what comes later is not, and nobody waits for it.
 * The owner sees the rows by the policy `net_copy`, which belongs to its role alone (docs/decisions/0027).
 * @throws BackupError netMissing when a guarded table would give fewer rows than it has
 */
export async function openSnapshot(ownerUrl: string): Promise<Snapshot> {
  const client = new pg.Client({ connectionString: ownerUrl })
  client.on('error', () => {}) // a connection that breaks fails the statement under way, which is where it is told
  await client.connect()
  const close = async (): Promise<void> => client.end()
  try {
    await client.query(`begin isolation level repeatable read read only; ${TEXT_FORM};
      set local app.copy = 'on'; set local app.region = '-1'`)
    await assertUncovered(client)
    const tables = await tablesOf(client)
    const { rows } = await client.query<{ at: string; postgres: string }>(
      `select to_char(now(), 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as at, current_setting('server_version') as postgres`,
    )
    const migrations = await migrationsOf(client)
    const [now] = rows
    if (!now) throw new Error('the server has no clock')
    return {
      client,
      head: { format: 1, snapshotAt: now.at, postgres: now.postgres, migrations, tables },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

/** Migrations a database has, oldest first; none when it is empty. */
export async function migrationsOf(client: pg.Client): Promise<AppliedMigration[]> {
  const { rows: there } = await client.query(`select to_regclass('public.migrations') as name`)
  if (!there[0]?.name) return []
  const { rows } = await client.query<AppliedMigration>('select id, name, hash from migrations order by id')
  return rows
}

async function assertUncovered(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ name: string }>(`
    select c.relname as name from pg_class c, pg_roles r
    where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relrowsecurity and c.relforcerowsecurity
      and r.rolname = current_user and not r.rolsuper and not r.rolbypassrls
      and not exists (select from pg_policy p where p.polrelid = c.oid and p.polname = 'net_copy' and r.oid = any (p.polroles))
    order by 1`)
  if (rows.length === 0) return
  const names = rows.map(({ name }) => name).join(', ')
  throw new BackupError(
    'netMissing',
    `这个登录看不到这些表的全部行，不能备份：${names}。请用执行迁移的那个登录，并先用本版启动一次。`,
    `This login does not see every row of these tables: ${names}. Use the login that runs the migrations, and start this version once first.`,
  )
}

/** Every table of ours with its columns (generated ones are made anew) and the order of its rows, by its primary key. */
export async function tablesOf(client: pg.Client): Promise<CopiedTable[]> {
  const { rows } = await client.query<{ name: string; columns: string[]; keys: string[] | null }>(`
    select c.relname as name,
      (select array_agg(quote_ident(attname) order by attnum) from pg_attribute
        where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '') as columns,
      (select array_agg(quote_ident(a.attname) || case when a.attcollation <> 0 then ' collate "C"' else '' end order by k.at)
        from pg_index i cross join lateral unnest(i.indkey::int2[]) with ordinality as k(attnum, at)
          join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum
        where i.indrelid = c.oid and i.indisprimary) as keys
    from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migrations' order by c.relname`)
  return rows.map(({ name, columns, keys }) => ({
    name,
    columns,
    order: keys ? keys.join(', ') : `${pg.escapeIdentifier(name)}::text collate "C"`,
  }))
}

/** The text of a table as COPY gives it. */
export const tableText = ({ name, columns, order }: CopiedTable): string =>
  `select ${columns.join(', ')} from public.${pg.escapeIdentifier(name)} order by ${order}`

/** The jobs that wait, in words that any version of graphile-worker takes back; how often each was tried begins anew. */
export const JOBS_TEXT = `select t.identifier, q.queue_name, j.payload, j.run_at, j.max_attempts, j.key, j.priority
  from graphile_worker._private_jobs j join graphile_worker._private_tasks t on t.id = j.task_id
    left join graphile_worker._private_job_queues q on q.id = j.job_queue_id order by j.id`

export async function hasJobs(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query(
    `select to_regclass('graphile_worker._private_jobs') is not null as there`,
  )
  return rows[0]?.there === true
}

/** Copies what a query gives, as parts of a few megabytes; the count is told when the last is out. */
export async function* copied(
  client: pg.Client,
  name: string,
  query: string,
  counted: (count: Count) => void,
): AsyncGenerator<Part> {
  const stream = client.query(copyTo(`copy (${query}) to stdout`))
  const hash = createHash('sha256')
  let held: Buffer[] = []
  let length = 0
  let number = 0
  const part = (): Part => {
    const bytes = Buffer.concat(held)
    number += 1
    held = []
    length = 0
    return { name: `${name}/${String(number).padStart(6, '0')}`, bytes }
  }
  for await (const chunk of stream) {
    hash.update(chunk)
    held.push(chunk)
    length += chunk.length
    if (length >= PART_BYTES) yield part()
  }
  if (length > 0) yield part()
  counted({ rows: stream.rowCount, sha256: hash.digest('hex') })
}

/** Rows and SHA-256 of what a query gives, as `copied` counts them. */
export async function countOf(client: pg.Client, query: string): Promise<Count> {
  let count: Count | undefined
  for await (const _ of copied(client, 'count', query, (found) => (count = found)));
  if (!count) throw new Error('the copy did not end')
  return count
}

/** Where the identity columns stand. Sequences are not part of a snapshot: asked late, they are only further on. */
export async function sequencesOf(client: pg.Client): Promise<Sequence[]> {
  const { rows: names } = await client.query<{ name: string }>(
    `select quote_ident(relname) as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'S' order by 1`,
  )
  const sequences: Sequence[] = []
  for (const { name } of names) {
    const { rows } = await client.query<{ last: string; called: boolean }>(
      `select last_value::text as last, is_called as called from public.${name}`,
    )
    for (const row of rows) sequences.push({ name, ...row })
  }
  return sequences
}
