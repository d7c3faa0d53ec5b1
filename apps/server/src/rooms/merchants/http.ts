import { merchantDeskEndpoints, merchantEndpoints } from '@linli/contract/merchants/endpoints'
import { room } from '../../kernel/http/room.ts'
import { addMerchant, changeMerchant, closeMerchant, measureWalk } from './actions/manageMerchant.ts'
import { answerOwnChange, changeOwnMerchant } from './actions/ownChange.ts'
import { concludeNotice, decideObjection, giveTrustNotice, objectToNotice } from './actions/trust.ts'
import { followingListeners } from './follow.ts'
import type { MerchantNeeds } from './needs.ts'
import { policy } from './policy.ts'
import { circleGaps } from './views/gaps.ts'
import { getMerchant, listMerchants } from './views/merchants.ts'
import { listObjections, listTrustNotices } from './views/notices.ts'

export const merchantsRoom = (needs: MerchantNeeds) =>
  room({
    name: 'merchants',
    endpoints: { ...merchantEndpoints, ...merchantDeskEndpoints },
    policy,
    listeners: followingListeners(needs.db),
    handlers: {
      listMerchants: ({ region, query }) => listMerchants(needs, region, query),
      getMerchant: ({ region, params, visitor }) => getMerchant(needs, region, params.slug, visitor),
      listTrustNotices: ({ region, visitor }) => listTrustNotices(needs, region, visitor),
      objectToNotice: (request) => objectToNotice(needs, request),
      circleGaps: ({ me, query }) => circleGaps(needs, me, query),
      addMerchant: (request) => addMerchant(needs, request),
      changeMerchant: (request) => changeMerchant(needs, request),
      closeMerchant: (request) => closeMerchant(needs, request),
      measureWalk: (request) => measureWalk(needs, request),
      changeOwnMerchant: (request) => changeOwnMerchant(needs, request),
      answerOwnChange: (request) => answerOwnChange(needs, request),
      giveTrustNotice: (request) => giveTrustNotice(needs, request),
      listObjections: ({ me, params }) => listObjections(needs, me, params.id),
      decideObjection: (request) => decideObjection(needs, request),
      concludeNotice: (request) => concludeNotice(needs, request),
    },
  })
