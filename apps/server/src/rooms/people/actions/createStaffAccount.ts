import sql from 'sql-template-tag'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { createStaffAccount as createAccount } from '../../../kernel/auth/accounts.ts'
import { type Actor, scopeOf } from '../../../kernel/auth/actor.ts'
import { setPassword } from '../../../kernel/auth/passwords.ts'
import { enrolTotp } from '../../../kernel/auth/totp.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { notFound } from '../../../kernel/problem.ts'
import { accountExists } from '../errors.ts'
import { demandAt } from '../policy.ts'
import { personById } from '../store.ts'

/**
 * Opens a staff account: login, first password and the second factor, whose key is shown this once.
 * @throws notFound, accountExists, loginTaken, weakPassword
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
  if (person.accountId) throw accountExists()
  const totpUri = await deps.db.transaction(scopeOf(me), async (tx) => {
    const accountId = await createAccount(tx, login)
    await setPassword(tx, accountId, password)
    const { address } = await enrolTotp(tx, deps.crypto, accountId, login)
    await tx.query(sql`with linked as (update people set account_id = ${accountId}::uuid where region_id = ${me.region} and id = ${id}::uuid and account_id is null returning 1)
      select refuse('stale') where not exists (select from linked)`)
    await tx.query(
      auditStatement(me, { action: 'createStaffAccount', subjectKind: 'person', subjectId: id, facts: {} }),
    )
    return address
  })
  return { login, totpUri }
}
