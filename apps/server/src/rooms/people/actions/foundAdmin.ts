import { randomBytes } from 'node:crypto'
import { auditStatement } from '../../../kernel/audit/audit.ts'
import { createStaffAccount } from '../../../kernel/auth/accounts.ts'
import { systemScope } from '../../../kernel/auth/actor.ts'
import { setPassword } from '../../../kernel/auth/passwordsKept.ts'
import { enrolTotp } from '../../../kernel/auth/totp.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { newId } from '../../../kernel/ids.ts'
import { adminExists } from '../errors.ts'
import { insertPersonStatement, linkAccount } from '../store/people.ts'
import { countHolders, grantStatement } from '../store/posts.ts'

export type FirstAdmin = { login: string; password: string; totpUri: string }

/**
 * The first administrator of a region, made by the operator at the machine: afterwards people are appointed on the desk.
 * Password and second factor are random and shown this once.
 * @throws adminExists, loginTaken
 */
export async function foundAdmin(
  deps: Deps,
  region: number,
  { login, name }: { login: string; name: string },
): Promise<FirstAdmin> {
  const password = randomBytes(15).toString('base64url')
  const totpUri = await deps.db.transaction(systemScope(region), async (tx) => {
    if ((await countHolders(tx, region, 'regionAdmin')) > 0) throw adminExists()
    const accountId = await createStaffAccount(tx, login)
    const id = newId()
    await tx.query(insertPersonStatement(region, { id, name, phone: null, path: '/', householdId: null }))
    await linkAccount(tx, region, id, accountId)
    await setPassword(tx, accountId, password)
    await tx.query(
      grantStatement(region, { accountId, role: 'regionAdmin', areaPath: '/', unitId: null, postId: null }),
    )
    await tx.query(auditStatement({ region }, { action: 'foundAdmin', subjectKind: 'person', subjectId: id }))
    return (await enrolTotp(tx, deps.crypto, accountId, login)).address
  })
  return { login, password, totpUri }
}
