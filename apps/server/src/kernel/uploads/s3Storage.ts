import { Readable } from 'node:stream'
import { FileMissing, type Storage } from './storage.ts'
import type { Bucket } from './storageBucket.ts'

/** Files in an S3-compatible object store, under the same keys as on disk. A file is in memory whole while it is served. */
export function s3Storage(bucket: Bucket): Storage {
  return {
    put: (key, bytes) => bucket.put(key, bytes),
    get: async (key) => {
      const bytes = await bucket.get(key)
      if (!bytes) throw new FileMissing(key)
      return Readable.from([bytes])
    },
    remove: (key) => bucket.remove(key),
  }
}
