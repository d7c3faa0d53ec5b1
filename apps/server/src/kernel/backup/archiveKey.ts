import { join } from 'node:path'
import type { Config } from '../config.ts'
import type { CryptoProvider } from '../crypto/provider.ts'
import { openSecretKey, secretKeyOf } from '../crypto/secretKey.ts'
import { softwareProvider } from '../crypto/softwareProvider.ts'
import { factsOf } from '../postgres/files.ts'

/** The keys that were given here, to prove whose a backup is; undefined when there are none. None is made. */
export async function openArchiveKey(config: Config): Promise<CryptoProvider | undefined> {
  if (!config.secretKey && (await factsOf(join(config.dataDir, 'secret.key'))) === undefined) return undefined
  const others = config.secretKeysOld.map((text) => secretKeyOf(text, 'SECRET_KEYS_OLD'))
  return softwareProvider(await openSecretKey(config), { profile: config.cryptoProfile, others })
}
