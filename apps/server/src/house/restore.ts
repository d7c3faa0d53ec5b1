import { createHash } from 'node:crypto'
import { appendFile, mkdir, readdir, readFile, realpath, rm } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { buffer, text } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { openArchiveKey } from '../kernel/backup/archiveKey.ts'
import { NAME } from '../kernel/backup/manifest.ts'
import { BackupError, changed } from '../kernel/backup/problems.ts'
import { assertEmpty, restoreBackup } from '../kernel/backup/restoreBackup.ts'
import { readIdentities } from '../kernel/backup/seal.ts'
import { directoryVault, type Vault } from '../kernel/backup/vault.ts'
import { vaultAt } from '../kernel/backup/vaultAt.ts'
import type { Config } from '../kernel/config.ts'
import { isAbsent } from '../kernel/postgres/files.ts'
import { readErasures } from '../kernel/privacy/erasureList.ts'
import { houseStorage } from '../kernel/uploads/storageOfHouse.ts'
import { progressOf } from './backUp.ts'
import { eraseAgain } from './eraseAgain.ts'
import { proveRestored } from './proveRestored.ts'
import { isUnfinished, markFinished, markUnfinished } from './unfinished.ts'
import { openPostgres } from './withDatabase.ts'

type Say = (line: string) => void

const USAGE =
  '用法 usage: npm run restore -- 备份文件 FILE --identity 私钥文件 KEYFILE [--erasures 名单 LIST] [--without-key]'
/** What may lie in a data directory that is restored into. */
const BEFORE = ['secret.key', 'erasures.jsonl', 'restore.unfinished']
/** What a restore makes there. */
const OURS = ['postgres', 'postgres.port', 'secrets.json', 'files', 'linli.lock']

/**
 * `npm run restore`: a backup into an empty data directory or an empty database, proved, then everybody erased again who
 * was erased after it.
 * @returns the exit code
 * @throws BackupError, ConfigError; then nothing of the backup is left behind
 */
export async function restoreCommand(config: Config, args: readonly string[], say: Say): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      identity: { type: 'string' },
      erasures: { type: 'string' },
      'without-key': { type: 'boolean', default: false },
    },
  })
  const [file] = positionals
  if (!file || positionals.length > 1) {
    say(USAGE)
    return 2
  }
  const identities = await readIdentities(values.identity ?? config.backup.identityFile ?? '')
  const key = values['without-key'] ? undefined : await openArchiveKey(config)
  if (!key && !values['without-key']) throw noSecretKey(config.dataDir)
  const { vault, name } = await find(config, file)
  await assertWhole(vault, name, say)
  await prepare(config)
  await takeErasures(config, vault, values.erasures)
  if (!key && (await readErasures(config.dataDir)).length > 0) throw noSecretKey(config.dataDir)
  const stream = await vault.read(name)
  await restoreInto(config, stream, identities, key, say)
  if (config.databaseUrl === undefined && !config.secretKey)
    say(`密钥 key: ${join(config.dataDir, 'secret.key')}`)
  say('恢复好了，可以 npm start。 Restored; npm start opens the house.')
  return 0
}

async function restoreInto(
  config: Config,
  stream: Readable,
  identities: readonly string[],
  key: Awaited<ReturnType<typeof openArchiveKey>>,
  say: Say,
): Promise<void> {
  await markUnfinished(config)
  let standing: Awaited<ReturnType<typeof openPostgres>> | undefined
  let inside = false
  try {
    standing = await openPostgres(config, say)
    const storage = houseStorage(config)
    const { ownerUrl } = standing
    const { head, tail, rows, forward } = await restoreBackup({
      stream,
      identities,
      ownerUrl,
      storage,
      crypto: key,
      progress: progressOf(say),
    })
    inside = true
    say(
      `  ${rows} 行 rows, ${tail.files.stored} 个文件 files, 快照 snapshot ${head.snapshotAt}；每张表都和备份时一致 every table equals its backup`,
    )
    if (forward.length > 0) say(`  升级到本版 migrated forward: ${forward.join(', ')}`)
    const lost = tail.files.missing.length
    if (lost > 0) say(`  备份时就缺 ${lost} 个文件 files were missing already when it was made`)
    if (key) {
      say(`  ${await proveRestored(standing, config).catch(saidOnly)}`)
      const erased = await eraseAgain(standing, config)
      if (erased > 0) say(`  重做备份之后的注销 erased again: ${erased}`)
    }
    await standing.stop()
    await markFinished(config)
  } catch (error) {
    await standing?.stop()
    if (!inside) {
      if (config.databaseUrl === undefined) await clear(config)
      await markFinished(config)
    }
    throw error
  }
}

