import { route } from '../../../kit/route.ts'

/** Pages about oneself beside those that every room knows. */
export const mine = {
  helping: route('/helping'),
  details: route('/me/details'),
  sessions: route('/me/sessions'),
} as const
