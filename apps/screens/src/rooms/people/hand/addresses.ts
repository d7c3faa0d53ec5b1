import { route } from '../../../kit/route.ts'

/** Pages about oneself beside those that every room knows. */
export const mine = {
  helping: route('/helping'),
  details: route('/me/details'),
  sessions: route('/me/sessions'),
  weChatReturn: route('/sign-in/wechat'),
  passkeys: route('/me/passkeys'),
  privacy: route('/me/privacy'),
  ownData: route('/me/privacy/data'),
  looks: route('/me/privacy/looks'),
  card: route('/me/card'),
  pairings: route('/me/pairings'),
  teams: route('/me/teams'),
} as const

/** The card of a household in one's grid. */
export const householdCard = route('/households/:id/card')
