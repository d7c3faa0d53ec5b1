import sql from 'sql-template-tag'
import type { Tx } from '../db/database.ts'
import { revokeAllStatement } from './sessions.ts'

/**
 * Takes all second factors of an account away and ends its sessions: an administrator's help for somebody who lost them.
 * The next sign-in asks for a new one. Audit is the caller's; `sessions.forget(accountId)` after the commit.
 */
export async function clearFactors(tx: Tx, accountId: string): Promise<void> {
  await tx.query(sql`update accounts set totp_secret = null where id = ${accountId}`)
  await tx.query(sql`delete from passkeys where account_id = ${accountId}`)
  await tx.query(sql`delete from factor_challenges where account_id = ${accountId}`)
  await tx.query(revokeAllStatement(accountId))
}
