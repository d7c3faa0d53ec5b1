/** The front door of merchants. */

export { merchantsRoom } from './http.ts'
export { merchantLedgers } from './ledgers.ts'
export { followMerchants, isMerchant } from './store/merchants.ts'
export { reachByGrid } from './views/gaps.ts'
export { LIES, spotOf, type Whereabouts } from './views/ground.ts'
