import { route } from '../../../kit/route.ts'

/** The other addresses of this room stand in the kit; the counter's stands beside what its code says. */
export const monthProof = route('/points/proof')
export const accounts = route('/points/accounts')
export const rewards = route('/points/rewards')
export const redemptions = route('/points/redemptions')
export const settlement = route('/points/settlement')
