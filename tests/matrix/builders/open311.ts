import { plantApiKey } from '../../kit/houseKeys.ts'
import { type Builders, plain, regional } from './builder.ts'

export const open311Builders: Builders = {
  shownRss: plain(),
  shownJsonFeed: plain(),
  listApiKeys: regional(),
  issueApiKey: regional(() => ({
    body: {
      name: '市民热线平台',
      purpose: '把热线收到的事送到社区',
      scopes: ['read', 'place'],
      perMinute: 60,
      days: 90,
    },
  })),
  revokeApiKey: regional(async ({ world, ground }) => ({
    params: { id: (await plantApiKey(world, ground.region)).id },
    body: { reason: '合作到期' },
  })),
}
