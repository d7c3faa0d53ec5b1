import { execFile, spawn } from 'node:child_process'
import { chmod, chown, mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { promisify } from 'node:util'
import pg from 'pg'

const run = promisify(execFile)

/** The programs of Debian's packages, or why they are not here. */
export async function findPrograms(): Promise<{ bin: string } | { missing: string }> {
  const versions = await readdir('/usr/lib/postgresql').catch(() => [])
  const newest = versions.sort((a, b) => Number(a) - Number(b)).at(-1)
  if (newest === undefined) return { missing: 'no /usr/lib/postgresql: apt-get install postgresql' }
  const found = await run('pgbackrest', ['version']).catch(() => undefined)
  if (!found) return { missing: 'no pgbackrest: apt-get install pgbackrest' }
  if (process.getuid?.() !== 0) return { missing: 'the drill runs as root, to be the user postgres' }
  return { bin: `/usr/lib/postgresql/${newest}/bin` }
}

export type Drill = {
  readonly url: string
  readonly repository: string
  pgbackrest(...args: string[]): Promise<string>
  start(): Promise<void>
  stop(how?: 'fast' | 'immediate'): Promise<void>
  /** Loses the whole cluster directory. */
  lose(): Promise<void>
  remove(): Promise<void>
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', reject)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })

/** A server as docs/operating.md sets it up for pgBackRest: archived WAL, an encrypted repository, checksums. */
export async function openDrill(bin: string): Promise<Drill> {
  const home = await mkdtemp('/var/tmp/linli-pgbackrest-')
  const [cluster, repository, log] = ['cluster', 'repository', 'log'].map((name) => join(home, name)) as [
    string,
    string,
    string,
  ] // three in, three out
  const config = join(home, 'pgbackrest.conf')
  const port = await freePort()
  for (const folder of [cluster, repository, log]) await mkdir(folder)
  await writeFile(
    config,
    `[global]\nrepo1-path=${repository}\nrepo1-retention-full=2\nrepo1-cipher-type=aes-256-cbc\nrepo1-cipher-pass=only-for-this-drill
log-path=${log}\nlock-path=${home}\nspool-path=${home}\nstart-fast=y\nprocess-max=2\ncompress-type=zst\n[linli]\npg1-path=${cluster}\npg1-port=${port}\npg1-socket-path=${home}\n`,
  )
  await chmod(home, 0o755)
  const { stdout: uid } = await run('id', ['-u', 'postgres'])
  const { stdout: gid } = await run('id', ['-g', 'postgres'])
  for (const path of [home, cluster, repository, log, config]) await chown(path, Number(uid), Number(gid))
  const asPostgres = (program: string, args: string[]): Promise<string> =>
    new Promise((resolve, reject) => {
      const child = spawn(program, args, {
        uid: Number(uid),
        gid: Number(gid),
        cwd: home,
        env: { PATH: process.env.PATH },
        stdio: ['ignore', 'pipe', 'pipe'],
      })
      let said = ''
      for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
      child.once('error', reject)
      child.once('exit', (code) =>
        code === 0 ? resolve(said) : reject(new Error(`${program} ${args.join(' ')}: ${said}`)),
      )
    })
  await asPostgres(join(bin, 'initdb'), [
    '--pgdata',
    cluster,
    '--data-checksums',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
    '--username=postgres',
  ])
  await writeFile(
    join(cluster, 'postgresql.auto.conf'),
    `port = ${port}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = '${home}'\narchive_mode = on\nwal_level = replica
archive_command = 'pgbackrest --config=${config} --stanza=linli archive-push %p'\narchive_timeout = 60\n`,
  )
  const pgCtl = join(bin, 'pg_ctl')
  return {
    url: `postgres://postgres@127.0.0.1:${port}/linli`,
    repository,
    pgbackrest: (...args) =>
      asPostgres('pgbackrest', [`--config=${config}`, '--stanza=linli', '--log-level-console=warn', ...args]),
    start: async () =>
      void (await asPostgres(pgCtl, [
        'start',
        '--wait',
        '--pgdata',
        cluster,
        '--log',
        join(log, 'server.log'),
        '--timeout=120',
      ])),
    stop: async (how = 'fast') =>
      void (await asPostgres(pgCtl, ['stop', '--wait', '--pgdata', cluster, '--mode', how])),
    lose: () =>
      rm(cluster, { recursive: true, force: true })
        .then(() => mkdir(cluster))
        .then(() => chown(cluster, Number(uid), Number(gid)))
        .then(() => chmod(cluster, 0o700)),
    remove: async () => {
      await asPostgres(pgCtl, ['stop', '--wait', '--pgdata', cluster, '--mode', 'immediate']).catch(() => '') // it may have been stopped
      await rm(home, { recursive: true, force: true })
    },
  }
}

/** Runs work on a connection of its own to a database of the drill. */
export async function onDrill<T>(
  url: string,
  database: string,
  work: (client: pg.Client) => Promise<T>,
): Promise<T> {
  const client = new pg.Client({
    connectionString: Object.assign(new URL(url), { pathname: `/${database}` }).href,
  })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
