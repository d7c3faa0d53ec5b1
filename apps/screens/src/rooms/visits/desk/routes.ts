import { pageAt } from '../../../kit/pageAt.ts'
import { answers, campaign, campaigns, conflicts, newCampaign, visit } from './addresses.ts'

export const routes = [
  pageAt(campaigns, () => import('./CampaignsPage.tsx')),
  pageAt(newCampaign, () => import('./NewCampaignPage.tsx')),
  pageAt(answers, () => import('./AnswersPage.tsx')),
  pageAt(conflicts, () => import('./ConflictsPage.tsx')),
  pageAt(visit, () => import('./VisitPage.tsx')),
  pageAt(campaign, () => import('./CampaignPage.tsx')),
]
