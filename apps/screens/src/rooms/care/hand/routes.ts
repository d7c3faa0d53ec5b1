import { pageAt } from '../../../kit/pageAt.ts'
import { care, carePlan } from './addresses.ts'

export const routes = [
  pageAt(care, () => import('./MyCarePage.tsx')),
  pageAt(carePlan, () => import('./CarePlanPage.tsx')),
]
