import { route } from '../../../kit/route.ts'

export const myWork = route('/work')
export const workAgreement = route('/work/:id')
