import type { Readable } from 'node:stream'

/** Where the bytes of files lie: the local disk, or an object store. Keys are made by the house, never by people. */
export type Storage = {
  /** Returns only when the bytes would survive a power cut. A key is written once. */
  put(key: string, bytes: Buffer): Promise<void>
  /** @throws FileMissing */
  get(key: string): Promise<Readable>
  /** Removing what is not there is no error. */
  remove(key: string): Promise<void>
}

/** A file that the register knows and the storage does not have. */
export class FileMissing extends Error {
  constructor(key: string) {
    super(`the storage has no file ${key}`)
    this.name = 'FileMissing'
  }
}
