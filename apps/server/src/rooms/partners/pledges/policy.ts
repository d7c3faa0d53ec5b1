import type { pledgeEndpoints } from '@linli/contract/partners/endpoints'
import { type Policy, who } from '../../../kernel/policy/policy.ts'
import { OFFICE } from '../policy.ts'

const own = who('own', 'resident')
const office = who('inScope', ...OFFICE)

/** One's page is one's own to show and to take back. A resident speaks for what is promised where they live (the action looks), and nobody of their own promise. */
export const pledgePolicy: Policy<keyof typeof pledgeEndpoints> = {
  operations: {
    myPledges: own,
    showPledges: own,
    withdrawPledges: own,
    addPledge: own,
    removePledge: own,
    keepPledge: [...who('any', 'resident'), ...office],
    hidePledges: office,
    communityPledges: own,
    publicPledges: 'public',
    listPledges: office,
  },
  subjects: { '/pledges/:id': 'pledge', '/pledge-pages/:id': 'pledgePage' },
}
