import { route } from '../../../kit/route.ts'

export const reporting = route('/reporting')
export const letterCheck = route('/letters/:slug')
export const promises = route('/promises')
export const pledges = route('/pledges')
export const myPledges = route('/my-pledges')
