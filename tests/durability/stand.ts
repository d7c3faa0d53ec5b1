import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readFile, realpath, rm, symlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { type Database, openDatabase } from '../../apps/server/src/kernel/db/database.ts'
import { clusterProcesses } from '../../apps/server/src/kernel/postgres/processes.ts'
import { freePort, Instance } from './instance.ts'

/** The house as it runs: server processes over an embedded database of their own, to be killed. */
export type Stand = {
  /** Owns the embedded database. */
  readonly first: Instance
  /** Joins it by DATABASE_URL. */
  readonly second: Instance
  readonly db: Database
  /** The address of the role that owns the schema. */
  readonly ownerUrl: string
  readonly superuserUrl: string
  /** A superuser's query, past the net; a new connection each time, since the database is killed under it. */
  admin<T extends object>(text: string, values?: unknown[]): Promise<T[]>
  /** The number of the postmaster, and of what it started. */
  postmaster(): Promise<number>
  backends(): Promise<number[]>
  close(): Promise<void>
}

/** @param clockShifts by how much each process's own clock is off, milliseconds */
export async function openStand(clockShifts: readonly [number, number] = [0, 0]): Promise<Stand> {
  const [home, joined] = await Promise.all(
    ['a', 'b'].map((name) => mkdtemp(join(tmpdir(), `linli-dur-${name}-`))),
  )
  if (!home || !joined) throw new Error('two directories')
  const environment = { SECRET_KEY: randomBytes(32).toString('base64'), POOL_SIZE: '16' }
  const first = new Instance({
    name: 'first',
    port: await freePort(),
    environment: { ...environment, DATA_DIR: home },
    clockShift: clockShifts[0],
  })
  first.start()
  await first.ready()
  const secrets: { superuser: string; owner: string; app: string } = JSON.parse(
    await readFile(join(home, 'secrets.json'), 'utf8'),
  )
  const port = (await readFile(join(home, 'postgres.port'), 'utf8')).trim()
  const urlOf = (role: string, password: string): string =>
    `postgresql://${role}:${password}@127.0.0.1:${port}/linli`
  await mkdir(join(home, 'files'), { recursive: true })
  await symlink(join(home, 'files'), join(joined, 'files'))
  const ownerUrl = urlOf('linli_owner', secrets.owner)
  const second = new Instance({
    name: 'second',
    port: await freePort(),
    environment: { ...environment, DATA_DIR: joined, DATABASE_URL: ownerUrl },
    clockShift: clockShifts[1],
  })
  // What the killed database drops is no news here.
  const db = openDatabase({ url: urlOf('linli_app', secrets.app), poolSize: 6, onError: () => undefined })
  const cluster = join(await realpath(join(home, 'postgres')), 'cluster')
  const postmaster = async (): Promise<number> =>
    Number((await readFile(join(cluster, 'postmaster.pid'), 'utf8')).split('\n')[0])
  return {
    first,
    second,
    db,
    ownerUrl,
    superuserUrl: urlOf('postgres', secrets.superuser),
    postmaster,
    backends: async () => {
      const main = await postmaster()
      return (await clusterProcesses(cluster)).filter((pid) => pid !== main)
    },
    admin: async <T extends object>(text: string, values: unknown[] = []) => {
      const client = new pg.Client({ connectionString: urlOf('postgres', secrets.superuser) })
      client.on('error', () => undefined) // the query itself tells of a lost connection
      await client.connect()
      try {
        return (await client.query(text, values)).rows as T[]
      } finally {
        await client.end().catch(() => undefined)
      }
    },
    close: async () => {
      await db.close()
      await second.stop()
      await first.stop()
      for (const pid of await clusterProcesses(cluster)) process.kill(pid, 'SIGKILL') // left by a killed owner
      const linked = await realpath(join(home, 'postgres'))
      for (const path of [linked, home, joined]) await rm(path, { recursive: true, force: true })
    },
  }
}
