import type pg from 'pg'
import type { Config } from '../config.ts'
import { CryptoError, type CryptoProvider } from './provider.ts'
import { openSecretKey, secretKeyOf } from './secretKey.ts'
import { type KeyOptions, keysOf, type RetiredKey, softwareProvider } from './softwareProvider.ts'

type KeyRow = { key_id: string; proof_cipher: string; retired_at: Date | null }
export const proofContext = (keyId: string): string => `crypto_keys.proof:${keyId}`

/**
 * The provider over the keys of this installation: SECRET_KEY writes, SECRET_KEYS_OLD and whatever the database still
 * holds values of are read. Notes the writing key in the database, so that a start with a key missing is refused.
 * @param pool the owner's: the application's role sees no keys
 * @throws CryptoError when the database holds values of a key that was not given
 */
export async function openCrypto(pool: pg.Pool, config: Config): Promise<CryptoProvider> {
  const master = await openSecretKey(config)
  const others = config.secretKeysOld.map((text) => secretKeyOf(text, 'SECRET_KEYS_OLD'))
  const profile = config.cryptoProfile
  const { rows } = await pool.query<KeyRow>('select key_id, proof_cipher, retired_at from crypto_keys')
  const alsoLive = rows.flatMap((row) => (row.retired_at ? [] : [row.key_id]))
  const given: KeyOptions = { profile, others, alsoLive }
  const first = softwareProvider(master, given)
  const missing = alsoLive.filter((id) => first.macBy(id, Buffer.alloc(0)) === undefined)
  if (missing.length > 0) throw keyMissing(missing)
  const retired: RetiredKey[] = rows
    .filter((row) => row.retired_at)
    .map((row) => ({
      keyId: row.key_id,
      proofKey: Buffer.from(first.decryptField(row.proof_cipher, proofContext(row.key_id)), 'base64'),
    }))
  // A database of the version before has no row yet: what it holds was written by one of the keys given.
  const unnoted = rows.length === 0 ? others.map((other) => keysOf(other, 'standard')) : []
  for (const { keyId, proofKey } of [keysOf(master, profile), ...unnoted])
    await pool.query(
      `insert into crypto_keys (key_id, proof_cipher, first_at) values ($1, $2, app_now())
       on conflict (key_id) do update set retired_at = null where crypto_keys.retired_at is not null`,
      [keyId, first.encryptField(proofKey.toString('base64'), proofContext(keyId))],
    )
  return softwareProvider(master, {
    ...given,
    alsoLive: [...alsoLive, ...unnoted.map(({ keyId }) => keyId)],
    retired: retired.filter(({ keyId }) => keyId !== first.keyId),
  })
}

/** The provider over the writing key and nothing else. */
export const newKeyAlone = async (config: Config): Promise<CryptoProvider> =>
  softwareProvider(await openSecretKey(config), { profile: config.cryptoProfile })

const keyMissing = (ids: readonly string[]): CryptoError =>
  new CryptoError(
    `数据库里还有用密钥 ${ids.join('、')} 加密的内容，而这里没有这把密钥。请把它放回 SECRET_KEY，或写进 SECRET_KEYS_OLD。 The database holds values of key ${ids.join(', ')}, which was not given here: put it back as SECRET_KEY, or into SECRET_KEYS_OLD.`,
  )
