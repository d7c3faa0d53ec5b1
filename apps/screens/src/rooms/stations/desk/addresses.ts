import { route } from '../../../kit/route.ts'

export const stations = route('/stations')
export const station = route('/stations/:slug')
export const sheet = route('/stations/:slug/code')
