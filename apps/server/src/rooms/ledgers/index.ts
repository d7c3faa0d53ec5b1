/** The front door of ledgers. */
export { ledgersRoom } from './http.ts'
