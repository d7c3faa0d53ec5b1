import type { Words } from '@linli/contract'

/** The place's own words over the general ones. */
export const labels: { readonly [key: string]: Words } = {
  'brand.name': { zh: '三长连心', en: 'Three heads' },
  'brand.teams': { zh: '红管家工作队', en: 'Red stewards' },
  'station.name': { zh: '议事小站', en: 'Talking station' },
  'screen.wall': { zh: '三长一张图', en: 'Three heads at a glance' },
  'record.ledger': { zh: '工作台账', en: 'Ledger' },
}
