import { pageAt } from '../../../kit/pageAt.ts'
import type { PageRoute } from '../../../kit/route.ts'
import { desk } from '../../../kit/routes.ts'
import { proposal } from './offers/addresses.ts'

export const routes: readonly PageRoute[] = [
  pageAt(desk.home, () => import('./HomePage.tsx')),
  pageAt(desk.queue, () => import('./queue/QueuePage.tsx')),
  pageAt(desk.intake, () => import('./intake/IntakePage.tsx')),
  pageAt(desk.order, () => import('./order/OrderPage.tsx')),
  pageAt(desk.tasks, () => import('./TasksPage.tsx')),
  pageAt(desk.dispatch, () => import('./DispatchPage.tsx')),
  pageAt(proposal, () => import('./offers/ProposalPage.tsx')),
  pageAt(desk.asks, () => import('./AsksPage.tsx')),
  pageAt(desk.review, () => import('./ReviewPage.tsx')),
  pageAt(desk.followUp, () => import('./FollowUpPage.tsx')),
  pageAt(desk.publication, () => import('./PublicationPage.tsx')),
]
