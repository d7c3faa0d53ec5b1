import { pageAt } from '../../../kit/pageAt.ts'
import { hand } from '../../../kit/routes.ts'
import { redemption, redemptions, reward, shelf } from './addresses.ts'

export const routes = [
  pageAt(hand.points, () => import('./PointsPage.tsx')),
  pageAt(shelf, () => import('./ShelfPage.tsx')),
  pageAt(reward, () => import('./RewardPage.tsx')),
  pageAt(redemptions, () => import('./MyRedemptionsPage.tsx')),
  pageAt(redemption, () => import('./RedemptionPage.tsx')),
]
