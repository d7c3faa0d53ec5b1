import type { Administrator } from '@linli/contract'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { createStaffAccount } from '../../../kernel/auth/accounts.ts'
import { systemScope } from '../../../kernel/auth/actor.ts'
import { handOutPassword } from '../../../kernel/auth/passwordsKept.ts'
import { enrolTotp } from '../../../kernel/auth/totp.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { newId } from '../../../kernel/ids.ts'
import { adminExists } from '../errors.ts'
import { insertPersonStatement, linkAccount } from '../store/people.ts'
import { countHolders, grantStatement } from '../store/posts.ts'

export type FirstAdmin = { login: string; password: string; until: string; totpUri: string }

/**
 * The first security administrator of a region, made by the operator at the machine: opens accounts for everybody else,
 * the other two administrators among them. Password and second factor are random and shown this once; the password is
 * good for three days and must be changed at the first sign-in. Also the way back when nobody who looks after accounts is left.
 * @throws adminExists, loginTaken
 */
export async function foundAdmin(
  deps: Deps,
  region: number,
  { login, name }: { login: string; name: string },
): Promise<FirstAdmin> {
  const role: Administrator = 'securityAdmin'
  return deps.db.transaction(systemScope(region), async (tx) => {
    if ((await countHolders(tx, region, role)) > 0) throw adminExists()
    const accountId = await createStaffAccount(tx, login)
    const id = newId()
    await tx.query(insertPersonStatement(region, { id, name, phone: null, path: '/', householdId: null }))
    await linkAccount(tx, region, id, accountId)
    const handedOut = await handOutPassword(tx, accountId)
    await tx.query(grantStatement(region, { accountId, role, areaPath: '/', unitId: null, postId: null }))
    await tx.query(
      auditStatement(
        { region },
        { action: 'foundAdmin', subjectKind: 'person', subjectId: id, facts: { role } },
      ),
    )
    const { address } = await enrolTotp(tx, deps.crypto, accountId, login)
    return { login, ...handedOut, totpUri: address }
  })
}
