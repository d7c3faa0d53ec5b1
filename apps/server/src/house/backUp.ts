import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { Readable } from 'node:stream'
import { parseArgs } from 'node:util'
import { proveArchive } from '../kernel/backup/archive.ts'
import { openArchiveKey } from '../kernel/backup/archiveKey.ts'
import { expendable } from '../kernel/backup/keep.ts'
import { BackupError } from '../kernel/backup/problems.ts'
import { beginRun, codeOf, drilledInMonth, endRun, failRun, openRun } from '../kernel/backup/runs.ts'
import { newKeyPair, readIdentities } from '../kernel/backup/seal.ts'
import { type TakenBackup, takeBackup } from '../kernel/backup/takeBackup.ts'
import type { Vault } from '../kernel/backup/vault.ts'
import { vaultAt } from '../kernel/backup/vaultAt.ts'
import type { Config } from '../kernel/config.ts'
import { openCrypto } from '../kernel/crypto/keys.ts'
import type { CryptoProvider } from '../kernel/crypto/provider.ts'
import { type Database, openDatabase } from '../kernel/db/database.ts'
import { openOwnerPool } from '../kernel/db/ownerPool.ts'
import { textOf } from '../kernel/postgres/files.ts'
import { houseStorage } from '../kernel/uploads/storageOfHouse.ts'
import { openBeside } from './beside.ts'
import { drill } from './drill.ts'

type Say = (line: string) => void
type Stand = {
  readonly config: Config
  readonly ownerUrl: string
  readonly db: Database
  readonly crypto: CryptoProvider
  readonly say: Say
}

const USAGE = [
  '用法 usage: npm run backup [-- --to 目录或对象存储 DIRECTORY-OR-BUCKET] [--drill]',
  '            npm run backup -- --check 文件 FILE --identity 私钥文件 KEYFILE',
  '            npm run backup -- --new-key 私钥文件 KEYFILE',
].join('\n')

/**
 * `npm run backup`: takes a backup beside the open house or without it.
 * @returns the exit code: 1 when files are missing or damaged, or the drill failed
 * @throws BackupError, ConfigError
 */
export async function backupCommand(config: Config, args: readonly string[], say: Say): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      to: { type: 'string' },
      drill: { type: 'boolean', default: false },
      check: { type: 'string' },
      identity: { type: 'string' },
      'new-key': { type: 'string' },
      night: { type: 'string' },
    },
  })
  if (positionals.length > 0) {
    say(USAGE)
    return 2
  }
  if (values['new-key'] !== undefined) return makeKey(resolve(values['new-key']), say)
  if (values.check !== undefined) return check(config, values.check, values.identity, say)
  const place = values.to === undefined ? config.backup.to : placeOf(values.to)
  if (place === undefined || config.backup.recipients.length === 0) throw notConfigured()
  const vault = vaultAt(place)
  const standing = await openBeside(config, say)
  const pool = openOwnerPool(standing.ownerUrl, () => undefined) // told by the statement under way
  const role = standing.appRole ? { role: standing.appRole } : {}
  const db = openDatabase({ url: standing.appUrl, poolSize: 2, onError: () => undefined, ...role })
  try {
    const crypto = await openCrypto(pool, config)
    const stand = { config, ownerUrl: standing.ownerUrl, db, crypto, say }
    const night = values.night ?? null
    const run = night === null ? await beginRun(db, 'backup', null) : await openRun(db, 'backup', night)
    if (run === undefined) return 0
    return await recorded(db, run, () => backUp(stand, vault, run, night, values.drill || night !== null))
  } finally {
    await db.close()
    await pool.end()
    await standing.stop()
  }
}

async function recorded<T>(db: Database, run: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    await failRun(db, run, codeOf(error)).catch(() => undefined) // the first error is the one to tell
    throw error
  }
}

