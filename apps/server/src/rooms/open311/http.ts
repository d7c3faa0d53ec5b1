import { open311Endpoints } from '@linli/contract/open311/endpoints'
import { room } from '../../kernel/http/room.ts'
import { demandRegion } from '../../kernel/policy/policy.ts'
import { issueApiKey, revokeApiKey } from './actions/keys.ts'
import { shownJsonFeed, shownRss } from './feeds.ts'
import type { Open311Needs } from './needs.ts'
import { policy } from './policy.ts'
import { keysOf } from './views/keys.ts'

/** The desk's side of the door: keys. The door itself is `door.ts`. */
export const open311Room = (needs: Open311Needs) => {
  const { db, terms } = needs
  return room({
    name: 'open311',
    endpoints: open311Endpoints,
    policy,
    handlers: {
      shownRss: (request) => shownRss(needs, request),
      shownJsonFeed: (request) => shownJsonFeed(needs, request),
      listApiKeys: async ({ me, scope, publicUrl }) => {
        demandRegion(policy.operations.listApiKeys, me)
        return {
          discovery: `${publicUrl}/open311/discovery.xml`,
          endpoint: `${publicUrl}/open311/v2/`,
          jurisdiction: (await terms(me.region)).gbCode,
          items: await keysOf(db, scope),
        }
      },
      issueApiKey: (request) => issueApiKey(db, request),
      revokeApiKey: (request) => revokeApiKey(db, request),
    },
  })
}
