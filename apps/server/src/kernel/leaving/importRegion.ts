import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import pg from 'pg'
import { auditStatement } from '../audit/audit.ts'
import { opened as decrypted } from '../backup/seal.ts'
import { TEXT_FORM } from '../backup/snapshot.ts'
import { type Part, unpacked } from '../backup/tar.ts'
import type { CryptoProvider } from '../crypto/provider.ts'
import { closed } from '../crypto/secretColumns.ts'
import { sendBatch } from '../db/batch.ts'
import type { Storage } from '../uploads/storage.ts'
import { sha256 } from './exportRegion.ts'
import { linesOf, secretOf } from './lines.ts'
import {
  type LeavingCatalogue,
  LeavingError,
  type LeavingHead,
  type LeavingManifest,
  type LeavingTable,
  type LineCount,
} from './shape.ts'
import { leavingTables } from './tables.ts'

export type ImportNeeds = {
  readonly ownerUrl: string
  readonly archive: Readable
  readonly identities: readonly string[]
  /** Of the house where the region arrives: everything is encrypted and indexed anew with it. */
  readonly crypto: CryptoProvider
  readonly storage: Storage
  readonly catalogue: LeavingCatalogue
  readonly progress?: (what: string, rows: number) => void
}
export type Imported = {
  readonly head: LeavingHead
  readonly manifest: LeavingManifest
  readonly rows: number
}

const ROWS_AT_ONCE = 500

/**
 * Brings a region into this house, in one transaction: all of it, read back and compared line by line with what left, or
 * nothing. Fields are encrypted and indexed with this house's key; the record of looks is sealed anew, with a note that
 * names the former seals.
 * @throws LeavingError when the region or one of its accounts is here already, the versions differ, or a sum does not fit
 */
export async function importRegion(needs: ImportNeeds): Promise<Imported> {
  const parts = unpacked(await decrypted(needs.archive, needs.identities))
  const read = new Reading(parts)
  const head: LeavingHead = JSON.parse((await read.expect('head.json')).toString('utf8')) // its form is checked below
  await read.expect('README.md')
  await read.expect('catalogue.json')
  const client = new pg.Client({ connectionString: needs.ownerUrl })
  client.on('error', () => undefined) // told by the statement under way
  await client.connect()
  const put: string[] = []
  try {
    await client.query(`begin; ${TEXT_FORM}; set local app.system = 'on'; set local app.copy = 'on'`)
    await client.query(`select set_config('app.region', $1, true)`, [String(head.region.id)])
    const tables = await leavingTables(client, needs.catalogue)
    await assertFits(client, head, tables)
    for (const table of tables) await fillTable(client, needs, table, read.group(`tables/${table.name}/`))
    for await (const { name, bytes } of read.group('files/')) {
      const key = name.slice('files/'.length)
      await needs.storage.put(key, bytes)
      put.push(key)
    }
    const manifest = await read.end()
    const rows = await assertEqual(client, needs, head, tables, manifest)
    await continueSequences(client)
    await note(client, head, manifest)
    await client.query('commit')
    return { head, manifest, rows }
  } catch (error) {
    for (const key of put) await needs.storage.remove(key)
    throw error
  } finally {
    await client.end()
  }
}

/** The parts of an archive in order, each with its sum; the manifest at the end must know every one of them. */
class Reading {
  readonly #parts: AsyncGenerator<Part>
  readonly #sums: { [name: string]: string } = {}
  #next: Part | undefined

  constructor(parts: AsyncGenerator<Part>) {
    this.#parts = parts
  }

