import { setTimeout as delay } from 'node:timers/promises'
import { verify } from '@node-rs/argon2'
import sql, { type Sql } from 'sql-template-tag'
import { auditStatement } from '../audit/audit.ts'
import type { CryptoProvider } from '../crypto/provider.ts'
import type { Database, Tx } from '../db/database.ts'
import type { FindPerson } from './accounts.ts'
import { type Actor, systemScope } from './actor.ts'
import { spendPasskey } from './passkeys/passkeys.ts'
import type { Answer, Site } from './passkeys/verify.ts'
import type { BreachedPasswords } from './passwordRules/breachedFile.ts'
import { commonPasswords } from './passwordRules/commonPasswords.ts'
import { coresOf, type Flaw, flawOf } from './passwordRules/flaws.ts'
import { keptPassword } from './passwordsKept.ts'
import { weakPassword, wrongOldPassword, wrongPassword } from './problems.ts'
import { SECURITY_PROFILES, type SecurityProfile } from './securityProfile.ts'
import { createSession, type NewSession, revokeOthersStatement, unprovedStatement } from './sessions.ts'
import { signInStatement } from './signIns.ts'
import { proveAgain } from './stepUp.ts'
import { openTotp, stepOf } from './totp.ts'

const MOST_TRIES = 5
const LOCK = '15 minutes'
/** A failure is answered no sooner than this, so that its time says nothing about the login. */
const FAILURE_MILLISECONDS = 600

export type PasswordsOptions = {
  db: Database
  crypto: CryptoProvider
  findPerson: FindPerson
  /** Names that anybody would guess of the person: their own, and those of their places. */
  wordsAbout?: (actor: Actor) => Promise<readonly string[]>
  profile?: SecurityProfile
  breached?: BreachedPasswords | undefined
  failureMilliseconds?: number
}
/** With a code or, in place of it, what a passkey answered; with neither before an account has its first factor. */
export type PasswordSignIn = {
  readonly login: string
  readonly password: string
  readonly code?: string | undefined
  readonly passkey?: Answer | undefined
}
export type PasswordChange = {
  readonly old: string
  readonly password: string
  /** The code of the authenticator, where the person showed no factor in this session lately. */
  readonly code?: string | undefined
}
export type Passwords = {
  /**
   * Trades login, password and a second factor for a session. A password that was handed out opens one while it is good,
   * without a factor where there is none yet: nothing can be done in it but choosing a password and enrolling a factor.
   * @throws wrongPassword, always the same
   */
  signIn(region: number, tried: PasswordSignIn, site: Site): Promise<NewSession>
  /** Changes one's own password and ends one's other sessions. @throws wrongOldPassword, proveAgain, weakPassword */
  change(me: Actor, change: PasswordChange): Promise<void>
}

export function openPasswords(options: PasswordsOptions): Passwords {
  const nobody = keptPassword('nobody has this password') // unknown logins cost the same work
  const soonest = () => delay(options.failureMilliseconds ?? FAILURE_MILLISECONDS)
  return {
    signIn: async (region, tried, site) => {
      const earliest = soonest()
      const session = await attempt(options, region, tried, site, nobody)
      if (session) return session
      await earliest
      throw wrongPassword()
    },
    change: async (me, change) => {
      const earliest = soonest()
      const account = await proven(options, me, change)
      if (!account) {
        await earliest
        throw wrongOldPassword()
      }
      const flaw = await flawIn(options, me, account, change.password)
      if (flaw) throw weakPassword(flaw)
      await writeChange(options, me, account, change.password)
    },
  }
}

type Tried = {
  id: string
  login: string
  password_hash: string | null
  totp_secret: string | null
  earlier: string[]
  /** Has no second factor yet, and what was handed out is still good. */
  is_starting: boolean
  now: number
}

async function attempt(
  { db, crypto, findPerson }: PasswordsOptions,
  region: number,
  { login, password, code, passkey }: PasswordSignIn,
  site: Site,
  nobody: Promise<string>,
): Promise<NewSession | undefined> {
  const account = await countTry(db, sql`login = ${login.toLowerCase()}`)
  const isPassword = await verify(account?.password_hash ?? (await nobody), password)
  if (!account) {
    await db.transaction(systemScope(region), (tx) =>
      tx.query(signInStatement({ region }, 'signInWithPassword', false)),
    )
    return undefined
  }
  return db.transaction(systemScope(region), async (tx) => {
    const shown = isPassword && (await shownFactor(tx))
    const entered = shown && (await enter(tx, account, shown))
    const personId = entered ? await findPerson(tx, region, account.id) : undefined
    const actor = { region, accountId: account.id, personId }
    await tx.query(signInStatement(actor, 'signInWithPassword', personId !== undefined))
    if (!personId) return undefined
    const session = await createSession(tx, { accountId: account.id, region, personId }, 'password')
    if (shown === 'none') await tx.query(unprovedStatement(session.sessionId))
    return session
  })

  async function shownFactor(tx: Tx): Promise<ShownFactor | undefined> {
    if (!account) return undefined
    if (passkey)
      return (await spendPasskey(tx, site, passkey, AT_SIGN_IN)) === account.id ? 'passkey' : undefined
    return account.is_starting ? 'none' : stepFor(crypto, account, code)
  }
}

