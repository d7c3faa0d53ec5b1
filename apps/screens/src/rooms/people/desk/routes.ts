import type { PageRoute } from '../../../kit/route.ts'
import { desk } from '../../../kit/routes.ts'

export const routes: readonly PageRoute[] = [{ at: desk.signIn, page: () => import('./SignInPage.tsx') }]
