import { endpoints } from '../endpoint.ts'
import * as shapes from './offerShapes.ts'
import { OrderParams } from './shapes.ts'

/** Waves of offered orders: why somebody was asked or not, and whom to ask when helpers are short. */
export const offerEndpoints = endpoints({
  listMyOffers: {
    kind: 'read',
    method: 'GET',
    path: '/me/offers',
    summary: { zh: '没轮到我的单和原因', en: 'Offers that are not mine, and why' },
    response: shapes.MyOffers,
  },
  getOffer: {
    kind: 'read',
    method: 'GET',
    path: '/orders/:id/offer',
    summary: { zh: '这一单问了谁', en: 'Whom an offer asked' },
    params: OrderParams,
    response: shapes.OfferView,
  },
  proposeOffers: {
    kind: 'read',
    method: 'GET',
    path: '/offers/proposal',
    summary: { zh: '缺人时的搭配建议', en: 'Whom to ask when helpers are short' },
    response: shapes.Proposal,
  },
})
