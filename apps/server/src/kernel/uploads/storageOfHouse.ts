import { join } from 'node:path'
import type { Config } from '../config.ts'
import { localStorage } from './localStorage.ts'
import { s3Storage } from './s3Storage.ts'
import type { Storage } from './storage.ts'
import { bucketAddress } from './storageAddress.ts'
import { openBucket } from './storageBucket.ts'

/** Where this house keeps its files: the bucket of UPLOADS_TO, else the data directory. */
export function houseStorage({ uploadsTo, dataDir }: Pick<Config, 'uploadsTo' | 'dataDir'>): Storage {
  const address = uploadsTo === undefined ? undefined : bucketAddress(uploadsTo)
  return address ? s3Storage(openBucket(address)) : localStorage(join(dataDir, 'files'))
}
