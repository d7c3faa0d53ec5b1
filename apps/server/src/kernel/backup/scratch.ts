import { mkdir, mkdtemp, realpath, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { startPostgres } from '../postgres/index.ts'

export type Scratch = {
  readonly dataDir: string
  readonly ownerUrl: string
  readonly appUrl: string
  remove(): Promise<void>
}

/**
 * An empty embedded PostgreSQL on the loopback, for a drill: below the given directory, since a whole house must have
 * room, and gone afterwards. It is thrown away, so it need not be safe from a power cut.
 * @throws PostgresError
 */
export async function openScratch(below: string): Promise<Scratch> {
  await mkdir(below, { recursive: true, mode: 0o700 })
  const dataDir = await mkdtemp(join(below, 'drill-'))
  const clear = async (): Promise<void> => {
    const home = await realpath(join(dataDir, 'postgres')).catch(() => undefined) // may lie elsewhere
    if (home !== undefined) await rm(home, { recursive: true, force: true })
    await rm(dataDir, { recursive: true, force: true })
  }
  const none = (): void => undefined
  try {
    const server = await startPostgres({
      dataDir,
      log: { info: none, warn: none, error: none },
      settings: { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_wal_size: '4GB' },
    })
    return {
      dataDir,
      ownerUrl: server.ownerUrl,
      appUrl: server.appUrl,
      remove: async () => {
        await server.stop()
        await clear()
      },
    }
  } catch (error) {
    await clear()
    throw error
  }
}
