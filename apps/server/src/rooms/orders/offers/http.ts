import { offerEndpoints } from '@linli/contract/orders/endpoints'
import { room } from '../../../kernel/http/room.ts'
import type { OrderNeeds } from '../needs.ts'
import { offerPolicy } from './policy.ts'
import { proposeOffers } from './proposeOffers.ts'
import { getOffer } from './views/getOffer.ts'
import { listMyOffers } from './views/listMyOffers.ts'

/** Waves of offered orders, and whom to ask when helpers are short. */
export const offersRoom = (needs: OrderNeeds) =>
  room({
    name: 'offers',
    endpoints: offerEndpoints,
    policy: offerPolicy,
    handlers: {
      listMyOffers: (q) => listMyOffers(needs, q.me, q.language),
      getOffer: (q) => getOffer(needs, q.me, q.params.id, q.language),
      proposeOffers: (q) => proposeOffers(needs, q.me, q.language),
    },
  })
