import { route } from '../../../kit/route.ts'

/** After sending: what happens next. Only this room leads there. */
export const receipt = route('/orders/:id/receipt')

/** 为什么没轮到我: from the claim board. */
export const myOffers = route('/offers')
