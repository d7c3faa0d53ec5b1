import { randomInt } from 'node:crypto'
import sql from 'sql-template-tag'
import { auditStatement } from '../audit/audit.ts'
import type { CryptoProvider } from '../crypto/provider.ts'
import type { Database, Tx } from '../db/database.ts'
import { newId } from '../ids.ts'
import type { ProblemKind } from '../problem.ts'
import { type AccountOfNumber, findOrCreateAccount } from './accounts.ts'
import { systemScope } from './actor.ts'
import {
  accountClosed,
  budgetSpent,
  codeNotSent,
  codesSpent,
  codeTooSoon,
  staffDoor,
  wrongCode,
} from './problems.ts'
import { createSession, type NewSession } from './sessions.ts'
import { refuseSignIn, signInStatement } from './signIns.ts'

/** The channel a code leaves by: an SMS adapter, or the screen in the demo. @throws when it was not taken over */
export type CodeSender = { send(phone: string, code: string): Promise<void> }

/** The people room's part of a first sign-in, in the same transaction. @returns the person's id in the region */
export type FindOrCreatePerson = (tx: Tx, region: number, accountId: string, phone: string) => Promise<string>

/** What else a first entry brings about: binding another door to the account. */
export type AlsoOnEntering = (tx: Tx, entered: { accountId: string; personId: string }) => Promise<void>

export type CodeLimits = {
  readonly secondsBetween: number
  readonly perDay: number
  /** All codes of a region in 24 hours: messages cost money. */
  readonly budgetPerDay: number
}
const LIMITS: CodeLimits = { secondsBetween: 60, perDay: 10, budgetPerDay: 20_000 }
/** The shares of the budget, in percent, at which the operators are told. */
const TOLD_AT = [80, 100]
/** One key space of advisory locks for phones, one for regions' budgets. */
const BUDGET_LOCK = 0x636f6465
const MOST_TRIES = 5
const LIFE = '5 minutes'

export type Codes = {
  /** Sends a code to a phone; the same whether the phone is known or not. @returns the code, for the demo's screen only */
  request(region: number, phone: string, purpose?: string): Promise<string>
  /** Uses a code up in the caller's transaction, which must commit either way: a wrong one costs a try. @returns whether it was right */
  spend(tx: Tx, phone: string, code: string, purpose: string): Promise<boolean>
  /**
   * Trades a code for a session, once. `also` runs in the same transaction: what it refuses takes the trade back, and
   * the code stays good.
   * @throws wrongCode, staffDoor, accountClosed
   */
  redeem(region: number, phone: string, code: string, also?: AlsoOnEntering): Promise<NewSession>
  /** Deletes codes older than the limits look back. */
  sweep(): Promise<void>
}

export type CodesOptions = {
  db: Database
  crypto: CryptoProvider
  sender: CodeSender
  findOrCreatePerson: FindOrCreatePerson
  accountOfNumber: AccountOfNumber
  limits?: Partial<CodeLimits>
  /** Tells the operators, beside the record, that most or all of a region's budget is spent. */
  warn?: (line: { readonly [name: string]: unknown }) => void
}

export function openCodes(options: CodesOptions): Codes {
  const { db, crypto, sender } = options
  const limits = { ...LIMITS, ...options.limits }
  /** A code is good for what it was asked for: one sent to sign in proves nothing in a session, and the other way round. */
  const hashesOf = (phone: string, code: string, purpose = 'sign-in') =>
    crypto.macs(Buffer.from(`${purpose}-code:${phone}:${code}`))
  return {
    request: async (region, phone, purpose) => {
      const code = String(randomInt(1_000_000)).padStart(6, '0')
      const spent = await keepCode(db, region, crypto.lookUps(phone), hashesOf(phone, code, purpose), limits)
      if (spent)
        options.warn?.({ message: 'the budget of sign-in codes is being spent', region, percent: spent })
      try {
        await sender.send(phone, code)
      } catch (cause) {
        throw Object.assign(codeNotSent(), { cause })
      }
      return code
    },
    redeem: (region, phone, code, also) => redeem(options, region, phone, hashesOf(phone, code), also),
    spend: (tx, phone, code, purpose) => spend(tx, crypto.lookUps(phone), hashesOf(phone, code, purpose)),
    sweep: async () => {
      await db.global(sql`delete from sign_in_codes where created_at < app_now() - interval '2 days'`)
    },
  }
}

/**
 * Requests for one phone queue behind a lock, so that two at once cannot both find the minute free; those of a region
 * queue behind another for the moment of counting, so that the budget is never overdrawn.
 * @returns the share of the budget, in percent, that this code brought the region to, where operators are told of it
 */
