import { route } from '../../../kit/route.ts'

export const activities = route('/activities')
export const activity = route('/activities/:id')
