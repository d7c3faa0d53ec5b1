import { route } from '../../../kit/route.ts'

export const inbox = route('/inbox')
