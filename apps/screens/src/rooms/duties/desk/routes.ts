import { pageAt } from '../../../kit/pageAt.ts'
import { codes, roster, rosters } from './addresses.ts'

export const routes = [
  pageAt(rosters, () => import('./RostersPage.tsx')),
  pageAt(roster, () => import('./RosterPage.tsx')),
  pageAt(codes, () => import('./CodesPage.tsx')),
]
