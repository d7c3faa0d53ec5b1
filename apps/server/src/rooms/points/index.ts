/** The front door of points. */
export { pointsRoom } from './http.ts'
export { proveLastMonth } from './jobs.ts'