/** What was not right before the backup is told, and no reason to keep the house closed. */
function saidOnly(error: unknown): string {
  if (error instanceof BackupError) return error.message
  throw error
}

/** A file by its path, or by its name in the vault of BACKUP_TO. */
async function find(config: Config, file: string): Promise<{ vault: Vault; name: string }> {
  const place = config.backup.to
  if (basename(file) === file && NAME.test(file) && place !== undefined) {
    const vault = vaultAt(place)
    if ((await vault.names()).includes(file)) return { vault, name: file }
  }
  const path = resolve(file)
  return { vault: directoryVault(dirname(path)), name: basename(path) }
}

/** Compares the file with the sum that was written beside it, before anything is touched. */
async function assertWhole(vault: Vault, name: string, say: Say): Promise<void> {
  const names = await vault.names()
  if (!names.includes(`${name}.sha256`)) {
    say(`  没有 ${name}.sha256，只靠文件自己的校验 no sum beside the file: its own checks must do`)
    return
  }
  const [wanted] = (await text(await vault.read(`${name}.sha256`))).split(' ')
  const hash = createHash('sha256')
  for await (const chunk of await vault.read(name)) hash.update(chunk)
  if (hash.digest('hex') !== wanted) throw changed(name)
}

/** Only an empty target is restored into; what an earlier restore left unfinished is taken away first. */
async function prepare(config: Config): Promise<void> {
  await mkdir(config.dataDir, { recursive: true, mode: 0o700 })
  if (await isUnfinished(config)) await clear(config)
  const there = (await readdir(config.dataDir)).filter((name) => !BEFORE.includes(name))
  const inTheWay = config.databaseUrl === undefined ? there : there.filter((name) => name === 'files')
  if (inTheWay.length > 0)
    throw new BackupError(
      'targetNotEmpty',
      `数据目录 ${config.dataDir} 不是空的（${inTheWay.slice(0, 5).join('、')}），没有恢复，也没有改动。请把 DATA_DIR 设到一个空目录，里面只放 secret.key。`,
      `The data directory ${config.dataDir} is not empty (${inTheWay.slice(0, 5).join(', ')}); nothing was restored or changed. Set DATA_DIR to an empty directory with secret.key alone in it.`,
    )
  if (config.databaseUrl) await assertEmpty(config.databaseUrl)
}

async function clear(config: Config): Promise<void> {
  const cluster = await realpath(join(config.dataDir, 'postgres')).catch((error: unknown) => {
    if (isAbsent(error)) return undefined
    throw error
  })
  if (config.databaseUrl !== undefined)
    return rm(join(config.dataDir, 'files'), { recursive: true, force: true })
  if (cluster !== undefined) await rm(cluster, { recursive: true, force: true }) // may lie elsewhere
  for (const name of OURS) await rm(join(config.dataDir, name), { recursive: true, force: true })
}

/** The lists of erasures that are known join the one in the data directory: the given one, and the newest beside the backups. */
async function takeErasures(config: Config, vault: Vault, given: string | undefined): Promise<void> {
  const newest = (await vault.names())
    .filter((name) => name.endsWith('.erasures.jsonl'))
    .sort()
    .at(-1)
  const lists = [
    ...(given === undefined ? [] : [await readFile(resolve(given))]),
    ...(newest === undefined ? [] : [await buffer(await vault.read(newest))]),
  ]
  for (const list of lists)
    await appendFile(join(config.dataDir, 'erasures.jsonl'), `${list.toString('utf8').trimEnd()}\n`, {
      mode: 0o600,
    })
}

const noSecretKey = (dataDir: string): BackupError =>
  new BackupError(
    'noSecretKey',
    `没有字段加密的密钥：备份里不含它。请设置 SECRET_KEY，或把 secret.key 放进 ${dataDir}。没有密钥也要恢复其余数据时加 --without-key（有注销名单时不行）。`,
    `The key of the encrypted fields is not here, and never in a backup. Set SECRET_KEY, or put secret.key into ${dataDir}. To restore the rest without it add --without-key (not where erasures must be done again).`,
  )
