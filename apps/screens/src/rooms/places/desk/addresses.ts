import { route } from '../../../kit/route.ts'

/** The other addresses of this room stand in the kit. */
export const codeSheet = route('/places/:id/codes')
export const units = route('/places/units')
