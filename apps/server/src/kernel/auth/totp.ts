import { Secret, TOTP } from 'otpauth'
import sql from 'sql-template-tag'
import type { CryptoProvider } from '../crypto/provider.ts'
import type { Tx } from '../db/database.ts'
import { newId } from '../ids.ts'
import { hashToken, newToken } from './tokens.ts'

const PERIOD_SECONDS = 30
const ISSUER = '邻里 Linli'
const MOST_TRIES = 5
const TICKET_SECONDS = 600

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

/** Uses a code of an account up: each step is good once. @returns whether it was right */
export async function spendTotp(
  tx: Tx,
  crypto: CryptoProvider,
  account: { readonly id: string; readonly totp_secret: string | null; readonly now: number },
  code: string,
): Promise<boolean> {
  const step =
    account.totp_secret && stepOf(openTotp(crypto, account.id, account.totp_secret), code, account.now)
  if (typeof step !== 'number') return false
  const used = await tx.query(sql`update accounts set totp_last_step = ${step}
    where id = ${account.id} and totp_secret = ${account.totp_secret} and totp_last_step < ${step} returning id`)
  return used.length === 1
}

type NewSecret = { readonly secret: string; readonly address: string }

function newSecret(crypto: CryptoProvider, accountId: string, label: string): NewSecret & { cipher: string } {
  const secret = new Secret({ size: 20 })
  const cipher = crypto.encryptField(secret.base32, contextOf(accountId))
  return { secret: secret.base32, address: totpOf(secret, label).toString(), cipher }
}

/**
 * Gives an account a new second factor at once, for the operator's own doors. The secret leaves once, for the QR code
 * (`otpauth:` address), and is kept encrypted.
 * The count of used steps stays: a new secret does not make old times good again.
 */
export async function enrolTotp(
  tx: Tx,
  crypto: CryptoProvider,
  accountId: string,
  label: string,
): Promise<NewSecret> {
  const { cipher, ...shown } = newSecret(crypto, accountId, label)
  const [row] = await tx.query(
    sql`update accounts set totp_secret = ${cipher} where id = ${accountId} and login is not null returning id`,
  )
  if (!row) throw new Error('only a staff account has a second factor')
  return shown
}

type Holder = { readonly accountId: string; readonly sessionId: string }

/** Makes a secret that waits ten minutes for its first code; the account keeps its old one until then. Undefined for a resident's account. */
export async function offerTotp(
  tx: Tx,
  crypto: CryptoProvider,
  { accountId, sessionId }: Holder,
): Promise<(NewSecret & { readonly ticket: string }) | undefined> {
  const [account] = await tx.query<{ login: string }>(
    sql`select login from accounts where id = ${accountId} and login is not null`,
  )
  if (!account) return undefined
  const { cipher, ...shown } = newSecret(crypto, accountId, account.login)
  const ticket = newToken()
  await tx.query(sql`insert into factor_challenges (id, purpose, nonce_hash, account_id, session_id, totp_secret, created_at, expires_at)
    values (${newId()}, 'enrolTotp', ${hashToken(ticket)}, ${accountId}, ${sessionId}, ${cipher}, app_now(), app_now() + make_interval(secs => ${TICKET_SECONDS}))`)
  return { ...shown, ticket }
}

/**
 * Takes an offered secret into use by its first code, in the caller's transaction, which must commit either way: a wrong
 * code costs one of five tries. The step is used up with it. @returns whether it was right
 */
export async function takeTotp(
  tx: Tx,
  crypto: CryptoProvider,
  { accountId, sessionId }: Holder,
  { ticket, code }: { readonly ticket: string; readonly code: string },
): Promise<boolean> {
  const [offered] = await tx.query<{ id: string; totp_secret: string; now: number }>(sql`
    update factor_challenges set tries = tries + 1
    where nonce_hash = ${hashToken(ticket) ?? null}::bytea and purpose = 'enrolTotp' and account_id = ${accountId} and session_id = ${sessionId}
      and tries < ${MOST_TRIES} and expires_at > app_now()
    returning id, totp_secret, (extract(epoch from app_now()) * 1000)::float8 as now`)
  const step = offered && stepOf(openTotp(crypto, accountId, offered.totp_secret), code, offered.now)
  if (!offered || step === undefined) return false
  await tx.query(sql`delete from factor_challenges where id = ${offered.id}`)
  const taken =
    await tx.query(sql`update accounts set totp_secret = ${offered.totp_secret}, totp_last_step = greatest(totp_last_step, ${step})
    where id = ${accountId} and disabled_at is null returning id`)
  return taken.length === 1
}
