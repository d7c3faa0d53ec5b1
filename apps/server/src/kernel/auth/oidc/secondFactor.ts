import sql from 'sql-template-tag'
import type { CryptoProvider } from '../../crypto/provider.ts'
import type { Database, Tx } from '../../db/database.ts'
import { openTotp, stepOf } from '../totp.ts'

const MOST_TRIES = 5
const LOCK = '15 minutes'

type Tried = { readonly id: string; readonly totp_secret: string | null; readonly now: number }

/** Counts a try at the account's one-time code, before it is looked at, in the same count as tries at its password. */
export async function countTry(db: Database, accountId: string): Promise<Tried | undefined> {
  const [row] = await db.global<Tried>(sql`
    update accounts set
      failed_tries = case when locked_until is null then failed_tries + 1 else 1 end,
      locked_until = case when locked_until is null and failed_tries + 1 >= ${MOST_TRIES} then app_now() + ${LOCK}::interval end
    where id = ${accountId} and login is not null and disabled_at is null and (locked_until is null or locked_until <= app_now())
    returning id, totp_secret, (extract(epoch from app_now()) * 1000)::float8 as now`)
  return row
}

/** The step a right code belongs to. */
export const rightStep = (crypto: CryptoProvider, { id, totp_secret: secret, now }: Tried, code: string) =>
  secret === null ? undefined : stepOf(openTotp(crypto, id, secret), code, now)

/** Uses the step up and clears the count. @returns false when it was used before */
export async function useStep(tx: Tx, accountId: string, step: number): Promise<boolean> {
  const [used] =
    await tx.query(sql`update accounts set totp_last_step = ${step}, failed_tries = 0, locked_until = null
    where id = ${accountId} and totp_last_step < ${step} and disabled_at is null returning 1`)
  return used !== undefined
}
