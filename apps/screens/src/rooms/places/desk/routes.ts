import { pageAt } from '../../../kit/pageAt.ts'
import { desk } from '../../../kit/routes.ts'

export const routes = [pageAt(desk.register, () => import('./register/RegisterPage.tsx'))]
