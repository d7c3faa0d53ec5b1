import { auditStatement } from '../../../kernel/audit/audit.ts'
import { forgetFactorStatements } from '../../../kernel/auth/accountStatements.ts'
import { createStaffAccount as createAccount } from '../../../kernel/auth/accounts.ts'
import { type Actor, scopeOf } from '../../../kernel/auth/actor.ts'
import { type HandedOut, handOutPassword } from '../../../kernel/auth/passwordsKept.ts'
import { loginTaken } from '../../../kernel/auth/problems.ts'
import { type Tx, violated } from '../../../kernel/db/database.ts'
import type { Deps } from '../../../kernel/deps.ts'
import { newId } from '../../../kernel/ids.ts'
import { demandSecurity } from '../accountPolicy.ts'
import { accountExists, nameDiffers, phoneTaken } from '../errors.ts'
import { personByPhone } from '../store/identity.ts'
import { giveLogin, insertPersonStatement, keptPhone, linkAccount, personById } from '../store/people.ts'

type Wanted = { readonly login: string; readonly name: string; readonly phone?: string }
export type NewAccount = HandedOut & { readonly id: string; readonly login: string }

/**
 * Opens a staff account with a password made by chance, shown this once; its owner chooses their own and enrols a second
 * factor at the first sign-in. Whose number is registered keeps the entry and the posts, and uses the staff door from now
 * on; the name must be the registered one, so that nobody's account is given to another.
 * @throws forbidden, nameDiffers, accountExists, loginTaken, phoneTaken
 */
export async function createStaffAccount(deps: Deps, me: Actor, wanted: Wanted): Promise<NewAccount> {
  demandSecurity(me)
  const login = wanted.login.toLowerCase()
  const known = wanted.phone ? await personByPhone(deps.db, deps.crypto, me.region, wanted.phone) : undefined
  if (known && known.name !== '' && known.name !== wanted.name) throw nameDiffers()
  const person = known && (await personById(deps.db, me.region, known.personId))
  try {
    return await deps.db.transaction(scopeOf(me), async (tx) => {
      const id = person?.accountId
        ? await givenLogin(tx, person.accountId, login)
        : await newAccount(deps, tx, me.region, { ...wanted, login }, person?.id)
      for (const statement of forgetFactorStatements(id)) await tx.query(statement)
      const handedOut = await handOutPassword(tx, id)
      const entry = { action: 'createStaffAccount', subjectKind: 'account', subjectId: id }
      await tx.query(auditStatement(me, entry))
      return { id, login, ...handedOut }
    })
  } catch (error) {
    if (violated(error) === 'people_phone') throw phoneTaken()
    throw violated(error) === 'accounts_login_key' ? loginTaken() : error
  }
}

async function givenLogin(tx: Tx, accountId: string, login: string): Promise<string> {
  if (!(await giveLogin(tx, accountId, login))) throw accountExists()
  return accountId
}

/** A new account, for somebody of the register or somebody new to it. */
async function newAccount(
  { crypto }: Deps,
  tx: Tx,
  region: number,
  { login, name, phone }: Wanted,
  personId: string | undefined,
): Promise<string> {
  const accountId = await createAccount(tx, login)
  const id = personId ?? newId()
  const kept = phone === undefined ? null : keptPhone(crypto, region, phone)
  if (personId === undefined)
    await tx.query(insertPersonStatement(region, { id, name, phone: kept, path: '/', householdId: null }))
  await linkAccount(tx, region, id, accountId)
  return accountId
}
