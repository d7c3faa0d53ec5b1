import { pageAt } from '../../../kit/pageAt.ts'
import { duties } from './addresses.ts'

export const routes = [pageAt(duties, () => import('./MyDutiesPage.tsx'))]
