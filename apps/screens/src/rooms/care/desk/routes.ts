import { pageAt } from '../../../kit/pageAt.ts'
import { carePlan, carePlans, newCare } from './addresses.ts'

export const routes = [
  pageAt(carePlans, () => import('./CarePlansPage.tsx')),
  pageAt(carePlan, () => import('./CarePlanPage.tsx')),
  pageAt(newCare, () => import('./NewCarePage.tsx')),
]
