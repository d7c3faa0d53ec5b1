import { auditStatement } from '../../../kernel/audit/audit.ts'
import { createStaffAccount as createAccount } from '../../../kernel/auth/accounts.ts'
import { type Actor, scopeOf } from '../../../kernel/auth/actor.ts'
import { setPassword } from '../../../kernel/auth/passwordsKept.ts'
import { loginTaken } from '../../../kernel/auth/problems.ts'
import { enrolTotp } from '../../../kernel/auth/totp.ts'
import { violated } from '../../../kernel/db/database.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { notFound } from '../../../kernel/problem.ts'
import { accountExists } from '../errors.ts'
import { demandAt } from '../policy.ts'
import { giveLogin, linkAccount, personById } from '../store/people.ts'

/**
 * Opens a staff account: login, first password and the second factor, whose key is shown this once. Somebody who
 * signed in by phone until now keeps the account and its posts, and uses the staff door from now on.
 * @throws notFound, forbidden, accountExists, loginTaken, weakPassword
 */
export async function createStaffAccount(
  deps: Deps,
  me: Actor,
  id: string,
  { login, password }: { login: string; password: string },
): Promise<{ login: string; totpUri: string }> {
  const person = await personById(deps.db, me.region, id)
  if (!person) throw notFound()
  demandAt('createStaffAccount', me, person.path ?? '/')
  try {
    const totpUri = await deps.db.transaction(scopeOf(me), async (tx) => {
      const accountId = person.accountId ?? (await createAccount(tx, login))
      if (!person.accountId) await linkAccount(tx, me.region, id, accountId)
      else if (!(await giveLogin(tx, accountId, login))) throw accountExists()
      await setPassword(tx, accountId, password)
      const { address } = await enrolTotp(tx, deps.crypto, accountId, login)
      await tx.query(
        auditStatement(me, { action: 'createStaffAccount', subjectKind: 'person', subjectId: id }),
      )
      return address
    })
    return { login, totpUri }
  } catch (error) {
    throw violated(error) === 'accounts_login_key' ? loginTaken() : error
  }
}
