import { createHash, randomBytes } from 'node:crypto'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress } from 'node:zlib'
import type pg from 'pg'
import type { CryptoProvider } from '../crypto/provider.ts'
import { FileMissing, type Storage } from '../uploads/storage.ts'
import { type Count, type FileCount, type Head, nameFor, provable, type Tail } from './manifest.ts'
import { assertRecipients, sealed } from './seal.ts'
import {
  copied,
  hasJobs,
  JOBS_TEXT,
  openSnapshot,
  type Snapshot,
  sequencesOf,
  tableText,
} from './snapshot.ts'
import { type Part, packed } from './tar.ts'
import type { Vault } from './vault.ts'

export type BackupNeeds = {
  /** The database's owner: on the embedded one `linli_owner`. */
  readonly ownerUrl: string
  readonly storage: Storage
  readonly crypto: CryptoProvider
  readonly vault: Vault
  /** age recipients; whoever has one of their identities can read the backup. */
  readonly recipients: readonly string[]
  /** Told now and then how far it came. */
  progress?(step: { readonly what: string; readonly rows: number; readonly bytes: number }): void
}

export type TakenBackup = {
  readonly name: string
  readonly head: Head
  readonly tail: Tail
  /** Of the encrypted file. */
  readonly bytes: number
  readonly sha256: string
  readonly rows: number
}

const SUMMED = 500

/**
 * Takes a backup: one snapshot of all tables, the jobs that wait, the files the snapshot knows; a tar archive, compressed
 * with zstd, encrypted with age, so that it also opens without Linli. A few megabytes are in memory at a time. Under its
 * name the vault has it whole or not at all.
 * @throws BackupError, or whatever database, storage and vault throw; then nothing is kept
 */
export async function takeBackup(needs: BackupNeeds): Promise<TakenBackup> {
  assertRecipients(needs.recipients)
  const snapshot = await openSnapshot(needs.ownerUrl)
  try {
    const { head } = snapshot
    const name = nameFor(new Date(head.snapshotAt), randomBytes(2).toString('hex'))
    const made: { tail?: Tail } = {}
    const archive = Readable.from(packed(summed(partsOf(needs, snapshot, (tail) => (made.tail = tail)))), {
      objectMode: false,
    })
    const compressor = createZstdCompress({ params: { [constants.ZSTD_c_compressionLevel]: 3 } })
    const cipher = await sealed(compressor, needs.recipients)
    const hash = createHash('sha256')
    let bytes = 0
    const measured = Readable.from(
      (async function* () {
        for await (const chunk of cipher) {
          hash.update(chunk)
          bytes += chunk.length
          yield chunk
        }
      })(),
      { objectMode: false },
    )
    await Promise.all([pipeline(archive, compressor), needs.vault.write(name, measured)])
    const sha256 = hash.digest('hex')
    await needs.vault.write(`${name}.sha256`, Readable.from([Buffer.from(`${sha256}  ${name}\n`)]))
    if (!made.tail) throw new Error('the archive ended without its last part')
    const rows = Object.values(made.tail.tables).reduce((sum, count) => sum + count.rows, 0)
    return { name, head, tail: made.tail, bytes, sha256, rows }
  } finally {
    await snapshot.close()
  }
}

/** What follows the sums: they cover every part before the last, which covers them. */
type Chain = { digest: string }

async function* partsOf(
  { storage, crypto, progress }: BackupNeeds,
  { client, head }: Snapshot,
  made: (tail: Tail) => void,
): AsyncGenerator<Part, void, Chain> {
  const json = (name: string, value: unknown): Part => ({ name, bytes: Buffer.from(JSON.stringify(value)) })
  yield json('head.json', head)
  const tables: { [name: string]: Count } = {}
  for (const table of head.tables) {
    yield* copied(client, `tables/${table.name}`, tableText(table), (count) => (tables[table.name] = count))
    progress?.({ what: table.name, rows: tables[table.name]?.rows ?? 0, bytes: 0 })
  }
  let jobs: Count = { rows: 0, sha256: createHash('sha256').digest('hex') }
  if (await hasJobs(client)) yield* copied(client, 'jobs', JOBS_TEXT, (count) => (jobs = count))
  const files = { stored: 0, bytes: 0, missing: [] as string[], damaged: [] as string[] }
  for await (const part of filesOf(client, storage, files)) {
    yield part
    if (files.stored % 100 === 0) progress?.({ what: 'files', rows: files.stored, bytes: files.bytes })
  }
  const sequences = await sequencesOf(client)
  const count = await withoutErased(client, files)
  const { digest } = yield { name: 'sums', bytes: Buffer.alloc(0) }
  const plain = { tables, jobs, sequences, files: count, chain: digest, keyId: crypto.keyId }
  const tail = { ...plain, mac: crypto.mac(provable(head, plain)).toString('hex') }
  made(tail)
  yield json('tail.json', tail)
}

/**
 * Puts the sums of the parts between them, in the form of `sha256sum`, every few hundred and where a part named `sums`
 * asks for it; whoever asked hears the sum over all of them.
 */
async function* summed(parts: AsyncGenerator<Part, void, Chain>): AsyncGenerator<Part> {
  let lines: string[] = []
  let digest = ''
  let number = 0
  const sums = (): Part => {
    const bytes = Buffer.from(lines.join(''))
    digest = createHash('sha256').update(digest).update(bytes).digest('hex')
    lines = []
    number += 1
    return { name: `sums/${String(number).padStart(6, '0')}`, bytes }
  }
  for (let next = await parts.next({ digest }); !next.done; next = await parts.next({ digest })) {
    const part = next.value
    if (part.name === 'sums') yield sums()
    else {
      lines.push(`${createHash('sha256').update(part.bytes).digest('hex')}  ${part.name}\n`)
      yield part
      if (lines.length === SUMMED) yield sums()
    }
  }
}

type FileRow = { storage_key: string; sha256: Buffer }
type Found = { stored: number; bytes: number; missing: string[]; damaged: string[] }

async function* filesOf(client: pg.Client, storage: Storage, found: Found): AsyncGenerator<Part> {
  await client.query(
    `declare kept no scroll cursor for select distinct on (storage_key) storage_key, sha256 from files where erased_at is null order by storage_key`,
  )
  for (;;) {
    const { rows } = await client.query<FileRow>('fetch 200 from kept')
    if (rows.length === 0) return
    for (const row of rows) {
      const bytes = await storage
        .get(row.storage_key)
        .then(buffer)
        .catch((error: unknown) => {
          if (error instanceof FileMissing) return undefined
          throw error
        })
      if (!bytes) {
        found.missing.push(row.storage_key)
        continue
      }
      if (!createHash('sha256').update(bytes).digest().equals(row.sha256)) found.damaged.push(row.storage_key)
      found.stored += 1
      found.bytes += bytes.length
      yield { name: `files/${row.storage_key}`, bytes }
    }
  }
}

/** A file that somebody erased while the backup ran is gone as it should be: it is not missing. */
async function withoutErased(client: pg.Client, found: Found): Promise<FileCount> {
  await client.query(`commit; begin read only; set local app.copy = 'on'; set local app.region = '-1'`)
  const { rows } = await client.query<{ storage_key: string }>(
    'select storage_key from files where storage_key = any($1) and erased_at is not null',
    [found.missing],
  )
  const erased = new Set(rows.map((row) => row.storage_key))
  return {
    ...found,
    missing: found.missing.filter((key) => !erased.has(key)),
    erasedMeanwhile: erased.size,
  }
}
