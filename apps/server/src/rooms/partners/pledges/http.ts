import { pledgeEndpoints } from '@linli/contract/partners/endpoints'
import { room } from '../../../kernel/http/room.ts'
import type { PartnerNeeds } from '../needs.ts'
import { addPledge, hidePledges, keepPledge, removePledge, showPledges, withdrawPledges } from './actions.ts'
import { pledgePolicy } from './policy.ts'
import { communityPledges, listPledges, myPledges, publicPledges } from './views.ts'

/** 三亮: who somebody is, what they look after and what they promise, as they agreed to show it. */
export const pledgesRoom = (needs: PartnerNeeds) =>
  room({
    name: 'pledges',
    endpoints: pledgeEndpoints,
    policy: pledgePolicy,
    handlers: {
      myPledges: ({ me }) => myPledges(needs, me),
      showPledges: (request) => showPledges(needs, request),
      withdrawPledges: (request) => withdrawPledges(needs, request),
      addPledge: (request) => addPledge(needs, request),
      removePledge: (request) => removePledge(needs, request),
      keepPledge: (request) => keepPledge(needs, request),
      hidePledges: (request) => hidePledges(needs, request),
      communityPledges: ({ me, query }) => communityPledges(needs, me, query),
      publicPledges: ({ region, query }) => publicPledges(needs, region, query),
      listPledges: ({ me, query }) => listPledges(needs, me, query),
    },
  })
