import { pointsEndpoints } from '@linli/contract/points/endpoints'
import { room } from '../../kernel/http/room.ts'
import { demandRegion } from '../../kernel/policy/policy.ts'
import { notFound } from '../../kernel/problem.ts'
import { correctEntry } from './actions/correctEntry.ts'
import { setOptIn } from './actions/optIn.ts'
import { listenersOf } from './listeners.ts'
import type { PointsNeeds } from './needs.ts'
import { policy } from './policy.ts'
import { listAccounts } from './views/accounts.ts'
import { listLedger } from './views/ledger.ts'
import { myPoints } from './views/myPoints.ts'
import { proofOf } from './views/proof.ts'

export const pointsRoom = (needs: PointsNeeds) =>
  room({
    name: 'points',
    endpoints: pointsEndpoints,
    policy,
    listeners: listenersOf(needs),
    handlers: {
      myPoints: async ({ me, scope, query }) => {
        const [optedIn, account] = await Promise.all([
          needs.hasOptedIn(me.region, me.personId),
          myPoints(needs.db, scope, me.personId, query),
        ])
        return { optedIn, ...account }
      },
      optInToPoints: (request) => setOptIn(needs, request, true),
      optOutOfPoints: (request) => setOptIn(needs, request, false),
      listLedger: ({ me, query }) => listLedger(needs.db, me, query),
      listAccounts: ({ me, query }) => listAccounts(needs.db, me, query),
      pointsRules: async ({ region }) => ({
        items: (await needs.pointsRules(region)).map(
          ({ key, name, appliesTo, amount, postsOn, dailyCap, pairWeeklyCap, versionId: version }) => ({
            key,
            name,
            appliesTo,
            amount,
            dailyCap,
            pairWeeklyCap,
            version,
            postsOn: [...postsOn],
          }),
        ),
      }),
      getProof: async ({ me, region, params }) => {
        demandRegion(policy.operations.getProof, me)
        const proof = await proofOf(needs.db, region, params.month)
        if (!proof) throw notFound()
        return proof
      },
      correctEntry: (request) => correctEntry(needs, request),
    },
  })
