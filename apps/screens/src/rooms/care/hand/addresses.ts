import { route } from '../../../kit/route.ts'

export const care = route('/care')
export const carePlan = route('/care/:id')
