import { access, constants, mkdir } from 'node:fs/promises'
import { resolve } from 'node:path'
import { openBinaries } from './binaries.ts'
import { PostgresError } from './errors.ts'
import { openHome } from './home.ts'
import { clusterVersion, initialiseCluster } from './initialise.ts'
import type { Exit } from './launch.ts'
import { clearLeftovers } from './leftovers.ts'
import { type DataDirLock, lockDataDir } from './lock.ts'
import type { PostgresLog } from './log.ts'
import { choosePort } from './port.ts'
import { ensureDatabase } from './roles.ts'
import { openSecrets } from './secrets.ts'
import { supervise } from './supervise.ts'

export type StartOptions = {
  /** Linli's data directory; this module owns `postgres`, `postgres.port`, `secrets.json` and `linli.lock` in it. */
  dataDir: string
  /** A fixed loopback port; by default a free one, remembered in the data directory. */
  port?: number
  log: PostgresLog
  /** Server settings over the defaults of settings.ts. */
  settings?: Record<string, string>
  /** Told each time the server ended unasked; a restart is already under way. */
  onCrash?: (exit: Exit) => void
  /** Told each time a crashed server answers again, on the same address. Pools must open new connections. */
  onRestart?: () => void
}

export type RunningPostgres = {
  /** `linli_owner`: owns the database `linli`, runs migrations; row-level security applies to it when forced. */
  ownerUrl: string
  /** `linli_app`: serves requests, owns nothing. */
  appUrl: string
  /** initdb's superuser; for tests and repairs only. */
  superuserUrl: string
  port: number
  /** Records where people reach this process, for the message a second start gives. */
  noteAddress(address: string): Promise<void>
  /** Fast shutdown; resolves when the server has ended and the data directory is free. Safe to repeat. */
  stop(): Promise<void>
}

/**
 * Starts the embedded PostgreSQL on a data directory, initialising it on the first start, and keeps it running: a
 * server that ends unasked is restarted on the same address, with growing pauses up to ten seconds. What an earlier
 * process left running is stopped first.
 * @throws AlreadyRunning when another living process holds the data directory
 * @throws PostgresError for everything else a person can mend
 */
export async function startPostgres(options: StartOptions): Promise<RunningPostgres> {
  const dataDir = resolve(options.dataDir)
  await openDataDir(dataDir)
  const lock = await lockDataDir(dataDir)
  try {
    return await startLocked({ ...options, dataDir }, lock)
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function openDataDir(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
    await access(dataDir, constants.W_OK | constants.X_OK)
  } catch (cause) {
    const closed = new PostgresError(
      'dataDirClosed',
      `当前用户不能写入数据目录 ${dataDir}。请用原来的用户启动，或换一个 DATA_DIR。`,
      `This user may not write to the data directory ${dataDir}. Start as the former user, or choose another DATA_DIR.`,
    )
    throw Object.assign(closed, { cause })
  }
}

async function startLocked(options: StartOptions, lock: DataDirLock): Promise<RunningPostgres> {
  const { dataDir, log } = options
  const home = await openHome(dataDir, log)
  const binaries = await openBinaries(home)
  const found = await clusterVersion(home)
  const secrets = await openSecrets(dataDir, found !== undefined)
  if (found === undefined) {
    log.info({ dataDir }, '正在建立数据库 making the database')
    await initialiseCluster(home, binaries, secrets)
  } else refuseOtherVersion(found, binaries.version)
  await clearLeftovers(home.cluster, log) // a server left behind holds the port that others know
  const port = await choosePort(dataDir, options.port)
  const url = (role: string, password: string, database: string) =>
    `postgresql://${role}:${password}@127.0.0.1:${port}/${database}`
  const adminUrl = url('postgres', secrets.superuser, 'postgres')
  const server = await supervise({ ...options, home, binaries, port, adminUrl })
  const stop = async () => {
    await server.stop()
    await lock.release()
  }
  const owner = { name: 'linli_owner', password: secrets.owner }
  const app = { name: 'linli_app', password: secrets.app }
  try {
    await ensureDatabase(adminUrl, { database: 'linli', owner, app })
  } catch (error) {
    await server.stop()
    throw error
  }
  return {
    ownerUrl: url(owner.name, owner.password, 'linli'),
    appUrl: url(app.name, app.password, 'linli'),
    superuserUrl: url('postgres', secrets.superuser, 'linli'),
    port,
    noteAddress: lock.noteAddress,
    stop: once(stop),
  }
}

/** Every call shares the first call's promise. */
function once(action: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | undefined
  return () => {
    running ??= action()
    return running
  }
}

function refuseOtherVersion(cluster: string, version: string): void {
  if (version.split('.')[0] === cluster) return
  throw new PostgresError(
    'otherVersion',
    `数据库是由 PostgreSQL ${cluster} 建立的，现在安装的是 ${version}。请装回原来的版本，或先导出数据再升级。`,
    `The database was made by PostgreSQL ${cluster}, but ${version} is installed. Install the former version, or export the data before the upgrade.`,
  )
}
