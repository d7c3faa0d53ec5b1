import { route } from '../../../kit/route.ts'

export const campaigns = route('/visits')
export const walk = route('/visits/:campaign')
export const consent = route('/visits/:campaign/:household/consent')
export const door = route('/visits/:campaign/:household')
