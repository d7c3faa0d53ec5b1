import { pageAt } from '../../../kit/pageAt.ts'
import { agreement, agreements, checkIns, myUnit, pledgeWall, sharing, templates } from './addresses.ts'

export const routes = [
  pageAt(checkIns, () => import('./CheckInsPage.tsx')),
  pageAt(myUnit, () => import('./MyUnitPage.tsx')),
  pageAt(pledgeWall, () => import('./PledgeWallPage.tsx')),
  pageAt(sharing, () => import('./SharingPage.tsx')),
  pageAt(agreements, () => import('./AgreementsPage.tsx')),
  pageAt(agreement, () => import('./AgreementPage.tsx')),
  pageAt(templates, () => import('./TemplatesPage.tsx')),
]
