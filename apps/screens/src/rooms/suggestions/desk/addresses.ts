import { route } from '../../../kit/route.ts'

export const suggestions = route('/suggestions')
