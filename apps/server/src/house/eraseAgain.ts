import { openSessions } from '../kernel/auth/sessions.ts'
import type { Config } from '../kernel/config.ts'
import { openCrypto } from '../kernel/crypto/keys.ts'
import { openDatabase } from '../kernel/db/database.ts'
import { openOwnerPool } from '../kernel/db/ownerPool.ts'
import { readErasures } from '../kernel/privacy/erasureList.ts'
import { furnish } from './furnish.ts'

type Urls = { readonly ownerUrl: string; readonly appUrl: string; readonly appRole?: string }

/**
 * Erases everybody on the list of the data directory from a restored database. Nothing else of the house runs.
 * @returns how many people
 */
export async function eraseAgain(urls: Urls, config: Config): Promise<number> {
  const list = await readErasures(config.dataDir)
  if (list.length === 0) return 0
  const quiet = (): void => undefined // a lost connection is told by the statement under way
  const ownerPool = openOwnerPool(urls.ownerUrl, quiet)
  const role = urls.appRole ? { role: urls.appRole } : {}
  const db = openDatabase({ url: urls.appUrl, poolSize: 2, onError: quiet, ...role })
  try {
    const crypto = await openCrypto(ownerPool, config)
    const sessions = openSessions(db, config.securityProfile)
    const { ownData } = furnish({ db, ownerPool, crypto, config, sessions, log: quiet, warn: quiet })
    return await ownData.reapplyErasures(list)
  } finally {
    await db.close()
    await ownerPool.end()
  }
}
