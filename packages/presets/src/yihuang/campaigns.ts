import type { CampaignTemplate } from '@linli/contract'
import { campaignOf, doorToDoor } from '../house/campaigns.ts'
import { fiveDrives } from './sources.ts'

/** 大走访: ask at every door, the first of the five drives. */
export const campaigns: readonly CampaignTemplate[] = [
  doorToDoor,
  campaignOf({
    key: 'walk',
    name: { zh: '问需走访', en: 'Visits that ask for needs' },
    days: 14,
    source: fiveDrives,
  }),
]
