import type { CampaignTemplate } from '@linli/contract'
import { campaignOf, walks } from '../house/campaigns.ts'
import { knocking } from './sources.ts'

/** 敲门家访: 30,000 households in three days by 102 workers are 98 doors a day at most. */
export const campaigns: readonly CampaignTemplate[] = [
  campaignOf({
    key: 'doorToDoor',
    name: { zh: '敲门家访', en: 'Door to door' },
    days: 3,
    dailyQuota: 98,
    source: knocking,
  }),
  walks,
]
