import { route } from '../../../kit/route.ts'

export const senders = route('/senders')
export const senderFile = route('/senders/:id')
