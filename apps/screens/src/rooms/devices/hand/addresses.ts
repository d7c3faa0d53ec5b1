import { route } from '../../../kit/route.ts'

export const myPresses = route('/presses')
export const press = route('/presses/:id')
