import { ADMINISTRATORS, type Administrator, type Post } from '@linli/contract'
import { idFrom } from '../drive/chance.ts'
import type { Call } from '../drive/client.ts'
import { systemScope } from '../kernel/auth/actor.ts'
import { grantStatement, personByPhone, registerCaller } from '../rooms/people/index.ts'
import { type Ground, operatorSession, REGION } from './ground.ts'
import { FOUNDER, SECURITY_FOUNDER } from './roster.ts'

type Tokens = (phone: string) => Promise<string>
type Founders = { readonly admin: string; readonly security: string }

/**
 * Nobody may appoint the first two administrators but the founding itself; everything after is their work: one looks
 * after the place, the other opens accounts and appoints. @returns their tokens
 */
export async function firstAdministrators(
  ground: Pick<Ground, 'db' | 'crypto'>,
  tokens: Tokens,
): Promise<Founders> {
  const first = async ({ phone, name }: typeof FOUNDER, role: Administrator): Promise<string> => {
    if (!(await personByPhone(ground.db, ground.crypto, REGION, phone))) {
      await registerCaller(ground.db, ground.crypto, REGION, phone, name, '/')
      const { accountId } = await operatorSession(ground, phone)
      await ground.db.commit(systemScope(REGION), [
        grantStatement(REGION, { accountId, role, areaPath: '/', unitId: null, postId: null }),
      ])
    }
    return tokens(phone)
  }
  return {
    admin: await first(FOUNDER, 'regionAdmin'),
    security: await first(SECURITY_FOUNDER, 'securityAdmin'),
  }
}

/** Which of the three a post makes its holder, if any. */
export const administratorOf = ({ roles }: Pick<Post, 'roles'>): Administrator | undefined =>
  ADMINISTRATORS.find((role) => roles.includes(role))

/** Opens a staff account for somebody of the register and appoints them one of the three. Safe to repeat. */
export async function appointed(
  call: Call,
  security: string,
  { name, phone }: { readonly name: string; readonly phone: string },
  role: Administrator,
): Promise<void> {
  const { items } = await call('listStaffAccounts', { query: { name, limit: 100 } }, security)
  const known = items.find((row) => row.name === name && row.login !== null)
  if (known?.administrator === role) return
  const login = `${role.toLowerCase()}.${phone.slice(-6)}`
  const id = known?.id ?? (await call('createStaffAccount', { body: { login, name, phone } }, security)).id
  const key = idFrom('appoint', phone, role)
  await call('appointAdministrator', { params: { id }, body: { role }, key }, security)
}
