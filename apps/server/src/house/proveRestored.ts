import { verifyAudit } from '../kernel/audit/verify.ts'
import { BackupError } from '../kernel/backup/problems.ts'
import type { Config } from '../kernel/config.ts'
import { openCrypto } from '../kernel/crypto/keys.ts'
import { openDatabase } from '../kernel/db/database.ts'
import { openOwnerPool } from '../kernel/db/ownerPool.ts'
import { regionsOf } from '../kernel/db/regions.ts'
import { rederivedBalances } from '../rooms/points/index.ts'

type Urls = { readonly ownerUrl: string; readonly appUrl: string; readonly appRole?: string }

/**
 * Proves that a restored database holds together: every balance equals its entries, every seal of the record fits.
 * @returns a line that says what was compared
 * @throws BackupError unequal, CryptoError when a key is missing
 */
export async function proveRestored(urls: Urls, config: Config): Promise<string> {
  const quiet = (): void => undefined // a lost connection is told by the statement under way
  const pool = openOwnerPool(urls.ownerUrl, quiet)
  const role = urls.appRole ? { role: urls.appRole } : {}
  const db = openDatabase({ url: urls.appUrl, poolSize: 2, onError: quiet, ...role })
  try {
    const crypto = await openCrypto(pool, config)
    let accounts = 0
    let sealed = 0
    for (const region of await regionsOf(db)) {
      const ledger = await rederivedBalances(db, region)
      const chain = await verifyAudit(db, region, crypto)
      accounts += ledger.compared
      sealed += chain.sealed
      if (ledger.differences.length === 0 && chain.broken.length === 0) continue
      throw new BackupError(
        'unequal',
        `行都恢复了，但区 ${region} 的积分账有 ${ledger.differences.length} 处不平，查看记录的封条有 ${chain.broken.length} 处对不上：备份之前就已如此，请查明。`,
        `Every row came back, but in region ${region} ${ledger.differences.length} balances and ${chain.broken.length} seals of the record do not fit: it was so before the backup; find out why.`,
      )
    }
    return `${accounts} 个积分户平 balances hold, ${sealed} 条封存记录完好 sealed entries hold`
  } finally {
    await db.close()
    await pool.end()
  }
}
