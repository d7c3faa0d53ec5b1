import { route } from '../../../kit/route.ts'

export const duties = route('/duties')
