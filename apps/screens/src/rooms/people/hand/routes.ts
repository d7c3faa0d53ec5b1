import { pageAt } from '../../../kit/pageAt.ts'
import type { PageRoute } from '../../../kit/route.ts'
import { hand } from '../../../kit/routes.ts'
import { householdCard, mine } from './addresses.ts'

export const routes: readonly PageRoute[] = [
  { at: hand.signIn, page: () => import('./SignInPage.tsx') },
  { at: mine.weChatReturn, page: () => import('./WeChatReturnPage.tsx') },
  { at: hand.me, page: () => import('./MePage.tsx') },
  { at: hand.settings, page: () => import('./SettingsPage.tsx') },
  { at: mine.helping, page: () => import('./HelpingPage.tsx') },
  { at: mine.details, page: () => import('./DetailsPage.tsx') },
  { at: mine.privacy, page: () => import('./privacy/PrivacyPage.tsx') },
  { at: mine.ownData, page: () => import('./privacy/OwnDataPage.tsx') },
  { at: mine.looks, page: () => import('./privacy/LooksPage.tsx') },
  { at: mine.pairings, page: () => import('./MyPairingsPage.tsx') },
  { at: mine.teams, page: () => import('./MyTeamsPage.tsx') },
  { at: mine.card, page: () => import('./card/MyCardPage.tsx') },
  pageAt(householdCard, () => import('./card/HouseholdCardPage.tsx')),
  { at: mine.sessions, page: () => import('./SessionsPage.tsx') },
  { at: mine.passkeys, page: () => import('./PasskeysPage.tsx') },
]
