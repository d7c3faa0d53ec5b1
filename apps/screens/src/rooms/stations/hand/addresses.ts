import { route } from '../../../kit/route.ts'

export const stations = route('/stations')
export const station = route('/stations/:slug')
export const bookable = route('/stations/:slug/book/:id')
export const bookings = route('/bookings')
export const help = route('/stations/:slug/help')
export const queueScreen = route('/stations/:slug/queue')
export const guest = route('/guest')
