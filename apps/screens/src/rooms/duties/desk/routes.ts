import { pageAt } from '../../../kit/pageAt.ts'
import { roster, rosters } from './addresses.ts'

export const routes = [
  pageAt(rosters, () => import('./RostersPage.tsx')),
  pageAt(roster, () => import('./RosterPage.tsx')),
]
