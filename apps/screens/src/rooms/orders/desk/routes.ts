import type { PageRoute } from '../../../kit/route.ts'
import { desk } from '../../../kit/routes.ts'

export const routes: readonly PageRoute[] = [
  { at: desk.home, page: () => import('./HomePage.tsx') },
  { at: desk.queue, page: () => import('./queue/QueuePage.tsx') },
]
