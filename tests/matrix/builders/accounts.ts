import { newId } from '../../../apps/server/src/kernel/ids.ts'
import { plantStaff } from '../../kit/houseRows.ts'
import { type Aim, type Builder, type Builders, plain, regional } from './builder.ts'

const login = (): string => `clerk.${newId().slice(-12)}`
const staff = (body: object, role?: 'regionAdmin', more: Partial<Builder> = {}): Builder => ({
  cells: ['restricted', 'otherRegion'],
  build: async ({ world, ground }: Aim) => ({
    params: { id: await plantStaff(world, ground, login(), role) },
    body,
  }),
  ...more,
})
const reason = '手机丢了'

export const passwordBuilders: Builders = {
  getPasswordRules: plain(),
  // Nobody of the cast has a password: everybody signed in is told alike that the old one is wrong.
  changeMyPassword: plain(
    () => ({ body: { old: 'spring-lake-52-lamps', password: 'autumn-hill-25-kites' } }),
    {
      answers: [422],
    },
  ),
}

/** Names of colleagues stand on the duty board; nothing else of a person is in what these answer. */
export const accountBuilders: Builders = {
  listStaffAccounts: {
    ...regional(() => ({ query: { limit: '100' } })),
    shows: { 高: { rowsOf: 'listStaffAccounts' } },
  },
  createStaffAccount: regional(() => ({ body: { login: login(), name: '程新来' } })),
  resetStaffAccount: staff({ factor: true, reason }),
  disableStaffAccount: staff({ reason }),
  enableStaffAccount: {
    ...staff({ reason }),
    build: async ({ world, ground }) => {
      const id = await plantStaff(world, ground, login())
      await world.admin.query('update accounts set disabled_at = now() where id = $1', [id])
      return { params: { id }, body: { reason } }
    },
  },
  unlockStaffAccount: staff({}),
  endStaffSessions: staff({ reason }),
  appointAdministrator: staff({ role: 'auditor' }),
  dismissAdministrator: staff({ role: 'regionAdmin', reason }, 'regionAdmin'),
}
