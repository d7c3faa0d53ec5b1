import type { ProofBody, ProofWays } from '@linli/contract/kernel/factorShapes'
import type { Static } from '@linli/contract/schema'
import sql from 'sql-template-tag'
import { auditStatement } from '../audit/audit.ts'
import type { CryptoProvider } from '../crypto/provider.ts'
import type { Database, Tx } from '../db/database.ts'
import { maskPhone, phoneTail } from '../policy/mask.ts'
import { invalid, signInFirst } from '../problem.ts'
import { type Actor, scopeOf } from './actor.ts'
import type { Codes } from './codes.ts'
import { spendPasskey } from './passkeys/passkeys.ts'
import type { Site } from './passkeys/verify.ts'
import { noProofPhone, wrongProof } from './problems.ts'
import { type NewSession, renewProved, type Sessions } from './sessions.ts'
import { spendTotp } from './totp.ts'

const MOST_TRIES = 5
const LOCK = '15 minutes'

export type ProofsOptions = {
  readonly db: Database
  readonly crypto: CryptoProvider
  readonly codes: Codes
  readonly sessions: Sessions
  /** The person's own phone, in clear, from the people room; undefined when none is known. */
  phoneOf(actor: Actor): Promise<string | undefined>
}
export type Proofs = {
  ways(me: Actor): Promise<Static<typeof ProofWays>>
  /** Sends a code to the person's own phone, good for a proof in this session only. @throws noProofPhone and what `codes.request` throws */
  sendCode(me: Actor): Promise<string>
  /** Trades one proof for fifteen minutes and a new token. Five wrong ones lock for a quarter of an hour. @throws wrongProof */
  prove(me: Actor, proof: Static<typeof ProofBody>, site: Site): Promise<NewSession>
}

const purposeOf = ({ sessionId }: Actor): string => `prove-${sessionId}`

/** Showing once more, in the same session, that it is the person who signed in: docs/decisions/0023. */
export function openProofs(options: ProofsOptions): Proofs {
  const { db, codes, sessions } = options
  const phoneOf = async (me: Actor): Promise<string | undefined> => {
    const phone = await options.phoneOf(me)
    return phone && (await signsInBy(options, me, phone)) ? phone : undefined
  }
  return {
    ways: async (me) => {
      const [has] = await db.global<{ totp: boolean; passkey: boolean }>(sql`
        select login is not null and totp_secret is not null as totp,
          exists (select from passkeys where account_id = accounts.id) as passkey
        from accounts where id = ${me.accountId}`)
      const phone = await phoneOf(me)
      const ways = [
        ...(phone ? (['code'] as const) : []),
        ...(has?.totp ? (['totp'] as const) : []),
        ...(has?.passkey ? (['passkey'] as const) : []),
      ]
      return { ways, phone: phone ? maskPhone(phoneTail(phone)) : null }
    },
    sendCode: async (me) => {
      const phone = await phoneOf(me)
      if (!phone) throw noProofPhone()
      return codes.request(me.region, phone, purposeOf(me))
    },
    prove: async (me, proof, site) => {
      const ways = (['code', 'totp', 'passkey'] as const).filter((way) => proof[way] !== undefined)
      const [way] = ways
      if (!way || ways.length > 1) throw invalid()
      const phone = way === 'code' ? await phoneOf(me) : undefined
      const outcome = await db.transaction(scopeOf(me), async (tx) => {
        const isRight = await tries(options, tx, me, proof, site, phone)
        const facts = { way, result: isRight ? 'proved' : 'refused' }
        await tx.query(
          auditStatement(me, { action: 'prove', subjectKind: 'account', subjectId: me.accountId, facts }),
        )
        if (!isRight) return wrongProof // returned, not thrown: the counted try must be committed
        return (await renewProved(tx, me.sessionId)) ?? signInFirst
      })
      sessions.forget(me.sessionId)
      if (typeof outcome === 'function') throw outcome()
      return outcome
    },
  }
}

/** A code goes to the phone the account signs in by and to no other that stands in the register; staff have none. */
async function signsInBy(
  { db, crypto }: Pick<ProofsOptions, 'db' | 'crypto'>,
  { accountId }: Actor,
  phone: string,
): Promise<boolean> {
  const [row] = await db.global(
    sql`select id from accounts where id = ${accountId} and login is null and phone_hmac = any(${crypto.lookUps(phone)}::bytea[])`,
  )
  return row !== undefined
}

/** The try is counted first and forgotten when it was right; the account's row makes tries at once queue. */
async function tries(
  { crypto, codes }: ProofsOptions,
  tx: Tx,
  me: Actor,
  { code, totp, passkey }: Static<typeof ProofBody>,
  site: Site,
  phone: string | undefined,
): Promise<boolean> {
  const [account] = await tx.query<{ id: string; totp_secret: string | null; now: number }>(sql`
    update accounts set
      failed_tries = case when locked_until is null then failed_tries + 1 else 1 end,
      locked_until = case when locked_until is null and failed_tries + 1 >= ${MOST_TRIES} then app_now() + ${LOCK}::interval end
    where id = ${me.accountId} and disabled_at is null and (locked_until is null or locked_until <= app_now())
    returning id, case when login is not null then totp_secret end as totp_secret, (extract(epoch from app_now()) * 1000)::float8 as now`)
  if (!account) return false
  const asked = { purpose: 'prove', accountId: me.accountId, sessionId: me.sessionId } as const
  const isRight =
    (code !== undefined && phone !== undefined && (await codes.spend(tx, phone, code, purposeOf(me)))) ||
    (totp !== undefined && (await spendTotp(tx, crypto, account, totp))) ||
    (passkey !== undefined && (await spendPasskey(tx, site, passkey, asked)) === me.accountId)
  if (isRight)
    await tx.query(sql`update accounts set failed_tries = 0, locked_until = null where id = ${me.accountId}`)
  return isRight
}
