import { route } from '../../../kit/route.ts'

export const rosters = route('/rosters')
export const roster = route('/rosters/:id')
export const codes = route('/rosters/:id/codes')