async function keepCode(
  db: Database,
  region: number,
  phoneIndexes: readonly Buffer[],
  codeHashes: readonly Buffer[],
  limits: CodeLimits,
): Promise<number | undefined> {
  const one = phoneIndexes.toSorted(Buffer.compare)[0]?.readBigInt64BE() // the same for every process, whichever key writes
  const outcome = await db.transaction(systemScope(region), async (tx) => {
    await tx.query(sql`select pg_advisory_xact_lock(${one}::bigint),
      pg_advisory_xact_lock(${BUDGET_LOCK}, ${region})`)
    const [sent] = await tx.query<{ just_now: boolean; today: number; everyone: number }>(sql`select
      exists (select from sign_in_codes where phone_hmac = any(${[...phoneIndexes]}::bytea[])
        and created_at > app_now() - make_interval(secs => ${limits.secondsBetween})) as just_now,
      (select count(*) from sign_in_codes where phone_hmac = any(${[...phoneIndexes]}::bytea[]) and created_at > app_now() - interval '1 day') as today,
      (select count(*) from sign_in_codes where region_id = ${region} and created_at > app_now() - interval '1 day') as everyone`)
    if (!sent) throw new Error('the codes could not be counted')
    if (sent.just_now) return codeTooSoon
    if (sent.today >= limits.perDay) return codesSpent
    if (sent.everyone >= limits.budgetPerDay) return budgetSpent
    await tx.query(sql`insert into sign_in_codes (id, region_id, phone_hmac, code_hash, created_at, expires_at)
      values (${newId()}, ${region}, ${phoneIndexes[0]}, ${codeHashes[0]}, app_now(), app_now() + ${LIFE}::interval)`)
    return recordSpending(tx, region, sent.everyone + 1, limits.budgetPerDay)
  })
  if (typeof outcome === 'function') throw outcome()
  return outcome
}

/** Writes down, once a day each, that a region reached one of the shares. */
async function recordSpending(
  tx: Tx,
  region: number,
  spent: number,
  budget: number,
): Promise<number | undefined> {
  const percent = TOLD_AT.find((share) => spent === Math.ceil((budget * share) / 100))
  if (percent === undefined) return undefined
  const [told] =
    await tx.query(sql`select from audit_entries where region_id = ${region} and action = 'spendCodeBudget'
    and (facts ->> 'percent')::int = ${percent} and at > app_now() - interval '1 day' limit 1`)
  if (told) return undefined
  await tx.query(
    auditStatement(
      { region },
      { action: 'spendCodeBudget', subjectKind: 'region', facts: { percent, spent, budget } },
    ),
  )
  return percent
}

/** One conditional UPDATE tries the newest code: a right one is used up, a wrong one costs a try. */
async function spend(
  tx: Tx,
  phoneIndexes: readonly Buffer[],
  codeHashes: readonly Buffer[],
): Promise<boolean> {
  const isRight = sql`code_hash = any(${[...codeHashes]}::bytea[])`
  const [tried] = await tx.query<{ right: boolean }>(sql`
      update sign_in_codes set
        used_at = case when ${isRight} then app_now() end,
        tries = tries + case when ${isRight} then 0 else 1 end
      where id = (select id from sign_in_codes where phone_hmac = any(${[...phoneIndexes]}::bytea[]) order by created_at desc, id desc limit 1)
        and used_at is null and tries < ${MOST_TRIES} and expires_at > app_now()
      returning used_at is not null as right`)
  return tried?.right ?? false
}

/** Code, account, person and session in one transaction: a code is never lost to a failure half-way. */
async function redeem(
  { db, crypto, accountOfNumber, findOrCreatePerson }: CodesOptions,
  region: number,
  phone: string,
  codeHashes: readonly Buffer[],
  also?: AlsoOnEntering,
): Promise<NewSession> {
  const outcome = await db.transaction(systemScope(region), async (tx) => {
    const indexes = crypto.lookUps(phone)
    const refuse = (accountId: string | undefined, why: ProblemKind) =>
      refuseSignIn(tx, { region, accountId }, 'signInWithCode', why)
    // A refusal is returned, not thrown: the counted try and its record must be committed.
    if (!(await spend(tx, indexes, codeHashes))) return refuse(await accountOfPhone(tx, indexes), wrongCode)
    const registered = await accountOfNumber(tx, region, phone)
    const account = await findOrCreateAccount(tx, crypto, phone, registered)
    if (account.isClosed) return refuse(account.id, accountClosed)
    if (account.isStaff) return refuse(account.id, staffDoor)
    const personId = await findOrCreatePerson(tx, region, account.id, phone)
    await tx.query(signInStatement({ region, accountId: account.id, personId }, 'signInWithCode', true))
    await also?.(tx, { accountId: account.id, personId })
    return createSession(tx, { accountId: account.id, region, personId }, 'phone')
  })
  if (typeof outcome === 'function') throw outcome()
  return outcome
}

async function accountOfPhone(tx: Tx, phoneIndexes: readonly Buffer[]): Promise<string | undefined> {
  const [account] = await tx.query<{ id: string }>(
    sql`select id from accounts where phone_hmac = any(${[...phoneIndexes]}::bytea[])`,
  )
  return account?.id
}
