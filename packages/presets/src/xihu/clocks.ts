import type { ClockRule, OfferWave, Source } from '@linli/contract'
import { clocks as general } from '../house/clocks.ts'
import { HOUSE_RULES } from './sources.ts'

const cityManagement: Source = {
  document: '数字化城市管理国家标准（GB/T 30428.8）',
  mechanism: '分小类处置时限',
}

/** The house's general limits, and those of the place's own items. */
export const clocks: readonly ClockRule[] = [
  ...general,
  {
    key: 'handle.garbagePile',
    clock: 'handle',
    urgency: 'ordinary',
    item: 'garbagePile',
    amount: 4,
    unit: 'workHour',
    source: cityManagement,
  },
  {
    key: 'handle.roadFlooding',
    clock: 'handle',
    urgency: 'prompt',
    item: 'roadFlooding',
    amount: 4,
    unit: 'workHour',
    source: cityManagement,
  },
]

const widening: Source = { document: HOUSE_RULES, mechanism: '抢单分波扩围：先近后远' }

export const waves: readonly OfferWave[] = [
  { wave: 1, level: 'grid', source: widening },
  { wave: 2, level: 'community', source: widening },
  { wave: 3, level: 'street', source: widening },
]
