import { pageAt } from '../../../kit/pageAt.ts'
import { desk } from '../../../kit/routes.ts'
import { accounts, monthProof } from './addresses.ts'

export const routes = [
  pageAt(desk.pointRules, () => import('./RulesPage.tsx')),
  pageAt(desk.ledger, () => import('./LedgerPage.tsx')),
  pageAt(accounts, () => import('./AccountsPage.tsx')),
  pageAt(monthProof, () => import('./ProofPage.tsx')),
]
