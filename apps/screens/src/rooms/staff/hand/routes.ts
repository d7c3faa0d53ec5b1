import { pageAt } from '../../../kit/pageAt.ts'
import { myWork, workAgreement } from './addresses.ts'

export const routes = [
  pageAt(myWork, () => import('./MyWorkPage.tsx')),
  pageAt(workAgreement, () => import('./WorkPage.tsx')),
]
