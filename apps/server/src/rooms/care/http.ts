import { careEndpoints } from '@linli/contract/care/endpoints'
import { room } from '../../kernel/http/room.ts'
import { notFound } from '../../kernel/problem.ts'
import { cursor, pageOf } from '../places/index.ts'
import { answerCare, changeCare, endCare, startCare } from './actions/arrange.ts'
import { recordContacts } from './actions/contacts.ts'
import { askStandIn, takeStandIn } from './actions/standIns.ts'
import { listenersOf } from './listeners.ts'
import type { CareNeeds } from './needs.ts'
import { policy } from './policy.ts'
import { careChoices } from './views/choices.ts'
import { careView, myCare, planById, plansIn, sideOf } from './views/plans.ts'

const PAGE = 20

export const careRoom = (needs: CareNeeds) =>
  room({
    name: 'care',
    endpoints: careEndpoints,
    policy,
    listeners: listenersOf(needs),
    handlers: {
      listCare: async ({ me, query }) => {
        const { rhythms } = await needs.terms(me.region)
        const limit = query.limit ?? PAGE
        const [after] = cursor(query.after, 1) ?? []
        return pageOf(await plansIn(needs.db, me, rhythms, limit + 1, after), limit, ({ id }) => [id])
      },
      careChoices: ({ me, query }) => careChoices(needs, me, query.householdId),
      startCare: (request) => startCare(needs, request),
      getCare: async ({ me, params }) => {
        const plan = await planById(needs.db, me.region, params.id, me.personId)
        const side = plan && sideOf(me, plan)
        // To whom it is no concern it is not there.
        if (!plan || !side) throw notFound()
        return careView(needs.db, me, (await needs.terms(me.region)).rhythms, plan, side)
      },
      answerCare: (request) => answerCare(needs, request),
      changeCare: (request) => changeCare(needs, request),
      endCare: (request) => endCare(needs, request),
      myCare: async ({ me }) => myCare(needs.db, me, (await needs.terms(me.region)).rhythms),
      recordContacts: (request) => recordContacts(needs, request),
      askStandIn: (request) => askStandIn(needs, request),
      takeStandIn: (request) => takeStandIn(needs, request),
    },
  })
