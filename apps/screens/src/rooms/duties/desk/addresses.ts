import { route } from '../../../kit/route.ts'

export const rosters = route('/rosters')
export const roster = route('/rosters/:id')
