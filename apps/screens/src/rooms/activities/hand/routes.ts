import { pageAt } from '../../../kit/pageAt.ts'
import { activities, activity, atDoor, myActivities } from './addresses.ts'

export const routes = [
  pageAt(activities, () => import('./ActivitiesPage.tsx')),
  pageAt(activity, () => import('./ActivityPage.tsx')),
  pageAt(atDoor, () => import('./AtDoorPage.tsx')),
  pageAt(myActivities, () => import('./MyActivitiesPage.tsx')),
]
