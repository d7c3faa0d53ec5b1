import { gridPlanEndpoints } from '@linli/contract/places/endpoints'
import { rangesOf } from '../../../kernel/auth/actor.ts'
import { room } from '../../../kernel/http/room.ts'
import { cursor, pageOf } from '../paging.ts'
import type { RedrawNeeds } from '../redraw/needs.ts'
import { acceptGridPlan, changeGridPlan, dropGridPlan, openGridPlan, planFor } from './actions.ts'
import { gridPlanPolicy } from './policy.ts'
import { plansAt } from './store.ts'
import { gridPlanView } from './view.ts'

/** 网格规划: proposals for grids, changed and accepted by a person. */
export const gridPlansRoom = (needs: RedrawNeeds) =>
  room({
    name: 'gridPlans',
    endpoints: gridPlanEndpoints,
    policy: gridPlanPolicy,
    handlers: {
      listGridPlans: async ({ me, scope, query }) => {
        const limit = query.limit ?? 20
        const ranges = rangesOf(me, ['regionAdmin'])
        const found = await plansAt(needs.db, scope, ranges, query.path, limit + 1, cursor(query.after, 2))
        return pageOf(found, limit, ({ openedAt, id }) => [openedAt, id])
      },
      getGridPlan: async ({ me, scope, params }) =>
        gridPlanView(needs.db, scope, await planFor(needs, me, scope, 'getGridPlan', params.id)),
      openGridPlan: (request) => openGridPlan(needs, request),
      changeGridPlan: (request) => changeGridPlan(needs, request),
      acceptGridPlan: (request) => acceptGridPlan(needs, request),
      dropGridPlan: (request) => dropGridPlan(needs, request),
    },
  })
