import { pageAt } from '../../../kit/pageAt.ts'
import { desk } from '../../../kit/routes.ts'
import { counter } from '../pickUpCode.ts'
import { accounts, monthProof, redemptions, rewards, settlement } from './addresses.ts'

export const routes = [
  pageAt(desk.pointRules, () => import('./RulesPage.tsx')),
  pageAt(desk.ledger, () => import('./LedgerPage.tsx')),
  pageAt(accounts, () => import('./AccountsPage.tsx')),
  pageAt(monthProof, () => import('./ProofPage.tsx')),
  pageAt(counter, () => import('./CounterPage.tsx')),
  pageAt(rewards, () => import('./RewardsPage.tsx')),
  pageAt(redemptions, () => import('./RedemptionsPage.tsx')),
  pageAt(settlement, () => import('./SettlementPage.tsx')),
]
