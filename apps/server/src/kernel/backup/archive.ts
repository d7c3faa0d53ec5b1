import { createHash } from 'node:crypto'
import { Readable } from 'node:stream'
import { createZstdDecompress } from 'node:zlib'
import type { CryptoProvider } from '../crypto/provider.ts'
import { FORMAT, type Head, provable, type Tail } from './manifest.ts'
import { BackupError, changed, cut } from './problems.ts'
import { opened } from './seal.ts'
import { type Part, unpacked } from './tar.ts'

/** A backup that is being read: its parts come once, in order, each proved by its sum before the archive ends. */
export type Archive = {
  readonly head: Head
  /** The parts of the next group (`tables/orders`, `jobs`, `files`) that come now; none when another group is next. */
  group(name: string): AsyncGenerator<Part>
  /** @throws BackupError when the end is missing, a sum differs, or parts are left over */
  end(): Promise<Tail>
}

/**
 * Opens a backup as `takeBackup` wrote it.
 * @param stream the encrypted file
 * @throws BackupError wrongKey, notABackup, newer
 */
export async function openArchive(stream: Readable, identities: readonly string[]): Promise<Archive> {
  const plain = await opened(stream, identities)
  const parts = proved(unpacked(unzipped(plain)))
  let next = await parts.next()
  if (next.done || next.value.name !== 'head.json') throw changed('head.json')
  const head: Head = JSON.parse(next.value.bytes.toString('utf8')) // proved by the cipher, checked by its format
  if (head.format !== FORMAT)
    throw new BackupError(
      'newer',
      `这份备份的格式（${head.format}）比本程序认得的新。请用写它的那个版本或更新的版本恢复。`,
      `The form of this backup (${head.format}) is newer than this program knows. Restore it with the version that wrote it, or a newer one.`,
    )
  next = await parts.next()
  return {
    head,
    group: async function* (name) {
      for (; !next.done && next.value.name.startsWith(`${name}/`); next = await parts.next()) yield next.value
    },
    end: async () => {
      if (next.done) throw cut()
      const last = next.value
      if (last.name !== 'tail.json' || !last.chain) throw changed(last.name)
      const tail: Tail = JSON.parse(last.bytes.toString('utf8'))
      if (tail.chain !== last.chain) throw changed('tail.json')
      next = await parts.next()
      if (!next.done) throw changed(next.value.name)
      return tail
    },
  }
}

/**
 * Reads a whole backup and keeps nothing: every piece of the cipher, every sum and the house's proof.
 * @returns what it says of itself
 * @throws BackupError
 */
export async function proveArchive(
  stream: Readable,
  identities: readonly string[],
  crypto: CryptoProvider | undefined,
): Promise<{ head: Head; tail: Tail }> {
  const archive = await openArchive(stream, identities)
  for (const group of [...archive.head.tables.map(({ name }) => `tables/${name}`), 'jobs', 'files'])
    for await (const _ of archive.group(group));
  const tail = await archive.end()
  assertOurs(crypto, archive.head, tail)
  return { head: archive.head, tail }
}

/**
 * Whoever knows the recipient can encrypt for it; only the house can prove that it did.
 * @throws BackupError otherSecretKey, changed
 */
export function assertOurs(crypto: CryptoProvider | undefined, head: Head, tail: Tail): void {
  if (!crypto) return
  const { mac, ...plain } = tail
  const proof = crypto.macBy(tail.keyId, provable(head, plain))
  if (!proof)
    throw new BackupError(
      'otherSecretKey',
      '现在的 SECRET_KEY（或 secret.key）不是这份备份所属的那一把，电话、地址会读不出来。请换成原来的密钥；只恢复其余数据时加 --without-key。',
      'The SECRET_KEY (or secret.key) is not the one this backup belongs to: phones and addresses would stay closed. Give the former key, or add --without-key for the rest.',
    )
  if (!proof.equals(Buffer.from(mac, 'hex'))) throw changed('tail.json')
}

async function* unzipped(plain: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const source = Readable.from(plain, { objectMode: false })
  const unzip = createZstdDecompress()
  source.once('error', (error) => unzip.destroy(error))
  source.pipe(unzip)
  try {
    for await (const chunk of unzip) yield chunk
  } catch (error) {
    throw error instanceof Error && 'errno' in error ? changed('zstd', error) : error
  } finally {
    source.destroy()
  }
}

type Proved = Part & { readonly chain?: string }

/** Checks the sums between the parts and leaves them out; the last part hears what they add up to. */
async function* proved(parts: AsyncIterable<Part>): AsyncGenerator<Proved> {
  let lines: string[] = []
  let digest = ''
  for await (const part of parts) {
    if (part.name.startsWith('sums/')) {
      if (part.bytes.toString('latin1') !== lines.join('')) throw changed(part.name)
      digest = createHash('sha256').update(digest).update(part.bytes).digest('hex')
      lines = []
      continue
    }
    if (part.name === 'tail.json') {
      if (lines.length > 0) throw changed(part.name)
      yield { ...part, chain: digest }
      continue
    }
    lines.push(`${createHash('sha256').update(part.bytes).digest('hex')}  ${part.name}\n`)
    yield part
  }
}
