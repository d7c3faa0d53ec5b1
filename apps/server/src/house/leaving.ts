import { createReadStream } from 'node:fs'
import { basename, dirname, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { CATALOGUE } from '../../../../db/catalogue/index.ts'
import { COLUMNS_LEFT_OUT, FOR_READING, LEFT_OUT, SHARED } from '../../../../db/catalogue/leaving.ts'
import { PROTECTED } from '../../../../db/catalogue/protection.ts'
import { verifyAudit } from '../kernel/audit/verify.ts'
import { readIdentities } from '../kernel/backup/seal.ts'
import { directoryVault } from '../kernel/backup/vault.ts'
import { type Config, ConfigError } from '../kernel/config.ts'
import { openCrypto } from '../kernel/crypto/keys.ts'
import type { CryptoProvider } from '../kernel/crypto/provider.ts'
import { type Database, openDatabase } from '../kernel/db/database.ts'
import { migrateDatabase } from '../kernel/db/migrate.ts'
import { openOwnerPool } from '../kernel/db/ownerPool.ts'
import { migrateJobs } from '../kernel/jobs/worker.ts'
import { exportRegion } from '../kernel/leaving/exportRegion.ts'
import { type Imported, importRegion } from '../kernel/leaving/importRegion.ts'
import type { LeavingCatalogue, LeavingManifest } from '../kernel/leaving/shape.ts'
import { houseStorage } from '../kernel/uploads/storageOfHouse.ts'
import { rederivedBalances } from '../rooms/points/index.ts'
import { openBeside } from './beside.ts'

type Say = (line: string) => void
export type Standing = { readonly ownerUrl: string; readonly appUrl: string; readonly appRole?: string }

export const LEAVING: LeavingCatalogue = {
  tables: CATALOGUE,
  protections: PROTECTED,
  shared: SHARED,
  leftOut: LEFT_OUT,
  forReading: FOR_READING,
  columnsLeftOut: COLUMNS_LEFT_OUT,
}

/** A house's database and key, for a command; closed behind it. */
async function withHouse<T>(
  standing: Standing,
  config: Config,
  work: (house: { db: Database; crypto: CryptoProvider }) => Promise<T>,
): Promise<T> {
  await migrateDatabase(standing.ownerUrl)
  await migrateJobs(standing.ownerUrl)
  const quiet = (): void => undefined // a lost connection is told by the statement under way
  const pool = openOwnerPool(standing.ownerUrl, quiet)
  const role = standing.appRole ? { role: standing.appRole } : {}
  const db = openDatabase({ url: standing.appUrl, poolSize: 2, onError: quiet, ...role })
  try {
    return await work({ db, crypto: await openCrypto(pool, config) })
  } finally {
    await db.close()
    await pool.end()
  }
}

/** Writes a region's archive to a file. @throws LeavingError, BackupError */
export function exportHouseRegion(
  standing: Standing,
  config: Config,
  wish: {
    region: number
    file: string
    recipients: readonly string[]
    progress?: (what: string, rows: number) => void
  },
): Promise<LeavingManifest> {
  const { region, recipients, progress } = wish
  const file = resolve(wish.file)
  return withHouse(standing, config, async ({ db, crypto }) =>
    exportRegion({
      ownerUrl: standing.ownerUrl,
      region,
      crypto,
      storage: houseStorage(config),
      catalogue: LEAVING,
      recipients,
      audit: await verifyAudit(db, region, crypto),
      write: (archive) => directoryVault(dirname(file)).write(basename(file), archive),
      ...(progress ? { progress } : {}),
    }),
  )
}

export type Arrived = Imported & {
  /** Where balances and ledger part; none is the proof. */
  readonly balances: readonly string[]
}

/** Brings a region in from its archive and proves its books. @throws LeavingError, BackupError */
export function importHouseRegion(
  standing: Standing,
  config: Config,
  wish: { file: string; identities: readonly string[]; progress?: (what: string, rows: number) => void },
): Promise<Arrived> {
  const { identities, progress } = wish
  return withHouse(standing, config, async ({ db, crypto }) => {
    const imported = await importRegion({
      ownerUrl: standing.ownerUrl,
      archive: createReadStream(wish.file, { highWaterMark: 2 ** 20 }),
      identities,
      crypto,
      storage: houseStorage(config),
      catalogue: LEAVING,
      ...(progress ? { progress } : {}),
    })
    const { differences } = await rederivedBalances(db, imported.head.region.id)
    return { ...imported, balances: differences }
  })
}

/** `npm run export-region`: everything of a region, encrypted for the operator. @returns the exit code */
export async function exportRegionCommand(
  config: Config,
  args: readonly string[],
  say: Say,
): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      region: { type: 'string', default: '1' },
      to: { type: 'string' },
      recipient: { type: 'string', multiple: true, default: [...config.backup.recipients] },
    },
  })
  if (values.to === undefined || values.recipient.length === 0 || !/^\d+$/.test(values.region))
    throw new ConfigError([
      '用法：npm run export-region -- --to 文件.tar.age --recipient age1… [--region 1]（公钥也可用 BACKUP_RECIPIENT） usage: npm run export-region -- --to FILE.tar.age --recipient age1… [--region 1]',
    ])
  const postgres = await openBeside(config, say)
  try {
    const manifest = await exportHouseRegion(postgres, config, {
      region: Number(values.region),
      file: values.to,
      recipients: values.recipient,
      progress: (what, rows) => say(`  ${what}: ${rows}`),
    })
    const { audit, missingFiles, files } = manifest
    say(`已写好 Written: ${values.to}（文件 files ${Object.keys(files).length}）`)
    if (audit.broken.length > 0)
      say(`审计链有 ${audit.broken.length} 处不符，已写在 manifest.json seals do not fit`)
    for (const key of missingFiles) say(`  缺文件 missing file: ${key}`)
    return audit.broken.length + missingFiles.length > 0 ? 1 : 0
  } finally {
    await postgres.stop()
  }
}

/** `npm run import-region`: into an installation that does not have the region yet. @returns the exit code */
export async function importRegionCommand(
  config: Config,
  args: readonly string[],
  say: Say,
): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { identity: { type: 'string' } },
  })
  const [file, ...more] = positionals
  if (file === undefined || more.length > 0 || values.identity === undefined)
    throw new ConfigError([
      '用法：npm run import-region -- 文件.tar.age --identity 私钥文件 usage: npm run import-region -- FILE.tar.age --identity KEYFILE',
    ])
  const identities = await readIdentities(values.identity)
  const postgres = await openBeside(config, say)
  try {
    const { head, rows, balances } = await importHouseRegion(postgres, config, {
      file,
      identities,
      progress: (what, count) => say(`  ${what}: ${count}`),
    })
    say(`${head.region.name.zh} ${head.region.name.en}: ${rows} 行，逐行核对过 rows, compared line by line`)
    for (const line of balances) say(`  余额不符 balance differs: ${line}`)
    say(
      '工作人员的密码没有带来：执行 npm run first-admin -- 登录名 姓名，由这位安全管理员重新发。 Passwords of staff stayed behind: run npm run first-admin -- LOGIN NAME, who hands out new ones.',
    )
    return balances.length > 0 ? 1 : 0
  } finally {
    await postgres.stop()
  }
}
