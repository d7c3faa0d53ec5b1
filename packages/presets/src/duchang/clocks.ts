import type { ClockRule, OfferWave, Preset, Source } from '@linli/contract'
import { clocks as general } from '../house/clocks.ts'
import { DUCHANG_DOCUMENT, HOUSE_RULES } from './sources.ts'

/** The document says that wishes are done within a set time and prints no number; the days are the house's choice. */
const wishInTime: Source = {
  document: DUCHANG_DOCUMENT,
  mechanism: '微心愿限时办结（未载天数，取邻里通用规则），到时未办回到愿望墙',
}
const wish = { clock: 'handle', urgency: 'ordinary', unit: 'day', source: wishInTime } as const
const gridSpot: Source = { document: HOUSE_RULES, mechanism: '网格员当场可办的小事' }

export const clocks: readonly ClockRule[] = [
  ...general,
  { ...wish, key: 'handle.wishStudyDesk', item: 'wishStudyDesk', amount: 7 },
  { ...wish, key: 'handle.wishReadingGlasses', item: 'wishReadingGlasses', amount: 7 },
  { ...wish, key: 'handle.wishQuilt', item: 'wishQuilt', amount: 7 },
  { ...wish, key: 'handle.wishFestivalVisit', item: 'wishFestivalVisit', amount: 7 },
  { ...wish, key: 'handle.wishFamilyPhoto', item: 'wishFamilyPhoto', amount: 7 },
  { ...wish, key: 'handle.friendlyVisit', item: 'friendlyVisit', amount: 3 },
  { ...wish, key: 'handle.riderDelivery', item: 'riderDelivery', amount: 1 },
  {
    key: 'handle.garbagePile',
    clock: 'handle',
    urgency: 'ordinary',
    item: 'garbagePile',
    amount: 4,
    unit: 'workHour',
    source: gridSpot,
  },
]

const widening: Source = { document: HOUSE_RULES, mechanism: '接单分波扩围：先近后远' }
export const waves: readonly OfferWave[] = [
  { wave: 1, level: 'grid', source: widening },
  { wave: 2, level: 'community', source: widening },
  { wave: 3, level: 'town', source: widening },
]

/** One in five of what the grid worker closes alone is called back. */
export const selfHandling: Preset['selfHandling'] = {
  share: 0.2,
  source: {
    document: DUCHANG_DOCUMENT,
    mechanism: '网格自办自结后的回访评价（未载抽样比例，取邻里通用规则）',
  },
}
