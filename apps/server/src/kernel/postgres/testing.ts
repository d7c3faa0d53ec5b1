import { mkdtemp, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { connected } from './client.ts'
import { silent } from './log.ts'
import { type RunningPostgres, type StartOptions, startPostgres } from './startPostgres.ts'

/** A data directory that is gone, with its server, when the test is over. */
export async function temporaryDataDir(): Promise<string> {
  const dataDir = await mkdtemp(join(tmpdir(), 'linli-launcher-'))
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }))
  return realpath(dataDir)
}

/** A server that is stopped when the test is over. */
export async function started(
  dataDir: string,
  more: Omit<StartOptions, 'dataDir' | 'log'> = {},
): Promise<RunningPostgres> {
  const server = await startPostgres({ dataDir, log: silent, ...more })
  onTestFinished(() => server.stop())
  return server
}

/** Runs one statement on a connection of its own. */
export async function query(url: string, text: string): Promise<Record<string, unknown>[]> {
  return connected(url, async (client) => (await client.query<Record<string, unknown>>(text)).rows)
}
