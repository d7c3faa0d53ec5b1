import type { CampaignTemplate } from '@linli/contract'
import { campaignOf, doorToDoor, walks } from '../house/campaigns.ts'
import { visits } from './sources.ts'

/** 千名干部访万家: what is met is solved now or reported up. */
export const campaigns: readonly CampaignTemplate[] = [
  doorToDoor,
  walks,
  campaignOf({
    key: 'homeVisit',
    name: { zh: '千名干部访万家', en: 'A thousand officials visit ten thousand homes' },
    days: 30,
    source: visits,
  }),
]
