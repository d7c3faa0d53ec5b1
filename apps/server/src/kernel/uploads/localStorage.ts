import { randomBytes } from 'node:crypto'
import { type FileHandle, link, mkdir, open, rm, unlink } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { FileMissing, type Storage } from './storage.ts'

const KEY = /^\d{1,9}-[0-9a-f-]{36}$/

/**
 * Files below `<dataDir>/files`, in 65,536 folders by the end of their key, readable by the server's user only.
 * @param dataDir the data directory of the configuration
 */
export function localStorage(dataDir: string): Storage {
  const root = join(dataDir, 'files')
  const pathOf = (key: string): string => {
    if (!KEY.test(key)) throw new Error('a storage key has the wrong shape')
    return join(root, key.slice(-2), key.slice(-4, -2), key)
  }
  return {
    put: async (key, bytes) => {
      const path = pathOf(key)
      await mkdir(dirname(path), { recursive: true, mode: 0o700 })
      const draft = `${path}.${randomBytes(4).toString('hex')}`
      try {
        await synced(await open(draft, 'wx', 0o600), (file) => file.writeFile(bytes))
        await link(draft, path) // unlike a rename it replaces nothing
      } finally {
        await rm(draft, { force: true })
      }
      for (const folder of [dirname(path), dirname(dirname(path)), root])
        await synced(await open(folder, 'r'))
    },
    get: async (key) => {
      try {
        return (await open(pathOf(key), 'r')).createReadStream()
      } catch (error) {
        throw isMissing(error) ? new FileMissing(key) : error
      }
    },
    remove: async (key) => {
      try {
        await unlink(pathOf(key))
      } catch (error) {
        if (!isMissing(error)) throw error
      }
    },
  }
}

const isMissing = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT'

async function synced(file: FileHandle, work?: (file: FileHandle) => Promise<void>): Promise<void> {
  try {
    await work?.(file)
    await file.sync()
  } finally {
    await file.close()
  }
}
