import { pageAt } from '../../../kit/pageAt.ts'
import { hand } from '../../../kit/routes.ts'
import { myOffers, receipt } from './addresses.ts'

export const routes = [
  pageAt(hand.placeOrder, () => import('./place/PlaceOrderPage.tsx')),
  pageAt(receipt, () => import('./ReceiptPage.tsx')),
  pageAt(hand.myOrders, () => import('./MyOrdersPage.tsx')),
  pageAt(hand.order, () => import('./OrderPage.tsx')),
  pageAt(hand.rateOrder, () => import('./RateOrderPage.tsx')),
  pageAt(hand.claimBoard, () => import('./ClaimBoardPage.tsx')),
  pageAt(myOffers, () => import('./MyOffersPage.tsx')),
  pageAt(hand.claim, () => import('./ClaimPage.tsx')),
  pageAt(hand.myTasks, () => import('./MyTasksPage.tsx')),
  pageAt(hand.task, () => import('./task/TaskPage.tsx')),
  pageAt(hand.board, () => import('./BoardPage.tsx')),
  pageAt(hand.shown, () => import('./ShownPage.tsx')),
]
