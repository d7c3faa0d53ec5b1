import { setTimeout as delay } from 'node:timers/promises'
import { hash, verify } from '@node-rs/argon2'
import sql from 'sql-template-tag'
import { auditStatement } from '../audit/audit.ts'
import type { CryptoProvider } from '../crypto/provider.ts'
import type { Database, Tx } from '../db/database.ts'
import { systemScope } from './actor.ts'
import { weakPassword, wrongPassword } from './problems.ts'
import { createSession, type NewSession, revokeAllStatement } from './sessions.ts'
import { openTotp, stepOf } from './totp.ts'

const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } // OWASP password storage; the package's default variant is argon2id
const MOST_TRIES = 5
const LOCK = '15 minutes'
const SHORTEST = 12
/** A failure is answered no sooner than this, so that its time says nothing about the login. */
const FAILURE_MILLISECONDS = 600

/** The person behind a staff account in a region, or undefined when the account has none there. */
export type FindPerson = (tx: Tx, region: number, accountId: string) => Promise<string | undefined>

export type PasswordsOptions = {
  db: Database
  crypto: CryptoProvider
  findPerson: FindPerson
  failureMilliseconds?: number
}
export type PasswordSignIn = { readonly login: string; readonly password: string; readonly code: string }
export type Passwords = {
  /** Trades login, password and one-time code for a session. @throws wrongPassword, always the same */
  signIn(region: number, tried: PasswordSignIn): Promise<NewSession>
}

export function openPasswords(options: PasswordsOptions): Passwords {
  const nobody = hash('nobody has this password', ARGON2ID) // unknown logins cost the same work
  return {
    signIn: async (region, tried) => {
      const soonest = delay(options.failureMilliseconds ?? FAILURE_MILLISECONDS)
      const session = await attempt(options, region, tried, nobody)
      if (session) return session
      await soonest
      throw wrongPassword()
    },
  }
}

type Tried = { id: string; password_hash: string | null; totp_secret: string | null; now: number }

async function attempt(
  { db, crypto, findPerson }: PasswordsOptions,
  region: number,
  { login, password, code }: PasswordSignIn,
  nobody: Promise<string>,
): Promise<NewSession | undefined> {
  const account = await countTry(db, login.toLowerCase())
  const isPassword = await verify(account?.password_hash ?? (await nobody), password)
  const step =
    account?.totp_secret && isPassword
      ? stepOf(openTotp(crypto, account.id, account.totp_secret), code, account.now)
      : undefined
  if (!account) return undefined
  return db.transaction(systemScope(region), async (tx) => {
    const personId = step === undefined ? undefined : await enter(tx, account, step, region, findPerson)
    const result = personId ? 'entered' : 'refused'
    await tx.query(
      auditStatement(
        { region, accountId: account.id, personId },
        { action: 'signInWithPassword', subjectKind: 'account', subjectId: account.id, facts: { result } },
      ),
    )
    return personId ? createSession(tx, { accountId: account.id, region, personId }, 'password') : undefined
  })
}

/**
 * Counts the try before the password is looked at, in one conditional UPDATE: a hundred tries at once are still five.
 * The fifth locks; the right password on it unlocks again.
 */
async function countTry(db: Database, login: string): Promise<Tried | undefined> {
  const [row] = await db.global<Tried>(sql`
    update accounts set
      failed_tries = case when locked_until is null then failed_tries + 1 else 1 end,
      locked_until = case when locked_until is null and failed_tries + 1 >= ${MOST_TRIES} then app_now() + ${LOCK}::interval end
    where login = ${login} and disabled_at is null and (locked_until is null or locked_until <= app_now())
    returning id, password_hash, totp_secret, (extract(epoch from app_now()) * 1000)::float8 as now`)
  return row
}

/** Uses the code's step up (each is good once) and clears the count. Undefined when the step or the password is spent. */
async function enter(
  tx: Tx,
  account: Tried,
  step: number,
  region: number,
  findPerson: FindPerson,
): Promise<string | undefined> {
  const [entered] = await tx.query(sql`
    update accounts set totp_last_step = ${step}, failed_tries = 0, locked_until = null
    where id = ${account.id} and totp_last_step < ${step} and password_hash = ${account.password_hash} and disabled_at is null
    returning id`)
  return entered ? findPerson(tx, region, account.id) : undefined
}

/**
 * Sets a staff password, ends the account's sessions and unlocks it; `sessions.forget(accountId)` after the commit.
 * @throws weakPassword (shorter than 12, holds the login, fewer than five different characters)
 */
export async function setPassword(tx: Tx, accountId: string, password: string): Promise<void> {
  const [account] = await tx.query<{ login: string | null }>(
    sql`select login from accounts where id = ${accountId}`,
  )
  const letters = [...password]
  const holdsLogin = account?.login && password.toLowerCase().includes(account.login)
  if (!account?.login || letters.length < SHORTEST || new Set(letters).size < 5 || holdsLogin)
    throw weakPassword()
  await tx.query(sql`update accounts set password_hash = ${await hash(password, ARGON2ID)}, failed_tries = 0, locked_until = null
    where id = ${accountId}`)
  await tx.query(revokeAllStatement(accountId))
}