  async #peek(): Promise<Part | undefined> {
    this.#next ??= (await this.#parts.next()).value || undefined
    return this.#next
  }

  async #take(): Promise<Part | undefined> {
    const part = await this.#peek()
    this.#next = undefined
    if (part) this.#sums[part.name] = sha256(part.bytes)
    return part
  }

  async expect(name: string): Promise<Buffer> {
    const part = await this.#take()
    if (part?.name !== name) throw damaged(name)
    return part.bytes
  }

  async *group(prefix: string): AsyncGenerator<Part> {
    while ((await this.#peek())?.name.startsWith(prefix)) {
      const part = await this.#take()
      if (part) yield part
    }
  }

  async end(): Promise<LeavingManifest> {
    const sums = { ...this.#sums }
    const manifest: LeavingManifest = JSON.parse((await this.expect('manifest.json')).toString('utf8')) // proved by what follows
    const names = new Set([...Object.keys(sums), ...Object.keys(manifest.parts)])
    for (const name of names) if (sums[name] !== manifest.parts[name]) throw damaged(name)
    if (await this.#peek()) throw damaged('manifest.json')
    return manifest
  }
}

async function assertFits(
  client: pg.Client,
  head: LeavingHead,
  tables: readonly LeavingTable[],
): Promise<void> {
  if (head.format !== 1)
    throw new LeavingError(
      '这份档案是更新版本写的，请先升级本程序。',
      'A newer version wrote this archive: upgrade this program first.',
    )
  const here = await client.query<{ hash: string }>('select hash from migrations order by id')
  const same =
    head.migrations.length === here.rows.length &&
    head.migrations.every(({ hash }, at) => hash === here.rows[at]?.hash)
  const named = new Set(tables.map(({ name }) => name))
  if (!same || head.tables.some(({ name }) => !named.has(name)))
    throw new LeavingError(
      '两处的版本不同，请升级到同一版本再导出、导入。',
      'The two houses are of different versions: bring both to the same one, export again, then import.',
    )
  const { rows } = await client.query('select from regions where id = $1 or gb_code = $2', [
    head.region.id,
    head.region.gbCode,
  ])
  if (rows.length > 0)
    throw new LeavingError(
      `这里已经有编号 ${head.region.id} 或代码 ${head.region.gbCode} 的区县，没有改动。请导入空的安装。`,
      `A region ${head.region.id} or ${head.region.gbCode} is here already; nothing was changed. Import into an empty installation.`,
    )
}

async function fillTable(
  client: pg.Client,
  { crypto, catalogue, progress }: ImportNeeds,
  table: LeavingTable,
  parts: AsyncGenerator<Part>,
): Promise<void> {
  const secret = secretOf(table, catalogue.protections)
  const isRead = catalogue.forReading[table.name] !== undefined
  const columns = table.columns.join(', ')
  let rows = 0
  for await (const { bytes } of parts) {
    if (isRead) continue
    const lines = bytes.toString('utf8').split('\n').slice(0, -1)
    rows += lines.length
    for (let from = 0; from < lines.length; from += ROWS_AT_ONCE) {
      const some = lines.slice(from, from + ROWS_AT_ONCE)
      const kept = secret.ciphers.length === 0 ? some : some.map((line) => closedLine(line, secret, crypto))
      await client
        .query(
          `insert into public.${table.name} (${columns}) overriding system value select ${columns} from jsonb_populate_recordset(null::public.${table.name}, $1::jsonb)`,
          [`[${kept.join(',')}]`],
        )
        .catch((error: unknown) => {
          throw whyRefused(error, table.name)
        })
    }
  }
  progress?.(table.name, rows)
}

function closedLine(line: string, secret: ReturnType<typeof secretOf>, crypto: CryptoProvider): string {
  const row: { [column: string]: unknown } = JSON.parse(line) // a row as PostgreSQL wrote it
  const clear = new Map<string, string>()
  for (const { column } of secret.ciphers) {
    const value = row[column]
    if (typeof value === 'string') clear.set(column, value)
  }
  for (const [column, value] of Object.entries(closed(secret, row, clear, crypto)))
    row[column] = Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : value
  return JSON.stringify(row)
}

function whyRefused(error: unknown, table: string): unknown {
  if (!(error instanceof pg.DatabaseError) || error.code !== '23505') return error
  return new LeavingError(
    `${table} 里有这里已经有的账号或编号，没有改动。请导入空的安装。`,
    `${table} holds an account or id that is here already; nothing was changed. Import into an empty installation.`,
    { cause: error },
  )
}

/** Reads every row back, opens it with this house's key and compares. @returns how many rows */
async function assertEqual(
  client: pg.Client,
  { crypto, catalogue }: ImportNeeds,
  head: LeavingHead,
  tables: readonly LeavingTable[],
  manifest: LeavingManifest,
): Promise<number> {
  let total = 0
  for (const table of tables) {
    if (catalogue.forReading[table.name]) continue
    let found: LineCount | undefined
    for await (const _ of linesOf(
      client,
      table,
      head.region.id,
      crypto,
      catalogue.protections,
      (count) => (found = count),
    ));
    const wanted = manifest.tables[table.name]
    if (found?.rows !== wanted?.rows || found?.sha256 !== wanted?.sha256)
      throw new LeavingError(
        `导入的表 ${table.name} 和带来的不一样（${found?.rows} 行，应有 ${wanted?.rows} 行），已全部撤回。`,
        `The imported table ${table.name} is not what left (${found?.rows} rows, ${wanted?.rows} expected); all of it was taken back.`,
      )
    total += found?.rows ?? 0
  }
  return total
}

/** Numbers that the database gives go on behind those that came along. */
async function continueSequences(client: pg.Client): Promise<void> {
  const { rows } = await client.query<{ table: string; column: string }>(
    `select c.relname as table, a.attname as column from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'public'::regnamespace and a.attidentity <> '' and not a.attisdropped`,
  )
  for (const { table, column } of rows)
    await client.query(
      `select setval(pg_get_serial_sequence($1, $2), greatest(nextval(pg_get_serial_sequence($1, $2)), (select max(${column}) from public.${table})))`,
      [`public.${table}`, column],
    )
}

/** What happened, in the record that is sealed anew. */
async function note(client: pg.Client, head: LeavingHead, manifest: LeavingManifest): Promise<void> {
  const facts = {
    exportedAt: head.exportedAt,
    sealed: manifest.audit.sealed,
    broken: manifest.audit.broken.length,
    formerSeals: manifest.tables.audit_seals?.sha256 ?? '',
    archive: createHash('sha256').update(JSON.stringify(manifest.parts)).digest('hex'),
  }
  await sendBatch(client, [
    auditStatement({ region: head.region.id }, { action: 'importRegion', subjectKind: 'region', facts }),
  ])
}

const damaged = (name: string): LeavingError =>
  new LeavingError(
    `档案的“${name}”和写下时不一样，没有改动。请重新取回这份档案。`,
    `The part “${name}” of this archive is not what was written; nothing was changed. Fetch the archive again.`,
  )