/** A one-time code by its step, a passkey, or none before there is a first one. */
type ShownFactor = number | 'passkey' | 'none'

const AT_SIGN_IN = { purpose: 'signInWithPasskey' } as const

/** The step that the code uses up, or undefined when it is wrong or missing. */
const stepFor = (crypto: CryptoProvider, account: Tried, code: string | undefined): number | undefined =>
  account.totp_secret && code
    ? stepOf(openTotp(crypto, account.id, account.totp_secret), code, account.now)
    : undefined

/** Clears the count of wrong tries, unless the password was changed meanwhile. */
async function clearTries(db: Database, { id, password_hash: kept }: Tried): Promise<boolean> {
  const rows = await db.global(
    sql`update accounts set failed_tries = 0, locked_until = null where id = ${id} and password_hash = ${kept} returning id`,
  )
  return rows.length === 1
}

/**
 * Counts the try before the password is looked at, in one conditional UPDATE: a hundred tries at once are still five.
 * The fifth locks; the right password on it unlocks again.
 */
async function countTry(db: Database, which: Sql): Promise<Tried | undefined> {
  const [row] = await db.global<Tried>(sql`
    update accounts set
      failed_tries = case when locked_until is null then failed_tries + 1 else 1 end,
      locked_until = case when locked_until is null and failed_tries + 1 >= ${MOST_TRIES} then app_now() + ${LOCK}::interval end
    where ${which} and disabled_at is null and (locked_until is null or locked_until <= app_now())
    returning id, login, password_hash, totp_secret, earlier_passwords as earlier,
      totp_secret is null and coalesce(start_until > app_now(), false)
        and not exists (select from passkeys where account_id = accounts.id) as is_starting,
      (extract(epoch from app_now()) * 1000)::float8 as now`)
  return row
}

/**
 * Uses the code's step up (each is good once) and clears the count. False when the step or the password is spent, when a
 * password that was handed out is too old, and when the account has got a factor since.
 */
async function enter(tx: Tx, account: Tried, shown: ShownFactor): Promise<boolean> {
  const isGood =
    shown === 'passkey'
      ? sql`true`
      : shown === 'none'
        ? sql`totp_secret is null and start_until > app_now()`
        : sql`totp_secret = ${account.totp_secret} and totp_last_step < ${shown}`
  const step = typeof shown === 'number' ? shown : 0
  const [entered] = await tx.query(sql`
    update accounts set totp_last_step = greatest(totp_last_step, ${step}), failed_tries = 0, locked_until = null
    where id = ${account.id} and password_hash = ${account.password_hash} and disabled_at is null
      and (password_set_at is not null or start_until > app_now()) and ${isGood}
    returning id`)
  return entered !== undefined
}

/** Whether it is the account's owner who asks: the old password, and a factor shown in this session lately or now. */
async function proven(
  { db, crypto }: PasswordsOptions,
  me: Actor,
  { old, code }: PasswordChange,
): Promise<Tried | undefined> {
  const account = await countTry(db, sql`id = ${me.accountId} and login is not null`)
  if (!account?.password_hash || !(await verify(account.password_hash, old))) return undefined
  if (me.isProved || account.is_starting) return (await clearTries(db, account)) ? account : undefined
  if (code === undefined || !account.totp_secret) throw proveAgain()
  const step = stepFor(crypto, account, code)
  if (step === undefined) return undefined
  return (await db.globalTransaction((tx) => enter(tx, account, step))) ? account : undefined
}

async function flawIn(
  { wordsAbout, profile = SECURITY_PROFILES.standard, breached }: PasswordsOptions,
  me: Actor,
  account: Tried,
  password: string,
): Promise<Flaw | undefined> {
  const flaw = flawOf(password, [account.login, ...((await wordsAbout?.(me)) ?? [])], profile)
  if (flaw) return flaw
  const common = await commonPasswords()
  if (coresOf(password).some((core) => common.has(core))) return 'common'
  if (await breached?.has(password)) return 'leaked'
  const used = [account.password_hash, ...account.earlier.slice(0, profile.keepEarlier)]
  for (const kept of used) if (kept && (await verify(kept, password))) return 'earlier'
  return undefined
}

async function writeChange(
  { db, profile = SECURITY_PROFILES.standard }: PasswordsOptions,
  me: Actor,
  account: Tried,
  password: string,
): Promise<void> {
  const earlier = [account.password_hash, ...account.earlier].slice(0, profile.keepEarlier)
  const kept = await keptPassword(password)
  await db.transaction(systemScope(me.region), async (tx) => {
    const [changed] = await tx.query(sql`
      update accounts set password_hash = ${kept}, password_set_at = app_now(), earlier_passwords = ${earlier}::text[]
      where id = ${me.accountId} and password_hash = ${account.password_hash} and disabled_at is null returning id`)
    if (!changed) throw wrongOldPassword()
    await tx.query(revokeOthersStatement(me.accountId, me.sessionId))
    await tx.query(
      auditStatement(me, { action: 'changeMyPassword', subjectKind: 'account', subjectId: me.accountId }),
    )
  })
}
