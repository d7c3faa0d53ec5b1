import { pageAt } from '../../../kit/pageAt.ts'
import { desk } from '../../../kit/routes.ts'
import { account, helpers, teams } from './addresses.ts'

export const routes = [
  pageAt(desk.signIn, () => import('./SignInPage.tsx')),
  pageAt(desk.people, () => import('./PeoplePage.tsx')),
  pageAt(desk.person, () => import('./PersonPage.tsx')),
  pageAt(desk.posts, () => import('./PostsPage.tsx')),
  pageAt(account, () => import('./AccountPage.tsx')),
  pageAt(helpers, () => import('./HelpersPage.tsx')),
  pageAt(teams, () => import('./TeamsPage.tsx')),
]
