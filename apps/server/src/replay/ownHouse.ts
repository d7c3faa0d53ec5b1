import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { Config } from '../kernel/config.ts'
import type { CryptoProvider } from '../kernel/crypto/provider.ts'
import { openSecretKey } from '../kernel/crypto/secretKey.ts'
import { softwareProvider } from '../kernel/crypto/softwareProvider.ts'
import { type Database, openDatabase } from '../kernel/db/database.ts'
import { databaseCpu } from './cpu.ts'
import type { Opened, Question, Reply } from './serve.ts'

const SERVE = fileURLToPath(new URL('serve.ts', import.meta.url))
const CONNECTIONS = 8

/** CPU seconds used so far by the players, the server and the database; the database's only where it runs here. */
export type Cpu = { readonly client: number; readonly server: number; readonly database: number | undefined }

export type OwnHouse = {
  readonly url: string
  readonly db: Database
  readonly crypto: CryptoProvider
  /** Until relay and jobs have nothing left to do. */
  settle(): Promise<void>
  cpu(): Promise<Cpu>
  close(): Promise<void>
}

/**
 * Opens a house over the data directory in a process of its own. The database is opened here too: the operator's sessions
 * and the proofs need it; the players use the public API alone.
 * @param town the town that the server founds before it opens
 */
export async function openOwnHouse(config: Config, town: 'demo' | 'none'): Promise<OwnHouse> {
  const child = fork(SERVE, [town], { env: { ...process.env, DATA_DIR: config.dataDir } })
  const opened = await firstMessage(child)
  const ask = questions(child)
  const db = openDatabase({
    url: opened.appUrl,
    poolSize: CONNECTIONS,
    ...(opened.appRole ? { role: opened.appRole } : {}),
  })
  return {
    url: opened.url,
    db,
    crypto: softwareProvider(await openSecretKey(config)),
    settle: async () => void (await ask('settle')),
    cpu: async () => {
      const { user, system } = process.cpuUsage()
      return { client: (user + system) / 1e6, server: await ask('cpu'), database: await databaseCpu(db) }
    },
    close: async () => {
      await db.close()
      const gone = once(child, 'exit')
      await ask('close')
      await gone
    },
  }
}

function firstMessage(child: ChildProcess): Promise<Opened> {
  return new Promise((resolve, reject) => {
    child.once('message', (message) => resolve(message as Opened)) // what serve.ts sends first
    child.once('exit', (code) => reject(new Error(`the server ended with ${code} before it opened`)))
  })
}

function questions(child: ChildProcess): (ask: Question['ask']) => Promise<number> {
  const waiting = new Map<number, (value: number) => void>()
  child.on('message', (message) => {
    const { id, value } = message as Reply // after the first message only replies come
    waiting.get(id)?.(value)
    waiting.delete(id)
  })
  let last = 0
  return (ask) =>
    new Promise((resolve, reject) => {
      const id = ++last
      waiting.set(id, resolve)
      child.send({ id, ask } satisfies Question, (error) => (error ? reject(error) : undefined))
    })
}
