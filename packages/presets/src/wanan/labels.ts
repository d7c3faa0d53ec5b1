import type { Words } from '@linli/contract'

/** The place's own words over the general ones. */
export const labels: { readonly [key: string]: Words } = {
  'brand.name': { zh: '小区3＋N', en: 'Compounds 3+N' },
  'brand.teams': { zh: '彩虹志愿服务队', en: 'Rainbow volunteers' },
  'hall.claimBoard': { zh: '微心愿墙', en: 'Wall of wishes' },
  'station.name': { zh: '党群服务中心', en: 'Service centre' },
  'screen.wall': { zh: '小区一张图', en: 'Compounds at a glance' },
  'record.ledger': { zh: '台账', en: 'Ledger' },
}
