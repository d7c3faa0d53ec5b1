/** The front door of points. */
export { proveMonth } from './actions/proveMonth.ts'
export { settleOrder } from './actions/settleOrder.ts'
export { pointsRoom } from './http.ts'
export { proveLastMonth } from './jobs.ts'
export type { PointsNeeds } from './needs.ts'
export type { OrderFacts, RuleVersion } from './rules/facts.ts'
export { ruleFor } from './rules/ruleFor.ts'
