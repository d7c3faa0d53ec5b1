import { createReadStream } from 'node:fs'
import { link, mkdir, open, readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { isAbsent } from '../postgres/files.ts'
import { BackupError } from './problems.ts'

/** Where backups are kept: a directory, or an object store. */
export type Vault = {
  /** Under its name a file is there whole, safe from a power cut, or not at all. */
  write(name: string, bytes: Readable): Promise<void>
  /** @throws BackupError notFound */
  read(name: string): Promise<Readable>
  names(): Promise<string[]>
  /** Removing what is not there is no error. */
  remove(name: string): Promise<void>
}

export const notFound = (name: string): BackupError =>
  new BackupError('notFound', `找不到备份 ${name}。`, `There is no backup ${name}.`)

const PARTIAL = '.partial'
const DAY = 86_400_000

/** A directory readable by the server's user only. What a killed backup left is removed a day later. */
export function directoryVault(directory: string): Vault {
  return {
    write: async (name, bytes) => {
      await mkdir(directory, { recursive: true, mode: 0o700 })
      await removePartials(directory)
      const draft = join(directory, `.${name}.${process.pid}${PARTIAL}`)
      try {
        await rm(draft, { force: true })
        const file = await open(draft, 'wx', 0o600)
        await pipeline(bytes, file.createWriteStream({ flush: true }))
        await link(draft, join(directory, name)) // unlike a rename it replaces nothing
      } finally {
        await rm(draft, { force: true })
      }
      const folder = await open(directory, 'r')
      try {
        await folder.sync()
      } finally {
        await folder.close()
      }
    },
    read: async (name) => {
      const path = join(directory, name)
      await stat(path).catch((error: unknown) => {
        throw isAbsent(error) ? notFound(name) : error
      })
      return createReadStream(path, { highWaterMark: 2 ** 20 })
    },
    names: async () => {
      const names = await readdir(directory).catch((error: unknown) => {
        if (isAbsent(error)) return []
        throw error
      })
      return names.filter((name) => !name.startsWith('.'))
    },
    remove: (name) => rm(join(directory, name), { force: true }),
  }
}

async function removePartials(directory: string): Promise<void> {
  for (const name of await readdir(directory)) {
    if (!name.endsWith(PARTIAL)) continue
    const path = join(directory, name)
    const facts = await stat(path).catch(() => undefined) // another backup has just finished it
    if (facts && facts.mtimeMs < Date.now() - DAY) await rm(path, { force: true })
  }
}
