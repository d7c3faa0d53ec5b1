import { noticeEndpoints } from '@linli/contract/notices/endpoints'
import { room } from '../../kernel/http/room.ts'
import { markAllRead } from './actions/markAllRead.ts'
import { markNoticeRead } from './actions/markRead.ts'
import { takeUnshown } from './actions/takeUnshown.ts'
import { listenersOf } from './listeners.ts'
import type { NoticesNeeds } from './needs.ts'
import { policy } from './policy.ts'
import { listNotices } from './views/inbox.ts'

export const noticesRoom = (needs: NoticesNeeds) =>
  room({
    name: 'notices',
    endpoints: noticeEndpoints,
    policy,
    listeners: listenersOf(needs),
    handlers: {
      listNotices: ({ me, scope, query }) => listNotices(needs.db, scope, me.personId, query),
      markNoticeRead: (request) => markNoticeRead(needs.db, request),
      markAllRead: (request) => markAllRead(needs.db, request),
      takeUnshown: (request) => takeUnshown(needs.db, request),
    },
  })
