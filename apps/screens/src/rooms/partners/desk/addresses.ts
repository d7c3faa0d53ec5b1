import { route } from '../../../kit/route.ts'

export const checkIns = route('/check-ins')
export const myUnit = route('/my-unit')
export const templates = route('/partner-templates')
export const agreements = route('/agreements')
export const agreement = route('/agreements/:id')
