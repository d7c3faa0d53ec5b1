import { route } from '../../../kit/route.ts'

/** After sending: what happens next. Only this room leads there. */
export const receipt = route('/orders/:id/receipt')
