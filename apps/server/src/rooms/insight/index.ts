/** Front door of the insight room: figures of the orders, folded from their events. */
export { countAnew, unequalCounters } from './count.ts'
export { countGround } from './ground.ts'
export { insightRoom } from './http.ts'
export { insightRulesOf } from './insightRules.ts'
export { statesOf } from './store.ts'
