import type { sharingEndpoints } from '@linli/contract/partners/endpoints'
import { type Policy, who } from '../../../kernel/policy/policy.ts'
import { OFFICE } from '../policy.ts'

const office = who('inScope', ...OFFICE)
const liaison = who('assigned', 'unitHandler')
const own = who('own', 'resident')
const taker = [...own, ...liaison]

/** A community writes and sends; a member takes up for themselves and a liaison for the unit, each where they are accepted. */
export const sharingPolicy: Policy<keyof typeof sharingEndpoints> = {
  operations: {
    addMenuItem: office,
    closeMenuItem: office,
    listMenu: office,
    myMenu: own,
    unitMenu: who('inScope', 'unitHandler'),
    takeMenuItem: taker,
    leaveMenuItem: taker,
    draftList: office,
    sendList: office,
    listLists: office,
    unitLists: who('inScope', 'unitHandler'),
    answerList: liaison,
  },
  subjects: {
    '/menu-items/:id': 'menuItem',
    '/menu-takes/:id': 'menuTake',
    '/partner-lists/:id': 'partnerList',
  },
}
