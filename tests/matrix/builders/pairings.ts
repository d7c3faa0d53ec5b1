import { newId } from '../../../apps/server/src/kernel/ids.ts'
import { plantPair } from '../../kit/housePairings.ts'
import { type Aim, atPath, type Builders, owned, placed, plain } from './builder.ts'

const planOf = async ({ world, ground }: Aim) => ({ params: { id: (await plantPair(world, ground)).plan } })
const decided = async (aim: Aim) => ({ ...(await planOf(aim)), body: { version: 1 } })

export const pairingBuilders: Builders = {
  pairingCoverage: atPath(({ ground }) => ({ query: { path: ground.community } })),
  listPairingPlans: atPath(({ ground }) => ({ query: { path: ground.community } }), { narrows: true }),
  getPairingPlan: placed(planOf),
  // Whoever arranges pairs reads who is to look after whom.
  listPairs: placed(planOf, { shows: { 林: { rowsOf: 'listPairs' }, 室: { rowsOf: 'listPairs' } } }),
  openPairingPlan: atPath(({ ground }) => ({
    body: { id: newId(), rule: 'hubHouseholds', path: ground.community, every: 'month' },
  })),
  movePair: placed(async ({ world, ground }) => {
    const { id, other } = await plantPair(world, ground)
    return { params: { id }, body: { takerId: other } }
  }),
  acceptPairingPlan: placed(decided),
  dropPairingPlan: placed(decided),
  myPairings: plain(),
  declinePairing: owned(async ({ world, ground, actor, cell }) => {
    const mine = cell === 'own' ? { taker: actor.personId } : {}
    return { params: { id: (await plantPair(world, ground, { ...mine, accepted: true })).id } }
  }),
}
