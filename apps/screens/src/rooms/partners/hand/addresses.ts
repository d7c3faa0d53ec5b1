import { route } from '../../../kit/route.ts'

export const reporting = route('/reporting')
export const letterCheck = route('/letters/:slug')
export const promises = route('/promises')
