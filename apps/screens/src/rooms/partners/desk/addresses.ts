import { route } from '../../../kit/route.ts'

export const checkIns = route('/check-ins')
export const myUnit = route('/my-unit')
export const templates = route('/partner-templates')
export const pledgeWall = route('/pledges')
export const sharing = route('/menu-and-lists')
export const agreements = route('/agreements')
export const agreement = route('/agreements/:id')
