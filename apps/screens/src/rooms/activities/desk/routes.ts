import { pageAt } from '../../../kit/pageAt.ts'
import { activities, activity } from './addresses.ts'

export const routes = [
  pageAt(activities, () => import('./ActivitiesPage.tsx')),
  pageAt(activity, () => import('./ActivityPage.tsx')),
]
