import { PROTECTED } from '../../../../db/catalogue/protection.ts'
import type { Config } from '../kernel/config.ts'
import { newKeyAlone, openCrypto } from '../kernel/crypto/keys.ts'
import { type Leftover, type Rotation, type RotationNeeds, rotateKeys } from '../kernel/crypto/rotate.ts'
import { openDatabase } from '../kernel/db/database.ts'
import { migrateDatabase } from '../kernel/db/migrate.ts'
import { openOwnerPool } from '../kernel/db/ownerPool.ts'
import { regionsOf } from '../kernel/db/regions.ts'
import { phonesOfAccounts } from '../rooms/people/index.ts'
import { openBeside } from './beside.ts'

export type RotationOptions = {
  readonly ownerUrl: string
  readonly appUrl: string
  readonly appRole?: string
  readonly config: Config
  readonly progress?: RotationNeeds['progress']
  readonly rowsAtOnce?: number
}

/** Changes the keys of a house, which may be open. @throws CryptoError when a key that is still needed was not given */
export async function rotateHouse(options: RotationOptions): Promise<Rotation> {
  const { config, progress = () => undefined, rowsAtOnce } = options
  await migrateDatabase(options.ownerUrl)
  const quiet = { onError: () => undefined } // a lost connection is told by the statement under way
  const pool = openOwnerPool(options.ownerUrl, quiet.onError)
  const db = openDatabase({
    url: options.appUrl,
    poolSize: 2,
    ...quiet,
    ...(options.appRole ? { role: options.appRole } : {}),
  })
  try {
    const crypto = await openCrypto(pool, config)
    const regions = await regionsOf(db)
    return await rotateKeys({
      pool,
      crypto,
      newOnly: await newKeyAlone(config),
      protections: PROTECTED,
      regions,
      progress,
      ...(rowsAtOnce ? { rowsAtOnce } : {}),
      recall: async (table, rows) => {
        const known = new Map<(typeof rows)[number], string>()
        if (table !== 'accounts') return known
        const byId = new Map(rows.map((row) => [String(row.id), row]))
        for (const region of regions)
          for (const { accountId, phone } of await phonesOfAccounts(db, crypto, region, [...byId.keys()])) {
            const row = byId.get(accountId)
            const index = row?.phone_hmac
            // A number that was corrected in the register is not the one the account signs in by.
            if (row && Buffer.isBuffer(index) && crypto.lookUps(phone).some((each) => each.equals(index)))
              known.set(row, phone)
          }
        return known
      },
    })
  } finally {
    await db.close()
    await pool.end()
  }
}

const WHY: { readonly [why in Leftover['why']]: string } = {
  unreadable: '打不开，可能缺密钥或被改过 does not open: a key is missing, or it was changed',
  twice: '同一个号码有两行，请先合并 the same number stands in two rows: merge them first',
  bare: '只有校验码没有原文，等本人下次登录 only its index was kept: it follows at the next sign-in',
  old: '又被旧密钥写过，请确认每个进程都换了新密钥 written with the old key again: see that every process has the new one',
  index: '校验码和原文对不上 index and value do not agree',
}

/**
 * `npm run rotate-keys`: everything is written anew with SECRET_KEY; SECRET_KEYS_OLD can be dropped afterwards.
 * @returns the exit code: 1 while something is left under an old key
 */
export async function rotateKeysCommand(config: Config, say: (line: string) => void): Promise<number> {
  const postgres = await openBeside(config, say)
  try {
    let told = 0
    let changed = 0
    const rotation = await rotateHouse({
      ...postgres,
      config,
      progress: (step) => {
        changed += step.changed
        if (Date.now() - told < 1000) return
        told = Date.now()
        say(`  ${step.table}: ${changed}`)
      },
    })
    say(`换成密钥 Key ${rotation.toKey}：改写 ${rotation.changed} 行 rows written anew`)
    for (const { table, key, why } of rotation.left.slice(0, 50)) say(`  ${table} ${key}: ${WHY[why]}`)
    if (rotation.left.length > 0) {
      say(`还有 ${rotation.left.length} 行，旧密钥先不要丢 rows are left: keep the old key`)
      return 1
    }
    say(`核对过：每个值都能只用新密钥打开。 Every value opens with the new key alone.`)
    say(
      `五分钟后可以从 SECRET_KEYS_OLD 删去旧密钥并重新启动。停用 retired: ${rotation.retired.join(', ') || '无 none'} In five minutes (codes under way) drop the old key from SECRET_KEYS_OLD and restart.`,
    )
    return 0
  } finally {
    await postgres.stop()
  }
}
