import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import pg from 'pg'
import { assertRecipients, sealed } from '../backup/seal.ts'
import { migrationsOf, TEXT_FORM } from '../backup/snapshot.ts'
import { type Part, packed } from '../backup/tar.ts'
import type { CryptoProvider } from '../crypto/provider.ts'
import { FileMissing, type Storage } from '../uploads/storage.ts'
import { linesOf } from './lines.ts'
import { readme } from './readme.ts'
import {
  type LeavingCatalogue,
  LeavingError,
  type LeavingHead,
  type LeavingManifest,
  type LeavingTable,
  type LineCount,
} from './shape.ts'
import { leavingTables } from './tables.ts'

export type ExportNeeds = {
  readonly ownerUrl: string
  readonly region: number
  readonly crypto: CryptoProvider
  readonly storage: Storage
  readonly catalogue: LeavingCatalogue
  /** age recipients of the operator. */
  readonly recipients: readonly string[]
  /** The sealed record, proved before it leaves. */
  readonly audit: LeavingManifest['audit']
  /** Takes the encrypted archive; under its name it is kept whole or not at all. */
  readonly write: (archive: Readable) => Promise<void>
  readonly progress?: (what: string, rows: number) => void
}

/**
 * Writes everything of a region in open forms, as it was at one moment: a line of JSON for each row, the files, the
 * catalogue that explains each column, sums of all parts. Encrypted fields are in clear inside, so the archive itself is
 * encrypted for the operator. Passwords, tokens and second factors stay behind and are named.
 * @returns what is in it
 * @throws LeavingError when the region is not there or still has work under way; BackupError for a wrong recipient
 */
export async function exportRegion(needs: ExportNeeds): Promise<LeavingManifest> {
  assertRecipients(needs.recipients)
  if (needs.recipients.length === 0)
    throw new LeavingError('请用 --recipient 给出 age 公钥。', 'Give an age recipient by --recipient.')
  const client = new pg.Client({ connectionString: needs.ownerUrl })
  client.on('error', () => undefined) // told by the statement under way
  await client.connect()
  try {
    await client.query(
      `begin isolation level repeatable read read only; ${TEXT_FORM}; set local app.copy = 'on'`,
    )
    await client.query(`select set_config('app.region', $1, true)`, [String(needs.region)])
    const tables = await leavingTables(client, needs.catalogue)
    const head = await headOf(client, needs, tables)
    await assertSettled(client, needs.region)
    let manifest: LeavingManifest | undefined
    const parts = partsOf(client, needs, tables, head, (made) => (manifest = made))
    const archive = Readable.from(packed(parts), { objectMode: false })
    await needs.write(await sealed(archive, needs.recipients))
    if (!manifest) throw new Error('the archive has no end')
    return manifest
  } finally {
    await client.end()
  }
}

async function headOf(
  client: pg.Client,
  { region, catalogue }: ExportNeeds,
  tables: readonly LeavingTable[],
): Promise<LeavingHead> {
  const { rows } = await client.query<{ gbCode: string; name: { zh: string; en: string }; at: string }>(
    `select gb_code as "gbCode", name, to_char(now(), 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at from regions where id = $1`,
    [region],
  )
  const [found] = rows
  if (!found) throw new LeavingError(`没有编号为 ${region} 的区县。`, `There is no region ${region}.`)
  return {
    format: 1,
    region: { id: region, gbCode: found.gbCode, name: found.name },
    exportedAt: found.at,
    migrations: await migrationsOf(client),
    tables: tables.map(({ name, columns, madeAnew }) => ({
      name,
      columns: columns.filter((column) => !madeAnew.includes(column)),
      imported: !catalogue.forReading[name],
    })),
    leftOut: { ...catalogue.leftOut, ...catalogue.columnsLeftOut },
  }
}

/** Jobs are not part of an archive: what they would still do must be done. */
async function assertSettled(client: pg.Client, region: number): Promise<void> {
  const { rows } = await client.query<{ n: number }>(
    `select (select count(*) from outbox where region_id = $1 and relayed_at is null)
       + (select count(*) from graphile_worker.jobs where attempts < max_attempts) as n`,
    [region],
  )
  if (Number(rows[0]?.n) > 0)
    throw new LeavingError(
      '还有后台任务没有办完，请让服务开着、等几分钟再导出。',
      'Background work is under way: leave the house open for some minutes, then export again.',
    )
}

async function* partsOf(
  client: pg.Client,
  needs: ExportNeeds,
  tables: readonly LeavingTable[],
  head: LeavingHead,
  ended: (manifest: LeavingManifest) => void,
): AsyncGenerator<Part> {
  const sums: { [name: string]: string } = {}
  const part = (name: string, bytes: Buffer): Part => {
    sums[name] = sha256(bytes)
    return { name, bytes }
  }
  yield part('head.json', json(head))
  yield part('README.md', Buffer.from(readme(head)))
  yield part('catalogue.json', json(described(needs.catalogue, head)))
  const counts: { [table: string]: LineCount } = {}
  for (const table of tables) {
    let number = 0
    const count = (found: LineCount) => {
      counts[table.name] = found
      needs.progress?.(table.name, found.rows)
    }
    for await (const bytes of linesOf(
      client,
      table,
      needs.region,
      needs.crypto,
      needs.catalogue.protections,
      count,
    )) {
      number += 1
      yield part(`tables/${table.name}/${String(number).padStart(6, '0')}.ndjson`, bytes)
    }
  }
  const files: { [key: string]: { bytes: number; sha256: string } } = {}
  const missingFiles: string[] = []
  for (const key of await fileKeys(client, tables, needs.region)) {
    const bytes = await bytesOf(needs.storage, key)
    if (bytes) {
      files[key] = { bytes: bytes.length, sha256: sha256(bytes) }
      yield part(`files/${key}`, bytes)
    } else missingFiles.push(key)
  }
  const manifest = { tables: counts, files, missingFiles, audit: needs.audit, parts: sums }
  ended(manifest)
  yield { name: 'manifest.json', bytes: json(manifest) }
}

async function fileKeys(
  client: pg.Client,
  tables: readonly LeavingTable[],
  region: number,
): Promise<string[]> {
  const keys = new Set<string>()
  for (const { name, rows, places } of tables)
    for (const column of places) {
      const found = await client.query<{ key: string }>(
        `select t.${column} as key from public.${name} t where ${rows} and t.${column} is not null and t.${column} <> '' order by 1`,
        [region],
      )
      for (const { key } of found.rows) keys.add(key)
    }
  return [...keys]
}

async function bytesOf(storage: Storage, key: string): Promise<Buffer | undefined> {
  try {
    return await buffer(await storage.get(key))
  } catch (error) {
    if (error instanceof FileMissing) return undefined // its row was erased, or the disk lost it: told in the manifest
    throw error
  }
}

/** The catalogue's words on what is in the archive. */
function described({ tables }: LeavingCatalogue, head: LeavingHead) {
  return Object.fromEntries(
    head.tables.map(({ name, columns }) => {
      const entry = tables[name]
      return [
        name,
        {
          purpose: entry?.purpose,
          columns: Object.fromEntries(
            columns.map((column) => [column.replaceAll('"', ''), entry?.columns[column.replaceAll('"', '')]]),
          ),
        },
      ]
    }),
  )
}

const json = (value: unknown): Buffer => Buffer.from(`${JSON.stringify(value, undefined, 2)}\n`)
export const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
