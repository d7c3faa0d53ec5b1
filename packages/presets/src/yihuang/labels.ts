import type { Words } from '@linli/contract'

/** The place's own words over the general ones. */
export const labels: { readonly [key: string]: Words } = {
  'brand.name': { zh: '红色引擎', en: 'Red engine' },
  'brand.points': { zh: '居民积分', en: 'Resident points' },
  'step.placeOrder': { zh: '居民点单', en: 'Residents order' },
  'step.dispatchOrder': { zh: '网格收单', en: 'Grid collects' },
  'step.claimOrder': { zh: '党员接单', en: 'Members take it' },
  'hall.claimBoard': { zh: '微心愿墙', en: 'Wall of wishes' },
  'screen.wall': { zh: '三领一张图', en: 'Three leads at a glance' },
  'record.ledger': { zh: '台账', en: 'Ledger' },
}
