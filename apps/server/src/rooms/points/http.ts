import { pointsEndpoints } from '@linli/contract/points/endpoints'
import { room } from '../../kernel/http/room.ts'
import { demandRegion } from '../../kernel/policy/policy.ts'
import { notFound } from '../../kernel/problem.ts'
import { addReward } from './actions/addReward.ts'
import { cancelRedemption } from './actions/cancelRedemption.ts'
import { changeReward } from './actions/changeReward.ts'
import { collectRedemption } from './actions/collectRedemption.ts'
import { correctEntry } from './actions/correctEntry.ts'
import { setOptIn } from './actions/optIn.ts'
import { redeemPoints } from './actions/redeemPoints.ts'
import { refundRedemption } from './actions/refundRedemption.ts'
import { listenersOf } from './listeners.ts'
import type { PointsNeeds } from './needs.ts'
import { policy } from './policy.ts'
import { listAccounts } from './views/accounts.ts'
import { listLedger } from './views/ledger.ts'
import { myPoints } from './views/myPoints.ts'
import { proofOf } from './views/proof.ts'
import { listRedemptions, myRedemptions, redemptionOfCode } from './views/redemptions.ts'
import { listRewards } from './views/rewards.ts'
import { settlementOf } from './views/settlement.ts'
import { shelfOf } from './views/shelf.ts'
import { statementOf } from './views/statement.ts'

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
      listRewards: ({ me, query }) => shelfOf(needs.db, me, query),
      manageRewards: ({ me, query }) => listRewards(needs.db, me, query),
      addReward: (request) => addReward(needs, request),
      changeReward: (request) => changeReward(needs, request),
      redeemPoints: (request) => redeemPoints(needs, request),
      myRedemptions: ({ me, query }) => myRedemptions(needs, me, query),
      cancelRedemption: (request) => cancelRedemption(needs, request),
      findRedemption: ({ me, body }) => redemptionOfCode(needs, me, body.code),
      collectRedemption: (request) => collectRedemption(needs, request),
      refundRedemption: (request) => refundRedemption(needs, request),
      listRedemptions: ({ me, query }) => listRedemptions(needs.db, me, query),
      getSettlement: ({ me, params, query }) => settlementOf(needs.db, me, params.month, query.unit),
      exportSettlement: async ({ me, params, query }) => ({
        file: statementOf(await settlementOf(needs.db, me, params.month, query.unit)),
        mediaType: pointsEndpoints.exportSettlement.file,
        name: `结算单-${params.month}.xlsx`,
      }),
    },
  })
