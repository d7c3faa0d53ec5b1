import { pageAt } from '../../../kit/pageAt.ts'
import { merchant, merchants, trustNotices } from './addresses.ts'

export const routes = [
  pageAt(merchants, () => import('./MerchantsPage.tsx')),
  pageAt(merchant, () => import('./MerchantPage.tsx')),
  pageAt(trustNotices, () => import('./TrustNoticesPage.tsx')),
]
