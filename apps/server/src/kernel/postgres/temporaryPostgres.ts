import { createHmac } from 'node:crypto'
import { mkdtemp, readdir, realpath, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PostgresError } from './errors.ts'
import { textOf } from './files.ts'
import { clearLeftovers } from './leftovers.ts'
import { livingHolder } from './lock.ts'
import { type PostgresLog, silent } from './log.ts'
import { answers, dropDatabase, ensureDatabase, ensureRoles, type Role } from './roles.ts'
import { startPostgres } from './startPostgres.ts'

/** A server for one run of the tests: the roles `linli_owner` and `linli_app`, and the empty database `linli_test`. */
export type TemporaryPostgres = {
  /** On another database. A superuser, or on a given server a role that may create roles and databases. */
  superuserUrl: string
  ownerUrl: string
  appUrl: string
  stop(): Promise<void>
}

const prefix = 'linli-test-'
const database = 'linli_test'

/**
 * A throw-away cluster below a directory (the system's temporary one), gone after `stop()`; or, with TEST_DATABASE_URL,
 * that server (15 or newer), on which the roles and the database stay. Clusters that killed runs left are removed.
 * @throws PostgresError testServerTaken when the given server is in use by a Linli of its own
 */
export async function temporaryPostgres({
  log = silent,
  settings = {},
  given = process.env['TEST_DATABASE_URL'],
  below = tmpdir(),
}: {
  log?: PostgresLog
  settings?: Record<string, string>
  given?: string | undefined
  below?: string
} = {}): Promise<TemporaryPostgres> {
  if (given) return givenServer(given)
  await removeAbandoned(below, log)
  const dataDir = await mkdtemp(join(below, prefix))
  const server = await startPostgres({ dataDir, log, settings }).catch(async (error: unknown) => {
    await removeDataDir(dataDir)
    throw error
  })
  const superuserUrl = onDatabase(server.superuserUrl, 'postgres')
  const roleOf = (url: string) => ({ name: new URL(url).username, password: new URL(url).password })
  const stop = async () => {
    await server.stop()
    await removeDataDir(dataDir)
  }
  try {
    return { ...(await emptyDatabase(superuserUrl, roleOf(server.ownerUrl), roleOf(server.appUrl))), stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Passwords derived from the address: every run on a server finds the same, and a server in use is recognised. */
async function givenServer(superuserUrl: string): Promise<TemporaryPostgres> {
  const role = (name: string): Role => {
    return { name, password: createHmac('sha256', superuserUrl).update(name).digest('base64url') }
  }
  const owner = role('linli_owner')
  const app = role('linli_app')
  await ensureRoles(superuserUrl, [owner, app])
  for (const each of [owner, app]) if (!(await answers(as(each, superuserUrl)))) throw taken()
  return { ...(await emptyDatabase(superuserUrl, owner, app)), stop: async () => {} }
}

/** An earlier run's database is dropped: each begins with an empty one. */
async function emptyDatabase(superuserUrl: string, owner: Role, app: Role) {
  await dropDatabase(superuserUrl, database)
  await ensureDatabase(superuserUrl, { database, owner, app })
  const url = onDatabase(superuserUrl, database)
  return { superuserUrl, ownerUrl: as(owner, url), appUrl: as(app, url) }
}

function onDatabase(url: string, name: string): string {
  return Object.assign(new URL(url), { pathname: `/${name}` }).href
}

function as({ name, password }: Role, url: string): string {
  return Object.assign(new URL(url), { username: name, password }).href
}

async function removeAbandoned(below: string, log: PostgresLog): Promise<void> {
  for (const name of await readdir(below)) {
    const dataDir = join(below, name)
    if (!name.startsWith(prefix)) continue
    const locked = await textOf(join(dataDir, 'linli.lock')).catch(() => undefined)
    if (locked === undefined || (await livingHolder(dataDir))) continue
    const home = await realpath(join(dataDir, 'postgres')).catch(() => undefined)
    if (home !== undefined) await clearLeftovers(join(home, 'cluster'), log)
    await removeDataDir(dataDir)
  }
}

/** The home may be a link out of the data directory. */
async function removeDataDir(dataDir: string): Promise<void> {
  const home = await realpath(join(dataDir, 'postgres')).catch(() => undefined)
  if (home !== undefined) await rm(home, { recursive: true, force: true })
  await rm(dataDir, { recursive: true, force: true })
}

function taken(): PostgresError {
  return new PostgresError(
    'testServerTaken',
    'TEST_DATABASE_URL 指向的服务器上已有口令不同的 linli_owner 或 linli_app，可能是正在使用的邻里。请换一个专供测试的服务器。',
    'The server at TEST_DATABASE_URL has a linli_owner or linli_app with another password, so a Linli may live there. Give a server of its own to the tests.',
  )
}
