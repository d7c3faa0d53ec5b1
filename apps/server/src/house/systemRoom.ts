import { systemEndpoints } from '@linli/contract/system/endpoints'
import { listAudit } from '../kernel/audit/list.ts'
import { verifyAudit } from '../kernel/audit/verify.ts'
import type { Deps } from '../kernel/deps.ts'
import { room } from '../kernel/http/room.ts'
import { demandRegion, type Policy, who } from '../kernel/policy/policy.ts'

const policy: Policy<keyof typeof systemEndpoints> = {
  operations: {
    live: 'signedIn',
    listAudit: who('inScope', 'auditor'), // nobody reads the record of their own acts
    checkAudit: who('inScope', 'auditor'),
  },
}

/** What concerns the whole house: live events and the record of looks. */
export const systemRoom = ({ db, crypto }: Deps) =>
  room({
    name: 'system',
    endpoints: systemEndpoints,
    policy,
    handlers: {
      live: async () => '', // served by the kernel's stream
      listAudit: async (q) => {
        demandRegion(policy.operations.listAudit, q.me)
        return listAudit(db, q.me, q.query)
      },
      checkAudit: async (q) => {
        demandRegion(policy.operations.checkAudit, q.me)
        return verifyAudit(db, q.region, crypto)
      },
    },
  })
