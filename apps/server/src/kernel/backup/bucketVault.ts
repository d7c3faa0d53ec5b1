import { Readable } from 'node:stream'
import type { Bucket } from '../uploads/storageBucket.ts'
import { notFound, type Vault } from './vault.ts'

const PIECE = 16 * 2 ** 20
const STRETCH = 8 * 2 ** 20

/** Backups in an S3-compatible object store, written and read in pieces, so that one lost connection costs one piece. */
export function bucketVault(bucket: Bucket): Vault {
  return {
    write: (name, bytes) => bucket.putPieces(name, pieces(bytes)),
    read: async (name) => {
      const size = await bucket.size(name)
      if (size === undefined) throw notFound(name)
      return Readable.from(stretches(bucket, name, size), { objectMode: false, highWaterMark: STRETCH })
    },
    names: () => bucket.keys(),
    remove: (name) => bucket.remove(name),
  }
}

async function* pieces(bytes: Readable): AsyncGenerator<Buffer> {
  let held: Buffer[] = []
  let length = 0
  for await (const chunk of bytes) {
    held.push(chunk)
    length += chunk.length
    if (length < PIECE) continue
    yield Buffer.concat(held)
    held = []
    length = 0
  }
  if (length > 0) yield Buffer.concat(held)
}

async function* stretches(bucket: Bucket, name: string, size: number): AsyncGenerator<Buffer> {
  for (let from = 0; from < size; from += STRETCH)
    yield await bucket.stretch(name, from, Math.min(size, from + STRETCH))
}
