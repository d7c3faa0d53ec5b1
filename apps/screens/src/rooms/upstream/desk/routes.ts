import { pageAt } from '../../../kit/pageAt.ts'
import { senderFile, senders } from './addresses.ts'

export const routes = [
  pageAt(senders, () => import('./SendersPage.tsx')),
  pageAt(senderFile, () => import('./SenderFilePage.tsx')),
]
