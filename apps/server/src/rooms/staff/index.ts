/** The front door of staff. */
export { staffRoom } from './http.ts'
export { staffLedgers } from './ledgers.ts'
export { courseFileClock } from './store/files.ts'
