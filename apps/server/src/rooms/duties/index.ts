/** The front door of duties. */
export { dutiesRoom } from './http.ts'
export { planInWorker, planRosters } from './jobs.ts'
export { dutiesLedgers } from './ledgers.ts'
export { followRosters } from './store/follow.ts'
export { seatsToday } from './views/seats.ts'
