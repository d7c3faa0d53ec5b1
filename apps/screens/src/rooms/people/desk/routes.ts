import { pageAt } from '../../../kit/pageAt.ts'
import { desk } from '../../../kit/routes.ts'
import {
  account,
  dataRequests,
  helpers,
  householdCard,
  pairingPlan,
  pairings,
  singleSignOnReturn,
  team,
  teams,
} from './addresses.ts'

export const routes = [
  pageAt(desk.signIn, () => import('./SignInPage.tsx')),
  pageAt(singleSignOnReturn, () => import('./SingleSignOnReturnPage.tsx')),
  pageAt(desk.people, () => import('./PeoplePage.tsx')),
  pageAt(desk.person, () => import('./PersonPage.tsx')),
  pageAt(desk.posts, () => import('./PostsPage.tsx')),
  pageAt(desk.staffAccounts, () => import('./StaffAccountsPage.tsx')),
  pageAt(account, () => import('./AccountPage.tsx')),
  pageAt(helpers, () => import('./HelpersPage.tsx')),
  pageAt(teams, () => import('./TeamsPage.tsx')),
  pageAt(team, () => import('./teams/TeamPage.tsx')),
  pageAt(householdCard, () => import('./card/HouseholdCardPage.tsx')),
  pageAt(pairings, () => import('./pairings/PairingsPage.tsx')),
  pageAt(pairingPlan, () => import('./pairings/PairingPlanPage.tsx')),
  pageAt(dataRequests, () => import('./requests/DataRequestsPage.tsx')),
]
