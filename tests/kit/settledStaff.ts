import type { Role } from '@linli/contract'
import sql from 'sql-template-tag'
import type { House } from '../../apps/server/src/house/openHouse.ts'
import { createStaffAccount } from '../../apps/server/src/kernel/auth/accounts.ts'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { setPassword } from '../../apps/server/src/kernel/auth/passwordsKept.ts'
import { enrolTotp } from '../../apps/server/src/kernel/auth/totp.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { grantStatement } from '../../apps/server/src/rooms/people/index.ts'

export type SettledStaff = { readonly login: string; readonly password: string; readonly totpUri: string }

/**
 * Somebody whose staff account is in use already: a password of their own and an authenticator. New to the register
 * unless `personId` says whose account it is; `role` over the whole region, where one is given.
 */
export async function settledStaff(
  { db, crypto }: Pick<House, 'db' | 'crypto'>,
  { login, name, personId, role }: { login: string; name: string; personId?: string; role?: Role },
): Promise<SettledStaff> {
  const password = 'seven herons over the ferry'
  const totpUri = await db.transaction(systemScope(1), async (tx) => {
    const accountId = await createStaffAccount(tx, login)
    if (personId === undefined)
      await tx.query(sql`insert into people (region_id, id, account_id, name, path, created_at)
        values (1, ${newId()}, ${accountId}, ${name}, '/', app_now())`)
    else
      await tx.query(
        sql`update people set account_id = ${accountId} where region_id = 1 and id = ${personId}::uuid`,
      )
    await setPassword(tx, accountId, password)
    if (role)
      await tx.query(grantStatement(1, { accountId, role, areaPath: '/', unitId: null, postId: null }))
    return (await enrolTotp(tx, crypto, accountId, login)).address
  })
  return { login, password, totpUri }
}
