import { Secret, TOTP } from 'otpauth'
import sql from 'sql-template-tag'
import type { CryptoProvider } from '../crypto/provider.ts'
import type { Tx } from '../db/database.ts'

const PERIOD_SECONDS = 30
const ISSUER = '邻里 Linli'
const contextOf = (accountId: string) => `accounts.totp_secret:${accountId}`

const totpOf = (secret: Secret, label: string) =>
  new TOTP({ issuer: ISSUER, label, secret, algorithm: 'SHA1', digits: 6, period: PERIOD_SECONDS }) // what phone apps read (RFC 6238)

/** The second factor of an account from its encrypted secret. */
export function openTotp(crypto: CryptoProvider, accountId: string, cipher: string): TOTP {
  return totpOf(Secret.fromBase32(crypto.decryptField(cipher, contextOf(accountId))), accountId)
}

/** The step a code belongs to, one before and one after included; undefined for a wrong code. @param now milliseconds */
export function stepOf(totp: TOTP, code: string, now: number): number | undefined {
  const delta = totp.validate({ token: code, timestamp: now, window: 1 })
  return delta === null ? undefined : Math.floor(now / 1000 / PERIOD_SECONDS) + delta
}

/**
 * Gives an account a new second factor. The secret leaves once, for the QR code (`otpauth:` address), and is kept encrypted.
 * The count of used steps stays: a new secret does not make old times good again.
 */
export async function enrolTotp(
  tx: Tx,
  crypto: CryptoProvider,
  accountId: string,
  label: string,
): Promise<{ secret: string; address: string }> {
  const secret = new Secret({ size: 20 })
  const cipher = crypto.encryptField(secret.base32, contextOf(accountId))
  const [row] = await tx.query(
    sql`update accounts set totp_secret = ${cipher} where id = ${accountId} and login is not null returning id`,
  )
  if (!row) throw new Error('only a staff account has a second factor')
  return { secret: secret.base32, address: totpOf(secret, label).toString() }
}
