import { pageAt } from '../../../kit/pageAt.ts'
import { allowances, courseSession, courses, work, works } from './addresses.ts'

export const routes = [
  pageAt(courses, () => import('./CoursesPage.tsx')),
  pageAt(courseSession, () => import('./SessionPage.tsx')),
  pageAt(works, () => import('./WorksPage.tsx')),
  pageAt(work, () => import('./WorkPage.tsx')),
  pageAt(allowances, () => import('./AllowancesPage.tsx')),
]
