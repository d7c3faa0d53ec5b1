import { pageAt } from '../../../kit/pageAt.ts'
import { desk } from '../../../kit/routes.ts'

export const routes = [
  pageAt(desk.figures, () => import('./FiguresPage.tsx')),
  pageAt(desk.serviceLists, () => import('./ServiceListsPage.tsx')),
]
