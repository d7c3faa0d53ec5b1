/** The front door of care. */
export { careRoom } from './http.ts'
export { alarmCare } from './jobs.ts'
export type { WantedOrder } from './needs.ts'
