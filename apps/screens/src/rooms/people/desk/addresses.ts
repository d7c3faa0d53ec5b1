import { route } from '../../../kit/route.ts'

/** The other addresses of this room stand in the kit. */
export const account = route('/account')
export const helpers = route('/helpers')
export const teams = route('/teams')
