import type { gridPlanEndpoints } from '@linli/contract/places/endpoints'
import { type Policy, who } from '../../../kernel/policy/policy.ts'

const admin = who('inScope', 'regionAdmin')

/** Whoever may redraw grids plans them. */
export const gridPlanPolicy = {
  operations: {
    listGridPlans: admin,
    getGridPlan: admin,
    openGridPlan: admin,
    changeGridPlan: admin,
    acceptGridPlan: admin,
    dropGridPlan: admin,
  },
  subjects: { '/grid-plans/:id': 'gridPlan' },
} as const satisfies Policy<keyof typeof gridPlanEndpoints>
