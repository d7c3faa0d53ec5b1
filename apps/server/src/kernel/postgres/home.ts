import { chmod, chown, mkdir, mkdtemp, realpath, stat, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { type Account, accountFor, canEnter } from './account.ts'
import { PostgresError } from './errors.ts'
import { factsOf } from './files.ts'
import type { PostgresLog } from './log.ts'

/** Where a cluster lives. `home` holds `cluster` and, when the package cannot be used in place, a copy of the binaries. */
export type Home = { home: string; cluster: string; account: Account | undefined }

/** Used by root when its data directory lies where PostgreSQL's account may not go (a clone under /root). */
const publicPlace = '/var/lib/linli'

/**
 * Opens `DATA_DIR/postgres`, making it on the first start. It is a plain directory, or, when root's data directory
 * cannot be entered by PostgreSQL's account, a link to a directory of its own under /var/lib/linli.
 * @throws PostgresError clusterLost, otherOwner, unreachable
 */
export async function openHome(dataDir: string, log: PostgresLog): Promise<Home> {
  const place = join(dataDir, 'postgres')
  const account = await accountFor(await ownerOf(join(place, 'cluster')))
  if (account) await letThrough(dataDir, account)
  if ((await factsOf(place)) === undefined) await makeHome(dataDir, place, account, log)
  const home = await realpath(place).catch((cause: unknown) => {
    throw Object.assign(lost(place), { cause })
  })
  if (!(await canEnter(home, account))) throw unreachable(dataDir)
  const cluster = join(home, 'cluster')
  refuseOtherOwner(cluster, await ownerOf(cluster))
  return { home, cluster, account }
}

async function ownerOf(path: string): Promise<Account | undefined> {
  const facts = await stat(path).catch(() => undefined)
  return facts && { uid: facts.uid, gid: facts.gid }
}

/** A data directory nobody else can use anyway is opened for PostgreSQL's group to pass through, not to list. */
async function letThrough(dataDir: string, account: Account): Promise<void> {
  const facts = await stat(dataDir)
  if ((facts.mode & 0o077) !== 0 || facts.uid === account.uid) return
  await chown(dataDir, facts.uid, account.gid)
  await chmod(dataDir, facts.mode | 0o010)
}

async function makeHome(dataDir: string, place: string, account: Account | undefined, log: PostgresLog) {
  if (await canEnter(dataDir, account)) {
    await mkdir(place)
    await chmod(place, account ? 0o711 : 0o700)
    return
  }
  await mkdir(publicPlace, { recursive: true, mode: 0o755 })
  if (!(await canEnter(publicPlace, account))) throw unreachable(dataDir)
  const home = await mkdtemp(join(publicPlace, 'postgres-'))
  await chmod(home, 0o711)
  await symlink(home, place)
  log.info({ home }, '数据库文件放在数据目录之外 the database files live outside the data directory')
}

function refuseOtherOwner(cluster: string, owner: Account | undefined): void {
  const uid = process.getuid?.()
  if (uid === undefined || uid === 0 || owner === undefined || owner.uid === uid) return
  throw new PostgresError(
    'otherOwner',
    `数据库目录 ${cluster} 属于另一个系统用户（uid ${owner.uid}）。请用原来的用户启动，或换一个 DATA_DIR。`,
    `The database directory ${cluster} belongs to another user (uid ${owner.uid}). Start as that user, or choose another DATA_DIR.`,
  )
}

function lost(place: string): PostgresError {
  return new PostgresError(
    'clusterLost',
    `${place} 指向的数据库目录不见了。请从备份恢复；确定要从头开始时，删除整个数据目录再启动。`,
    `The database directory that ${place} points to is gone. Restore it from a backup; to begin anew, delete the whole data directory.`,
  )
}

function unreachable(dataDir: string): PostgresError {
  return new PostgresError(
    'unreachable',
    `数据库不能以 root 身份运行，而它的用户进不了 ${dataDir}。请把 DATA_DIR 设到其他用户可以进入的目录，例如 /srv/linli。`,
    `The database must not run as root, and its user may not enter ${dataDir}. Set DATA_DIR to a directory others may enter, such as /srv/linli.`,
  )
}
