import { lendingEndpoints, queueEndpoints } from '@linli/contract/stations/endpoints'
import { room } from '../../kernel/http/room.ts'
import * as lending from './actions/lending.ts'
import * as queue from './actions/queue.ts'
import type { StationNeeds } from './needs.ts'
import { lendingPolicy, queuePolicy } from './policy.ts'

/** 取号: the queue of a station. */
export const queueRoom = (needs: Pick<StationNeeds, 'db'>) =>
  room({
    name: 'queues',
    endpoints: queueEndpoints,
    policy: queuePolicy,
    handlers: {
      getQueue: ({ region, params }) => queue.getQueue(needs, region, params.slug),
      takeNumber: (request) => queue.takeNumber(needs, request),
      takeNumberAtCounter: (request) => queue.takeNumberAtCounter(needs, request),
      listNumbers: (request) => queue.listNumbers(needs, request),
      callNext: (request) => queue.callNext(needs, request),
      callAgain: (request) => queue.callAgain(needs, request),
      endNumber: (request) => queue.endNumber(needs, request),
      myNumbers: (request) => queue.myNumbers(needs, request),
    },
  })

/** 借用: what a station lends. */
export const lendingRoom = (needs: Pick<StationNeeds, 'db' | 'personByPhone'>) =>
  room({
    name: 'lending',
    endpoints: lendingEndpoints,
    policy: lendingPolicy,
    handlers: {
      addLendable: (request) => lending.addLendable(needs, request),
      closeLendable: (request) => lending.closeLendable(needs, request),
      lend: (request) => lending.lend(needs, request),
      takeBack: (request) => lending.takeBack(needs, request),
      getLending: (request) => lending.getLending(needs, request),
      myLoans: (request) => lending.myLoans(needs, request),
    },
  })
