import type { CampaignTemplate } from '@linli/contract'
import { campaignOf, doorToDoor, walks } from '../house/campaigns.ts'
import { firstDay } from './sources.ts'

/** On the first of each month the departments go to the residents. */
export const campaigns: readonly CampaignTemplate[] = [
  doorToDoor,
  walks,
  campaignOf({
    key: 'monthlySurvey',
    name: { zh: '每月1号大调研', en: 'Survey on the first of each month' },
    days: 1,
    monthlyDay: 1,
    source: firstDay,
  }),
]
