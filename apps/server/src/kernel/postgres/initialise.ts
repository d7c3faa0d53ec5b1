import { chown, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Binaries } from './binaries.ts'
import { PostgresError } from './errors.ts'
import { textOf } from './files.ts'
import type { Home } from './home.ts'
import { launch } from './launch.ts'
import type { DatabaseSecrets } from './secrets.ts'

const flags = [
  '--username=postgres',
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--locale=C',
  '--data-checksums',
  '--no-instructions',
]

/** The major version of the cluster in a home, or undefined when there is none yet. */
export async function clusterVersion(home: Home): Promise<string | undefined> {
  return (await textOf(join(home.cluster, 'PG_VERSION')))?.trim()
}

/**
 * Makes the cluster, whole or not at all: initdb works in a draft that takes its place at the end.
 * @throws PostgresError initialisationFailed
 */
export async function initialiseCluster(
  home: Home,
  binaries: Binaries,
  secrets: DatabaseSecrets,
): Promise<void> {
  await removeDrafts(home)
  const draft = join(home.home, 'cluster.draft')
  const passwordFile = join(home.home, 'cluster.draft.password')
  await mkdir(draft, { mode: 0o700 })
  await writeFile(passwordFile, secrets.superuser, { mode: 0o600 })
  if (home.account) {
    for (const path of [draft, passwordFile]) await chown(path, home.account.uid, home.account.gid)
  }
  const { exited, lines } = launch(
    binaries.initdb,
    [`--pgdata=${draft}`, `--pwfile=${passwordFile}`, ...flags],
    home,
  )
  const exit = await exited
  await rm(passwordFile)
  if (exit.code !== 0) throw failed(home, lines())
  await rename(draft, home.cluster)
}

async function removeDrafts(home: Home): Promise<void> {
  for (const name of await readdir(home.home)) {
    if (name.startsWith('cluster.draft')) await rm(join(home.home, name), { recursive: true })
  }
}

function failed(home: Home, lines: string[]): PostgresError {
  const said = lines.join('\n')
  return new PostgresError(
    'initialisationFailed',
    `无法在 ${home.home} 建立数据库，请检查磁盘空间和目录权限。`,
    `The database could not be made in ${home.home}; check disk space and permissions. It said:\n${said}`,
  )
}
