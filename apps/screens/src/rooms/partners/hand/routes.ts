import { pageAt } from '../../../kit/pageAt.ts'
import { letterCheck, myPledges, pledges, promises, reporting } from './addresses.ts'

export const routes = [
  pageAt(reporting, () => import('./ReportingPage.tsx')),
  pageAt(promises, () => import('./PromisesPage.tsx')),
  pageAt(pledges, () => import('./PledgeWallPage.tsx')),
  pageAt(myPledges, () => import('./MyPledgesPage.tsx')),
  pageAt(letterCheck, () => import('./LetterCheckPage.tsx')),
]
