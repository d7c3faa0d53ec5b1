import type { Words } from '@linli/contract'

/** The place's own words over the general ones. */
export const labels: { readonly [key: string]: Words } = {
  'brand.name': { zh: '哨先队', en: 'First to the whistle' },
  'step.placeOrder': { zh: '群众点单', en: 'Residents order' },
  'step.dispatchOrder': { zh: '社区派单', en: 'Community dispatches' },
  'step.claimOrder': { zh: '党员接单', en: 'Members take it' },
  'station.name': { zh: '红色驿站', en: 'Red station' },
  'station.directory': { zh: '驿路向东', en: 'Stations on the way' },
  'screen.wall': { zh: '回家报到一张图', en: 'Reporting home at a glance' },
  'record.ledger': { zh: '台账', en: 'Ledger' },
}
