import { route } from '../../../kit/route.ts'

export const merchants = route('/merchants')
export const merchant = route('/merchants/:slug')
export const trustNotices = route('/merchant-notices')
