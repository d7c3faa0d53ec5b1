import { route } from '../../../kit/route.ts'

/** The other addresses of this room stand in the kit. */
export const monthProof = route('/points/proof')
export const accounts = route('/points/accounts')
