import { route } from '../../../kit/route.ts'

/** The other addresses of this room stand in the kit. */
export const account = route('/account')
export const singleSignOnReturn = route('/sign-in/single-sign-on')
export const helpers = route('/helpers')
export const teams = route('/teams')
export const team = route('/teams/:id')
/** One household's card; opened with a reason. */
export const householdCard = route('/households/:id/card')
export const dataRequests = route('/data-requests')

export const pairings = route('/pairings')
export const pairingPlan = route('/pairings/:id')
/** What pairing reaches in an area, and the plans made there. */
export const pairingsUrl = (path: string): string => `${pairings.url()}?in=${encodeURIComponent(path)}`
