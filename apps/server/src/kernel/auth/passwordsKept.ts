import { randomInt } from 'node:crypto'
import { hash } from '@node-rs/argon2'
import sql from 'sql-template-tag'
import type { Tx } from '../db/database.ts'
import { flawOf } from './passwordRules/flaws.ts'
import { weakPassword } from './problems.ts'
import { SECURITY_PROFILES } from './securityProfile.ts'
import { revokeAllStatement } from './sessions.ts'

const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } // OWASP password storage; the package's default variant is argon2id
/** What was handed out and never taken into use is worthless after that (ASVS 5.0 6.4.1). */
const START = '3 days'
/** Without what looks or sounds alike: it is read from a screen or aloud. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz23456789'
const GROUPS = 5
const GROUP = 4

/** A password as it is kept: argon2id. */
export const keptPassword = (password: string): Promise<string> => hash(password, ARGON2ID)

/**
 * Sets a staff password that its owner chose, ends the account's sessions and unlocks it; `sessions.forget(accountId)`
 * after the commit. For what only the house itself does: people change theirs by `passwords.change`, which asks the lists too.
 * @throws weakPassword
 */
export async function setPassword(tx: Tx, accountId: string, password: string): Promise<void> {
  const [account] = await tx.query<{ login: string | null }>(
    sql`select login from accounts where id = ${accountId}`,
  )
  const flaw = account?.login
    ? flawOf(password, [account.login], SECURITY_PROFILES.standard)
    : ('context' as const)
  if (flaw) throw weakPassword(flaw)
  await tx.query(sql`update accounts set password_hash = ${await keptPassword(password)}, password_set_at = app_now(),
      failed_tries = 0, locked_until = null where id = ${accountId}`)
  await tx.query(revokeAllStatement(accountId))
}

export type HandedOut = { readonly password: string; readonly until: string }

/**
 * Gives a staff account a random password, to be shown once to whoever hands it over: it opens the door for three days,
 * and only as far as choosing an own one. Unlocks the account and ends its sessions; `sessions.forget(accountId)` after the commit.
 */
export async function handOutPassword(tx: Tx, accountId: string): Promise<HandedOut> {
  const password = Array.from({ length: GROUPS }, () =>
    Array.from({ length: GROUP }, () => ALPHABET[randomInt(ALPHABET.length)]).join(''),
  ).join('-')
  const [row] = await tx.query<{ until: string }>(sql`
    update accounts set password_hash = ${await keptPassword(password)}, password_set_at = null, start_until = app_now() + ${START}::interval,
      failed_tries = 0, locked_until = null
    where id = ${accountId} and login is not null returning start_until as until`)
  if (!row) throw new Error('only a staff account has a password')
  await tx.query(revokeAllStatement(accountId))
  return { password, until: row.until }
}
