import { pageAt } from '../../../kit/pageAt.ts'
import { route } from '../../../kit/route.ts'
import { hand } from '../../../kit/routes.ts'

/** The short address that is printed inside the codes at doors and lifts. */
const printed = route('/q/:code')

export const routes = [
  pageAt(hand.atPlace, () => import('./AtPlacePage.tsx')),
  pageAt(printed, () => import('./AtPlacePage.tsx')),
]
