/** Front door of the visits room. */
export { beginMonthly } from './actions/beginMonthly.ts'
export { tellOwners } from './actions/tellOwners.ts'
export { visitsRoom } from './http.ts'
export { visitsLedgers } from './ledgers.ts'
export { followVisits } from './store.ts'
export { runningVisits } from './views/running.ts'
