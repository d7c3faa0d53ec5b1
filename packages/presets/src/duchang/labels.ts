import type { Words } from '@linli/contract'

/** The place's own words over the general ones. */
export const labels: { readonly [key: string]: Words } = {
  'brand.name': { zh: '红色蒲公英驿站', en: 'Red Dandelion Station' },
  'brand.points': { zh: '蒲公英积分', en: 'Dandelion points' },
  'brand.teams': { zh: '鄱湖红志愿服务队', en: 'Poyang Lake Red teams' },
  'button.help': { zh: '我要点单', en: 'Place an order' },
  'step.placeOrder': { zh: '群众点单', en: 'Residents order' },
  'step.dispatchOrder': { zh: '社区派单', en: 'Community dispatches' },
  'step.claimOrder': { zh: '党员接单', en: 'Members take it' },
  'step.showOrder': { zh: '公开晒单', en: 'Shown to all' },
  'step.rateOrder': { zh: '群众评单', en: 'Residents rate' },
  'step.redeemPoints': { zh: '积分兑换', en: 'Redeem points' },
  'hall.claimBoard': { zh: '微心愿墙', en: 'Wall of wishes' },
  'station.name': { zh: '红色驿站', en: 'Red station' },
  'duty.hours': {
    zh: '全年365天有人值班：工作日中午、双休日、节假日都在',
    en: 'Somebody is on duty all 365 days: at noon, at weekends and on holidays',
  },
  'duty.ways': {
    zh: '可以预约，可以请人代办，可以就近办，一个窗口办到底',
    en: 'By appointment, by proxy, at the nearest place, at one counter',
  },
  'screen.wall': { zh: '五红一张图', en: 'Five Reds at a glance' },
  'record.ledger': { zh: '销号台账', en: 'Ledger of open matters' },
}
