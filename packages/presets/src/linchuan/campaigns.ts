import type { CampaignTemplate } from '@linli/contract'
import { campaignOf, walks } from '../house/campaigns.ts'
import { knocking, listening } from './sources.ts'

/** 敲门行动 by squads of two, and on the first of each month a day on which property companies are listened to. */
export const campaigns: readonly CampaignTemplate[] = [
  campaignOf({
    key: 'doorToDoor',
    name: { zh: '敲门行动', en: 'Door to door' },
    inPairs: true,
    source: knocking,
  }),
  walks,
  campaignOf({
    key: 'listeningDay',
    name: { zh: '倾听日', en: 'Listening day' },
    targets: 'companies',
    companiesBelow: null,
    days: 1,
    monthlyDay: 1,
    source: listening,
  }),
]
