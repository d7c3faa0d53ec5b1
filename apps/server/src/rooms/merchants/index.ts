/** The front door of merchants. */

export { merchantsRoom } from './http.ts'
export { followMerchants, isMerchant } from './store.ts'
