import { route } from '../../../kit/route.ts'

/** The other addresses of this room stand in the kit. */
export const account = route('/account')
export const singleSignOnReturn = route('/sign-in/single-sign-on')
export const helpers = route('/helpers')
export const teams = route('/teams')
export const dataRequests = route('/data-requests')
