import { pageAt } from '../../../kit/pageAt.ts'
import { letterCheck, promises, reporting } from './addresses.ts'

export const routes = [
  pageAt(reporting, () => import('./ReportingPage.tsx')),
  pageAt(promises, () => import('./PromisesPage.tsx')),
  pageAt(letterCheck, () => import('./LetterCheckPage.tsx')),
]
