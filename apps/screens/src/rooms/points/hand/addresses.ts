import { route } from '../../../kit/route.ts'

/** What only this room leads to; the points themselves stand in the kit. */
export const shelf = route('/points/shelf')
export const reward = route('/points/shelf/:id')
export const redemptions = route('/points/redemptions')
export const redemption = route('/points/redemptions/:id')
