/** The front door of activities. */

export { activitiesRoom } from './http.ts'
export { forgetArrivals, remindSignups } from './jobs.ts'
export { activityLedgers } from './ledgers.ts'
export { followActivities } from './store/follow.ts'
export { activityFileClock } from './store/photos.ts'
export { deedFacts } from './views/deeds.ts'
export { type HeldActivity, heldActivities } from './views/held.ts'
