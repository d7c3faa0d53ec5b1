import { pageAt } from '../../../kit/pageAt.ts'
import { gaps, merchant, merchants } from './addresses.ts'

export const routes = [
  pageAt(merchants, () => import('./MerchantsPage.tsx')),
  pageAt(merchant, () => import('./MerchantPage.tsx')),
  pageAt(gaps, () => import('./GapsPage.tsx')),
]
