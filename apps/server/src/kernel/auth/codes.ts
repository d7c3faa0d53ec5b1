import { randomInt } from 'node:crypto'
import sql from 'sql-template-tag'
import type { CryptoProvider } from '../crypto/provider.ts'
import type { Database, Tx } from '../db/database.ts'
import { newId } from '../ids.ts'
import { findOrCreateAccount } from './accounts.ts'
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

/** The channel a code leaves by: an SMS adapter, or the screen in the demo. @throws when it was not taken over */
export type CodeSender = { send(phone: string, code: string): Promise<void> }

/** The people room's part of a first sign-in, in the same transaction. @returns the person's id in the region */
export type FindOrCreatePerson = (tx: Tx, region: number, accountId: string, phone: string) => Promise<string>

export type CodeLimits = {
  readonly secondsBetween: number
  readonly perDay: number
  /** All codes of the installation in 24 hours: messages cost money. */
  readonly budgetPerDay: number
}
const LIMITS: CodeLimits = { secondsBetween: 60, perDay: 10, budgetPerDay: 20_000 }
const MOST_TRIES = 5
const LIFE = '5 minutes'

export type Codes = {
  /** Sends a code to a phone; the same whether the phone is known or not. @returns the code, for the demo's screen only */
  request(phone: string): Promise<string>
  /** Trades a code for a session, once. @throws wrongCode, staffDoor, accountClosed */
  redeem(region: number, phone: string, code: string): Promise<NewSession>
  /** Deletes codes older than the limits look back. */
  sweep(): Promise<void>
}

export type CodesOptions = {
  db: Database
  crypto: CryptoProvider
  sender: CodeSender
  findOrCreatePerson: FindOrCreatePerson
  limits?: Partial<CodeLimits>
}

export function openCodes(options: CodesOptions): Codes {
  const { db, crypto, sender } = options
  const limits = { ...LIMITS, ...options.limits }
  const hashOf = (phone: string, code: string) => crypto.mac(Buffer.from(`sign-in-code:${phone}:${code}`))
  return {
    request: async (phone) => {
      const code = String(randomInt(1_000_000)).padStart(6, '0')
      await keepCode(db, crypto.lookUp(phone), hashOf(phone, code), limits)
      try {
        await sender.send(phone, code)
      } catch (cause) {
        throw Object.assign(codeNotSent(), { cause })
      }
      return code
    },
    redeem: (region, phone, code) => redeem(options, region, phone, hashOf(phone, code)),
    sweep: async () => {
      await db.global(sql`delete from sign_in_codes where created_at < app_now() - interval '2 days'`)
    },
  }
}

/** Requests for one phone queue behind a lock, so that two at once cannot both find the minute free. */
async function keepCode(
  db: Database,
  phoneIndex: Buffer,
  codeHash: Buffer,
  limits: CodeLimits,
): Promise<void> {
  const refusal = await db.globalTransaction(async (tx) => {
    await tx.query(sql`select pg_advisory_xact_lock(${phoneIndex.readBigInt64BE()}::bigint)`)
    const [sent] = await tx.query<{ just_now: boolean; today: number; everyone: number }>(sql`select
      exists (select from sign_in_codes where phone_hmac = ${phoneIndex}
        and created_at > app_now() - make_interval(secs => ${limits.secondsBetween})) as just_now,
      (select count(*) from sign_in_codes where phone_hmac = ${phoneIndex} and created_at > app_now() - interval '1 day') as today,
      (select count(*) from sign_in_codes where created_at > app_now() - interval '1 day') as everyone`)
    if (!sent) throw new Error('the codes could not be counted')
    if (sent.just_now) return codeTooSoon
    if (sent.today >= limits.perDay) return codesSpent
    if (sent.everyone >= limits.budgetPerDay) return budgetSpent
    await tx.query(sql`insert into sign_in_codes (id, phone_hmac, code_hash, created_at, expires_at)
      values (${newId()}, ${phoneIndex}, ${codeHash}, app_now(), app_now() + ${LIFE}::interval)`)
    return undefined
  })
  if (refusal) throw refusal()
}

/** Code, account, person and session in one transaction: a code is never lost to a failure half-way. */
async function redeem(
  { db, crypto, findOrCreatePerson }: CodesOptions,
  region: number,
  phone: string,
  codeHash: Buffer,
): Promise<NewSession> {
  const phoneIndex = crypto.lookUp(phone)
  const outcome = await db.transaction(systemScope(region), async (tx) => {
    // One conditional UPDATE tries the newest code: a right one is used up, a wrong one costs a try.
    const [tried] = await tx.query<{ right: boolean }>(sql`
      update sign_in_codes set
        used_at = case when code_hash = ${codeHash} then app_now() end,
        tries = tries + case when code_hash = ${codeHash} then 0 else 1 end
      where id = (select id from sign_in_codes where phone_hmac = ${phoneIndex} order by created_at desc, id desc limit 1)
        and used_at is null and tries < ${MOST_TRIES} and expires_at > app_now()
      returning used_at is not null as right`)
    if (!tried?.right) return wrongCode // returned, not thrown: the counted try must be committed
    const account = await findOrCreateAccount(tx, phoneIndex)
    if (account.isClosed) return accountClosed
    if (account.isStaff) return staffDoor
    const personId = await findOrCreatePerson(tx, region, account.id, phone)
    return createSession(tx, { accountId: account.id, region, personId }, 'phone')
  })
  if (typeof outcome === 'function') throw outcome()
  return outcome
}
