import { pageAt } from '../../../kit/pageAt.ts'
import { inbox } from './addresses.ts'

export const routes = [pageAt(inbox, () => import('./InboxPage.tsx'))]
