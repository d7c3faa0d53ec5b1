import type { Words } from '@linli/contract'

/** The place's own words over the general ones. */
export const labels: { readonly [key: string]: Words } = {
  'brand.name': { zh: '红网格', en: 'Red grid' },
  'step.placeOrder': { zh: '群众点单', en: 'Residents order' },
  'step.dispatchOrder': { zh: '社区派单', en: 'Community dispatches' },
  'step.claimOrder': { zh: '物业接单', en: 'Property takes it' },
  'step.rateOrder': { zh: '我治你评', en: 'We act, you rate' },
  'screen.wall': { zh: '红网格一张图', en: 'Red grid at a glance' },
  'record.ledger': { zh: '台账', en: 'Ledger' },
}
