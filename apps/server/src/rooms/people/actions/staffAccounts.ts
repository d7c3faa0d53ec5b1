import type { Sql } from 'sql-template-tag'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { disableStatement, enableStatement, unlockStatement } from '../../../kernel/auth/accountStatements.ts'
import { type Actor, scopeOf } from '../../../kernel/auth/actor.ts'
import { revokeAllStatement } from '../../../kernel/auth/sessions.ts'
import { Refused } from '../../../kernel/db/database.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { notFound, stale } from '../../../kernel/problem.ts'
import { demandSecurity } from '../accountPolicy.ts'
import { lastAdmin, ownAccount } from '../errors.ts'
import { type StaffAccount, staffAccount } from '../store/accounts.ts'
import type { Answer, Asked } from '../store/asked.ts'
import { keepAdministrators, lockAdmins } from '../store/posts.ts'

/** Somebody else's staff account in the caller's region. @throws forbidden, notFound, ownAccount */
export async function othersAccount({ db }: Deps, me: Actor, id: string): Promise<StaffAccount> {
  demandSecurity(me)
  const account = await staffAccount(db, me, id)
  if (!account) throw notFound()
  if (account.id === me.accountId) throw ownAccount()
  return account
}

type Act = {
  readonly action: string
  readonly reason?: string
  readonly statements: readonly Sql[]
}

/** Does something to somebody else's account, records it and keeps the answer, in one commit. */
async function act(deps: Deps, { me, remember }: Asked, id: string, { action, reason, statements }: Act) {
  await othersAccount(deps, me, id)
  const answer: Answer = { id }
  const entry = { action, subjectKind: 'account', subjectId: id, ...(reason ? { reason } : {}) }
  try {
    await deps.db.commit(scopeOf(me), [...statements, auditStatement(me, entry), remember(answer)])
  } catch (error) {
    if (error instanceof Refused && error.code === 'lastAdmin') throw lastAdmin()
    throw error instanceof Refused && error.code === 'stale' ? stale() : error
  }
  return answer
}

/** Closes an account and ends its sessions. @throws forbidden, notFound, ownAccount, lastAdmin, stale */
export const disableStaffAccount = (deps: Deps, asked: Asked, id: string, reason: string) =>
  act(deps, asked, id, {
    action: 'disableStaffAccount',
    reason,
    statements: [
      lockAdmins(asked.me.region),
      disableStatement(id),
      revokeAllStatement(id),
      keepAdministrators(asked.me.region, id),
    ],
  })

/** Opens a closed account again; its posts are what they were. @throws forbidden, notFound, ownAccount, stale */
export const enableStaffAccount = (deps: Deps, asked: Asked, id: string, reason: string) =>
  act(deps, asked, id, { action: 'enableStaffAccount', reason, statements: [enableStatement(id)] })

/** Ends the wait after five wrong tries. @throws forbidden, notFound, ownAccount */
export const unlockStaffAccount = (deps: Deps, asked: Asked, id: string) =>
  act(deps, asked, id, { action: 'unlockStaffAccount', statements: [unlockStatement(id)] })

/** Signs somebody out wherever they are. @throws forbidden, notFound, ownAccount */
export const endStaffSessions = (deps: Deps, asked: Asked, id: string, reason: string) =>
  act(deps, asked, id, { action: 'endStaffSessions', reason, statements: [revokeAllStatement(id)] })
