import { accountEndpoints } from '@linli/contract/people/accountEndpoints'
import type { Deps } from '../../kernel/deps.ts'
import { type Room, room } from '../../kernel/http/room.ts'
import { accountPolicy, demandSecurity } from './accountPolicy.ts'
import { appointAdministrator, dismissAdministrator } from './actions/administrators.ts'
import { createStaffAccount } from './actions/createStaffAccount.ts'
import { resetStaffAccount } from './actions/resetStaffAccount.ts'
import * as accounts from './actions/staffAccounts.ts'
import { listStaffAccounts } from './views/accounts.ts'

/** @param needs.grantsChanged told when an account's grants or sessions changed, so that the next request sees them */
export function accountsRoom(needs: Deps & { grantsChanged(accountId: string): void }): Room {
  const changed = async <T extends { readonly id: string }>(answer: Promise<T>): Promise<T> => {
    const done = await answer
    needs.grantsChanged(done.id)
    return done
  }
  return room({
    name: 'accounts',
    endpoints: accountEndpoints,
    policy: accountPolicy,
    handlers: {
      listStaffAccounts: async (q) => {
        demandSecurity(q.me)
        return listStaffAccounts(needs.db, q.me, q.query)
      },
      createStaffAccount: (q) => changed(createStaffAccount(needs, q.me, q.body)),
      resetStaffAccount: (q) => changed(resetStaffAccount(needs, q.me, q.params.id, q.body)),
      disableStaffAccount: (q) => changed(accounts.disableStaffAccount(needs, q, q.params.id, q.body.reason)),
      enableStaffAccount: (q) => changed(accounts.enableStaffAccount(needs, q, q.params.id, q.body.reason)),
      unlockStaffAccount: (q) => accounts.unlockStaffAccount(needs, q, q.params.id),
      endStaffSessions: (q) => changed(accounts.endStaffSessions(needs, q, q.params.id, q.body.reason)),
      appointAdministrator: (q) => changed(appointAdministrator(needs, q, q.params.id, q.body.role)),
      dismissAdministrator: (q) => changed(dismissAdministrator(needs, q, q.params.id, q.body)),
    },
  })
}