async function backUp(
  stand: Stand,
  vault: Vault,
  run: string,
  night: string | null,
  mayDrill: boolean,
): Promise<number> {
  const { config, db, crypto, say } = stand
  const drilling = mayDrill && (night === null || !(await drilledInMonth(db, night)))
  // The drill opens the very file that is kept: with the operator's key where it is here, else with one that only this process has.
  const own = config.backup.identityFile
  const passing = drilling && own === undefined ? await newKeyPair() : undefined
  const taken = await takeBackup({
    ownerUrl: stand.ownerUrl,
    storage: houseStorage(config),
    crypto,
    vault,
    recipients: [...config.backup.recipients, ...(passing ? [passing.recipient] : [])],
    progress: progressOf(say),
  })
  const erasures = await textOf(join(config.dataDir, 'erasures.jsonl'))
  if (erasures !== undefined)
    await vault.write(`${taken.name}.erasures.jsonl`, Readable.from([Buffer.from(erasures)]))
  await endRun(db, run, taken, null)
  tell(taken, say)
  const { missing, damaged } = taken.tail.files
  const whole = missing.length + damaged.length === 0
  if (whole && night !== null) await prune(vault, config, say)
  if (!drilling) return whole ? 0 : 1
  const identities = passing ? [passing.identity] : await readIdentities(own ?? '')
  const drillRun = await beginRun(db, 'drill', night)
  if (drillRun === undefined) return whole ? 0 : 1
  await recorded(db, drillRun, async () => {
    const drilled = await drill({ config, vault, taken, identities, say })
    await endRun(db, drillRun, taken, drilled.tables)
  })
  return whole ? 0 : 1
}

/** Only behind a good backup that has every file: what is older may hold what this one lacks. */
async function prune(vault: Vault, config: Config, say: Say): Promise<void> {
  for (const name of expendable(await vault.names(), config.backup.keep)) {
    for (const beside of ['', '.sha256', '.erasures.jsonl']) await vault.remove(`${name}${beside}`)
    say(`  删去旧备份 removed ${name}`)
  }
}

/** One line a second, however many tables and files there are. */
export function progressOf(say: Say): (step: { what: string; rows: number; bytes: number }) => void {
  let told = 0
  return ({ what, rows }) => {
    if (Date.now() - told < 1000) return
    told = Date.now()
    say(`  ${what} ${rows}`)
  }
}

function tell({ name, bytes, sha256, rows, head, tail }: TakenBackup, say: Say): void {
  const { stored, missing, damaged } = tail.files
  say(`备份好了 Backed up: ${name}`)
  say(`  ${rows} 行 rows, ${stored} 个文件 files, ${bytes} 字节 bytes, 快照 snapshot ${head.snapshotAt}`)
  say(`  SHA-256 ${sha256}`)
  if (missing.length + damaged.length > 0)
    say(
      `  存储里缺 ${missing.length} 个文件，坏 ${damaged.length} 个，请查存储 missing and damaged in the storage: ${[...missing, ...damaged].slice(0, 10).join(', ')}`,
    )
}

async function makeKey(path: string, say: Say): Promise<number> {
  const { identity, recipient } = await newKeyPair()
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(`# public key: ${recipient}\n${identity}\n`)
    await file.sync()
  } finally {
    await file.close()
  }
  say(`私钥在 ${path}：拿到另一处保管，不要和备份放在一起，也不要留在这台机器上。`)
  say(`The private key is in ${path}: keep it elsewhere, neither beside the backups nor on this machine.`)
  say(`BACKUP_RECIPIENT=${recipient}`)
  return 0
}

async function check(config: Config, path: string, identity: string | undefined, say: Say): Promise<number> {
  const identities = await readIdentities(identity ?? config.backup.identityFile ?? '')
  const key = await openArchiveKey(config)
  const { head, tail } = await proveArchive(createReadStream(path), identities, key)
  const rows = Object.values(tail.tables).reduce((sum, count) => sum + count.rows, 0)
  say(
    `这份备份完好 The backup is whole: ${head.snapshotAt}, ${rows} 行 rows, ${tail.files.stored} 个文件 files`,
  )
  if (!key) say('没有 SECRET_KEY，没有核对是不是本系统写的 Without SECRET_KEY it is not proved whose it is')
  return 0
}

const placeOf = (text: string): string => (/^https?:/.test(text) ? text : resolve(text))

const notConfigured = (): BackupError =>
  new BackupError(
    'notConfigured',
    '还没有设好备份：BACKUP_TO（或 --to）说放在哪里，BACKUP_RECIPIENT 说给谁的公钥加密。先执行 npm run backup -- --new-key 私钥文件。',
    'Backups are not set up: BACKUP_TO (or --to) says where, BACKUP_RECIPIENT for whose public key. Begin with npm run backup -- --new-key KEYFILE.',
  )
