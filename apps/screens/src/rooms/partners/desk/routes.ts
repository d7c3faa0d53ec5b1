import { pageAt } from '../../../kit/pageAt.ts'
import { agreement, agreements, checkIns, myUnit, templates } from './addresses.ts'

export const routes = [
  pageAt(checkIns, () => import('./CheckInsPage.tsx')),
  pageAt(myUnit, () => import('./MyUnitPage.tsx')),
  pageAt(agreements, () => import('./AgreementsPage.tsx')),
  pageAt(agreement, () => import('./AgreementPage.tsx')),
  pageAt(templates, () => import('./TemplatesPage.tsx')),
]
