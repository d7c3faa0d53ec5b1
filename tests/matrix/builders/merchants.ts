import { newId } from '../../../apps/server/src/kernel/ids.ts'
import { HERE } from '../../kit/houseGround.ts'
import { plantMerchant, plantObjection, plantTrustNotice } from '../../kit/houseMerchants.ts'
import { OPEN_ALWAYS } from '../../kit/houseStations.ts'
import { atPath, type Builders, placed, plain } from './builder.ts'

const written = (path: string) => ({
  name: '河边药店',
  path,
  address: '河边 2 号',
  position: { longitude: 1159000000, latitude: 286800000, system: 'gcj02' },
  phone: '079112345678',
  services: ['pharmacy'],
  stepFree: true,
  hours: OPEN_ALWAYS,
})

export const merchantBuilders: Builders = {
  listMerchants: plain(),
  getMerchant: plain(async ({ world }) => ({ params: { slug: (await plantMerchant(world, HERE)).slug } })),
  listTrustNotices: plain(),
  objectToNotice: plain(async ({ world }) => ({
    params: { id: (await plantTrustNotice(world, HERE)).id },
    body: { id: newId(), words: '上周卖了过期的药' },
  })),
  circleGaps: atPath(({ ground }) => ({ query: { area: ground.community } }), { narrows: true }),
  addMerchant: atPath(({ ground }) => ({
    body: { id: newId(), unitId: null, ...written(ground.community) },
  })),
  changeMerchant: placed(async ({ world, ground }) => ({
    params: { id: (await plantMerchant(world, ground)).id },
    body: { version: 1, ...written(ground.community) },
  })),
  changeOwnMerchant: {
    cells: ['assigned', 'outOfScope', 'otherRegion'],
    build: async ({ world, actor, cell, ground }) => ({
      params: {
        id: (
          await plantMerchant(
            world,
            ground,
            cell === 'assigned' && actor.unitId ? { unitId: actor.unitId } : {},
          )
        ).id,
      },
      body: { version: 1, services: ['pharmacy'], hours: OPEN_ALWAYS },
    }),
  },
  answerOwnChange: placed(async ({ world, ground }) => ({
    params: { id: (await plantMerchant(world, ground, { asks: true })).id },
    body: { version: 1, accept: true },
  })),
  closeMerchant: placed(async ({ world, ground }) => ({
    params: { id: (await plantMerchant(world, ground)).id },
    body: { version: 1 },
  })),
  measureWalk: placed(async ({ world, ground }) => ({
    params: { id: (await plantMerchant(world, ground)).id },
    body: { path: ground.community, minutes: 12 },
  })),
  giveTrustNotice: placed(async ({ world, ground }) => ({
    params: { id: (await plantMerchant(world, ground, { trusted: true })).id },
    body: { id: newId(), kind: 'removal', reason: '卖了过期的药' },
  })),
  listObjections: placed(async ({ world, ground }) => ({
    params: { id: (await plantTrustNotice(world, ground)).id },
  })),
  decideObjection: placed(async ({ world, ground }) => ({
    params: { id: await plantObjection(world, ground) },
    body: { upheld: false, answer: '已经查过，药品在有效期内。' },
  })),
  concludeNotice: placed(async ({ world, ground }) => ({
    params: { id: (await plantTrustNotice(world, ground, { over: true })).id },
  })),
}
