import { route } from '../../../kit/route.ts'

export const carePlans = route('/care')
export const carePlan = route('/care/:id')
export const newCare = route('/care/new/:household')
