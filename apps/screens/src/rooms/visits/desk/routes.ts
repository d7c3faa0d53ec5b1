import { pageAt } from '../../../kit/pageAt.ts'
import { campaign, campaigns, newCampaign } from './addresses.ts'

export const routes = [
  pageAt(campaigns, () => import('./CampaignsPage.tsx')),
  pageAt(newCampaign, () => import('./NewCampaignPage.tsx')),
  pageAt(campaign, () => import('./CampaignPage.tsx')),
]
