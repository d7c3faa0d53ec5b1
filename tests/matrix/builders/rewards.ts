import { newId } from '../../../apps/server/src/kernel/ids.ts'
import { HERE } from '../../kit/houseGround.ts'
import { otherCompany, plantPurse, plantRedemption, plantReward } from '../../kit/houseRewards.ts'
import { plantPerson } from '../../kit/houseRows.ts'
import { type Aim, atPath, type Builders, owned, placed, plain } from './builder.ts'

const cells = ['assigned', 'outOfScope', 'otherRegion'] as const
/** A code that waits at the caller's own counter, or at another one. */
const code = async ({ world, actor, cell, ground }: Aim): Promise<string> => {
  const personId = await plantPerson(world, ground)
  const unitId = cell === 'assigned' ? (actor.unitId ?? undefined) : undefined
  return (await plantRedemption(world, ground, { personId, unitId })).code
}
const month = { params: { month: '2026-01' } }

export const rewardBuilders: Builders = {
  listRewards: plain(),
  manageRewards: plain(),
  addReward: atPath(async ({ world, ground }) => ({
    body: {
      id: newId(),
      kind: 'goods',
      name: { zh: '肥皂', en: 'Soap' },
      unit: await otherCompany(world, ground.region),
      area: ground.community,
      points: 10,
      fen: 100,
      base: 0,
      monthlyLimit: null,
      stock: 5,
    },
  })),
  changeReward: placed(async ({ world, ground }) => ({
    params: { id: await plantReward(world, ground) },
    body: { version: 1, points: 11 },
  })),
  redeemPoints: plain(async ({ world, actor }) => {
    if (actor.role !== 'visitor') await plantPurse(world, HERE, actor.personId)
    return { body: { id: newId(), rewardId: await plantReward(world, HERE), quantity: 1, points: 10 } }
  }),
  myRedemptions: plain(),
  cancelRedemption: owned(async ({ world, actor, cell, ground }) => ({
    params: {
      id: (
        await plantRedemption(world, ground, {
          personId: cell === 'own' ? actor.personId : await plantPerson(world, ground),
        })
      ).id,
    },
  })),
  findRedemption: { cells, build: async (aim) => ({ body: { code: await code(aim) } }) },
  collectRedemption: { cells, build: async (aim) => ({ body: { code: await code(aim) } }) },
  refundRedemption: placed(async ({ world, ground }) => ({
    params: {
      id: (
        await plantRedemption(world, ground, { personId: await plantPerson(world, ground), collected: true })
      ).id,
    },
    body: { reason: 'faulty', restock: false },
  })),
  listRedemptions: plain(),
  getSettlement: plain(() => month),
  exportSettlement: plain(() => month),
}
