import { pageAt } from '../../../kit/pageAt.ts'
import { myPresses, press } from './addresses.ts'

export const routes = [
  pageAt(myPresses, () => import('./MyPressesPage.tsx')),
  pageAt(press, () => import('./PressPage.tsx')),
]
