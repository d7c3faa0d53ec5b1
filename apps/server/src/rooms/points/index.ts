/** The front door of points. */

export { expireRedemptions, remindRedemptions } from './actions/endWaiting.ts'
export { pointsRoom } from './http.ts'
export { proveLastMonth } from './jobs.ts'
export { pointsLedgers } from './ledgers.ts'
export { type MerchantEarnings, merchantEarnings } from './views/merchantEarnings.ts'
export { type RederivedPoints, rederivedBalances, rederivedPromises } from './views/rederived.ts'
