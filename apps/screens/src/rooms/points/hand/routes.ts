import { pageAt } from '../../../kit/pageAt.ts'
import { hand } from '../../../kit/routes.ts'

export const routes = [pageAt(hand.points, () => import('./PointsPage.tsx'))]
