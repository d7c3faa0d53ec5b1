export { agreementsRoom } from './agreements/http.ts'
export { remindPromises } from './agreements/store.ts'
export { partnersRoom } from './http.ts'
export { partnerLedgers } from './ledgers.ts'
