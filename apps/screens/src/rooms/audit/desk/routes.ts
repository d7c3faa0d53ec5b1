import { pageAt } from '../../../kit/pageAt.ts'
import { desk } from '../../../kit/routes.ts'

export const routes = [pageAt(desk.audit, () => import('./AuditPage.tsx'))]
