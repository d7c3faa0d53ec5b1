import { auditStatement } from '../../../kernel/audit/audit.ts'
import { forgetFactorStatements } from '../../../kernel/auth/accountStatements.ts'
import { type Actor, scopeOf } from '../../../kernel/auth/actor.ts'
import { handOutPassword } from '../../../kernel/auth/passwordsKept.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { accountNeeded } from '../errors.ts'
import type { NewAccount } from './createStaffAccount.ts'
import { othersAccount } from './staffAccounts.ts'

/**
 * Hands out a new password for somebody else's account, shown this once, and ends its sessions. Who lost the phone, too,
 * gets the second factor taken off with it: whoever comes with the new password enrols the next one.
 * @throws forbidden, notFound, ownAccount, accountNeeded
 */
export async function resetStaffAccount(
  deps: Deps,
  me: Actor,
  id: string,
  { factor, reason }: { readonly factor: boolean; readonly reason: string },
): Promise<NewAccount> {
  const { login } = await othersAccount(deps, me, id)
  if (login === null) throw accountNeeded()
  return deps.db.transaction(scopeOf(me), async (tx) => {
    if (factor) for (const statement of forgetFactorStatements(id)) await tx.query(statement)
    const handedOut = await handOutPassword(tx, id)
    const entry = { action: 'resetStaffAccount', subjectKind: 'account', subjectId: id }
    await tx.query(auditStatement(me, { ...entry, reason, facts: { factor } }))
    return { id, login, ...handedOut }
  })
}
