import { route } from '../../../kit/route.ts'

export const activities = route('/activities')
export const activity = route('/activities/:slug')
/** Where the code at the door leads. */
export const atDoor = route('/activities/:slug/here')
export const myActivities = route('/my-activities')
