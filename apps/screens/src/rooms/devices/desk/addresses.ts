import { route } from '../../../kit/route.ts'

export const presses = route('/presses')
export const press = route('/presses/:id')
export const devices = route('/devices')
export const device = route('/devices/:id')
export const bindDevice = route('/devices/at/:household')
