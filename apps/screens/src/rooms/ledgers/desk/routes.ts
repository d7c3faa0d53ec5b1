import { pageAt } from '../../../kit/pageAt.ts'
import { comparison, ledger, ledgers, print, retired, templates } from './addresses.ts'

export const routes = [
  pageAt(ledgers, () => import('./LedgersPage.tsx')),
  pageAt(ledger, () => import('./LedgerPage.tsx')),
  pageAt(comparison, () => import('./ComparisonPage.tsx')),
  pageAt(templates, () => import('./TemplatesPage.tsx')),
  pageAt(print, () => import('./PrintPage.tsx')),
  pageAt(retired, () => import('./RetiredPage.tsx')),
]
