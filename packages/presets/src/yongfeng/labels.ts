import type { Words } from '@linli/contract'

/** The place's own words over the general ones. */
export const labels: { readonly [key: string]: Words } = {
  'brand.name': { zh: '古城红韵', en: 'Old town in red' },
  'brand.teams': { zh: '红马甲', en: 'Red vests' },
  'step.claimOrder': { zh: '认领', en: 'Take up' },
  'station.name': { zh: '红驿站', en: 'Red station' },
  'station.mobile': { zh: '流动红驿站', en: 'Mobile red station' },
  'screen.wall': { zh: '红立方一张图', en: 'Red Cube at a glance' },
  'record.ledger': { zh: '台账', en: 'Ledger' },
}
