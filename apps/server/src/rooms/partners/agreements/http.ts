import { agreementEndpoints } from '@linli/contract/partners/endpoints'
import { room } from '../../../kernel/http/room.ts'
import type { PartnerNeeds } from '../needs.ts'
import {
  answerAgreement,
  confirmPromise,
  endAgreement,
  linkPromise,
  proposeAgreement,
  recordPayment,
  reportPromise,
} from './actions.ts'
import { agreementPolicy } from './policy.ts'
import { keepByOrders } from './store.ts'
import { agreementView, listAgreements, publicPromises } from './views.ts'

/** 结对共建: what units and communities promised each other, and what was kept. */
export const agreementsRoom = (needs: PartnerNeeds) =>
  room({
    name: 'agreements',
    endpoints: agreementEndpoints,
    policy: agreementPolicy,
    handlers: {
      listAgreements: ({ me, query }) => listAgreements(needs.db, me, query),
      getAgreement: ({ me, params }) => agreementView(needs.db, me, params.id),
      proposeAgreement: (request) => proposeAgreement(needs, request),
      answerAgreement: (request) => answerAgreement(needs, request),
      endAgreement: (request) => endAgreement(needs, request),
      reportPromise: (request) => reportPromise(needs, request),
      confirmPromise: (request) => confirmPromise(needs, request),
      linkPromise: (request) => linkPromise(needs, request),
      recordPayment: (request) => recordPayment(needs, request),
      publicPromises: ({ region, query }) => publicPromises(needs.db, region, query),
    },
    listeners: {
      // An order whose result the neighbour has judged keeps what it was to do.
      'orders.*': {
        concerns: ({ topic }) => ['orders.orderClosed.1', 'orders.orderRated.1'].includes(topic),
        hear: async (events) => {
          for (const [region, here] of Map.groupBy(events, ({ region }) => region)) {
            const ids = here.flatMap(({ payload: { id } }) => (typeof id === 'string' ? [id] : []))
            await keepByOrders(needs.db, region, ids)
          }
        },
      },
    },
  })
