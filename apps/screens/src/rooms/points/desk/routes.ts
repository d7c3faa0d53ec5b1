import { pageAt } from '../../../kit/pageAt.ts'
import { desk } from '../../../kit/routes.ts'
import { monthProof } from './addresses.ts'

export const routes = [
  pageAt(desk.pointRules, () => import('./RulesPage.tsx')),
  pageAt(desk.ledger, () => import('./LedgerPage.tsx')),
  pageAt(monthProof, () => import('./ProofPage.tsx')),
]
