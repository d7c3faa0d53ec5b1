import { pageAt } from '../../../kit/pageAt.ts'
import { apiKeys } from './addresses.ts'

export const routes = [pageAt(apiKeys, () => import('./ApiKeysPage.tsx'))]
