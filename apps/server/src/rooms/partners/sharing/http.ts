import { sharingEndpoints } from '@linli/contract/partners/endpoints'
import { room } from '../../../kernel/http/room.ts'
import type { PartnerNeeds } from '../needs.ts'
import * as actions from './actions.ts'
import { sharingPolicy } from './policy.ts'
import { draftList, listLists, listMenu, myMenu, unitLists, unitMenu } from './views.ts'

/** What a community offers its partners: its own menu and the lists it sends a unit. */
export const sharingRoom = (needs: PartnerNeeds) =>
  room({
    name: 'sharing',
    endpoints: sharingEndpoints,
    policy: sharingPolicy,
    handlers: {
      addMenuItem: (request) => actions.addMenuItem(needs, request),
      closeMenuItem: (request) => actions.closeMenuItem(needs, request),
      listMenu: ({ me, query }) => listMenu(needs.db, me, query),
      myMenu: ({ me }) => myMenu(needs.db, me),
      unitMenu: ({ me }) => unitMenu(needs.db, me),
      takeMenuItem: (request) => actions.takeMenuItem(needs, request),
      leaveMenuItem: (request) => actions.leaveMenuItem(needs, request),
      draftList: async ({ me, query }) => {
        actions.demandOffice(me, query.path)
        return draftList(needs, me, query)
      },
      sendList: (request) => actions.sendList(needs, request),
      listLists: ({ me, query }) => listLists(needs.db, me, query),
      unitLists: ({ me, query }) => unitLists(needs.db, me, query),
      answerList: (request) => actions.answerList(needs, request),
    },
  })
