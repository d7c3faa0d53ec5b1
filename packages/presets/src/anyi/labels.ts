import type { Words } from '@linli/contract'

/** The place's own words over the general ones. */
export const labels: { readonly [key: string]: Words } = {
  'brand.name': { zh: '邻里里', en: 'Next door' },
  'brand.points': { zh: '报到积分', en: 'Reporting points' },
  'brand.teams': { zh: '邻里里服务团', en: 'Next-door teams' },
  'step.placeOrder': { zh: '群众点单', en: 'Residents order' },
  'step.claimOrder': { zh: '党员接单', en: 'Members take it' },
  'station.name': { zh: '邻里里驿站', en: 'Next-door station' },
  'screen.wall': { zh: '城市·家', en: 'City home' },
  'record.ledger': { zh: '台账', en: 'Ledger' },
}
