import { access, constants, readFile, realpath, stat } from 'node:fs/promises'
import { dirname } from 'node:path'

/** The operating-system account PostgreSQL runs under. */
export type Account = { uid: number; gid: number }

/**
 * PostgreSQL refuses to run as root. Started by root it runs under whoever owns the cluster already, else under
 * `nobody`; started by anybody else it runs as that user (undefined: no change of account).
 */
export async function accountFor(owner: Account | undefined): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined
  if (owner !== undefined && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  return nobody()
}

async function nobody(): Promise<Account> {
  const users = await readFile('/etc/passwd', 'utf8')
  const [, , uid, gid] = /^nobody:.*$/m.exec(users)?.[0].split(':') ?? []
  const unsigned = (id: string | undefined) => (id === undefined ? 65534 : Number(id) >>> 0)
  return { uid: unsigned(uid), gid: unsigned(gid) }
}

/** Whether the account may pass through a directory and everything above it (permission bits; root asks for others). */
export async function canEnter(directory: string, account: Account | undefined): Promise<boolean> {
  if (account === undefined) {
    return access(directory, constants.X_OK).then(
      () => true,
      () => false,
    )
  }
  for (let path = await realpath(directory); ; path = dirname(path)) {
    if (!permits(await stat(path), account, constants.X_OK)) return false
    if (path === dirname(path)) return true
  }
}

/** Whether the permission bits of a file let the account do what the access mode (R_OK, X_OK) asks. */
export function permits(facts: { uid: number; gid: number; mode: number }, account: Account, mode: number) {
  const shift = facts.uid === account.uid ? 6 : facts.gid === account.gid ? 3 : 0
  return ((facts.mode >> shift) & mode) === mode
}
