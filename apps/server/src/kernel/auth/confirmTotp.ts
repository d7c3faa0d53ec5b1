import { auditStatement } from '../audit/audit.ts'
import type { CryptoProvider } from '../crypto/provider.ts'
import type { Database } from '../db/database.ts'
import { signInFirst } from '../problem.ts'
import { type Actor, scopeOf } from './actor.ts'
import { wrongFirstCode } from './problems.ts'
import { type NewSession, renewProved, revokeOthersStatement, type Sessions } from './sessions.ts'
import { takeTotp } from './totp.ts'

type Needs = { readonly db: Database; readonly crypto: CryptoProvider; readonly sessions: Sessions }

/**
 * Takes one's new authenticator into use, the first one or in place of another; its first code is a proof of the person as
 * well. With the first factor every other session ends: a password alone had opened it. @throws wrongFirstCode
 */
export async function confirmTotp(
  { db, crypto, sessions }: Needs,
  me: Actor,
  ticket: { readonly ticket: string; readonly code: string },
): Promise<NewSession> {
  const outcome = await db.transaction(scopeOf(me), async (tx) => {
    const isRight = await takeTotp(tx, crypto, me, ticket)
    const facts = { result: isRight ? 'taken' : 'refused' }
    const subject = { subjectKind: 'account', subjectId: me.accountId } as const
    await tx.query(auditStatement(me, { action: 'confirmTotp', ...subject, facts }))
    if (!isRight) return wrongFirstCode // returned, not thrown: the counted try must be committed
    if (me.due === 'factor') await tx.query(revokeOthersStatement(me.accountId, me.sessionId))
    return (await renewProved(tx, me.sessionId)) ?? signInFirst
  })
  sessions.forget(me.accountId)
  if (typeof outcome === 'function') throw outcome()
  return outcome
}
