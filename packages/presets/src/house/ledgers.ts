import type { LedgerSet, LedgerSum, RetiredLedger, Source } from '@linli/contract'
import { HOUSE_RULES } from './sources.ts'

const source: Source = { document: HOUSE_RULES, mechanism: '减负清单：一次录入，台账自动生成' }
/** No source document says how long an entry takes: said wherever the figure is shown. */
const ground = {
  zh: '系统估计的手工抄录时间，文件里没有写；请按本地实测改成自己的数',
  en: 'Estimated time of writing by hand, printed in no document; put your own measured figure in its place',
}
const gridWorker = { zh: '网格员', en: 'Grid worker' }
const counter = { zh: '社区窗口', en: 'Counter of the community' }
const each = { zh: '每件一记', en: 'Every entry' }

/** Paper ledgers that most communities keep, and which of the house's own fill themselves in their place. */
export const retiredLedgers: readonly RetiredLedger[] = [
  {
    key: 'requestBook',
    name: { zh: '群众诉求登记本', en: 'Book of requests' },
    keptBy: counter,
    every: each,
    ledger: 'orders',
    only: ['channel:hand', 'channel:proxy', 'channel:telephone', 'channel:counter'],
    minutes: 4,
    ground,
    source,
  },
  {
    key: 'gridBook',
    name: { zh: '网格事件上报登记本', en: 'Book of grid reports' },
    keptBy: gridWorker,
    every: each,
    ledger: 'gridReports',
    only: [],
    minutes: 4,
    ground,
    source,
  },
  {
    key: 'bookingBook',
    name: { zh: '场地和服务预约登记本', en: 'Book of bookings' },
    keptBy: { zh: '驿站值班人员', en: 'Staff of the station' },
    every: each,
    ledger: 'bookings',
    only: [],
    minutes: 2,
    ground,
    source,
  },
  {
    key: 'visitBook',
    name: { zh: '入户走访记录本', en: 'Book of visits' },
    keptBy: gridWorker,
    every: { zh: '每访一记', en: 'Every visit' },
    ledger: 'visits',
    only: [],
    minutes: 5,
    ground,
    source,
  },
  {
    key: 'dutySheet',
    name: { zh: '值班签到表', en: 'Duty sheet' },
    keptBy: { zh: '驿站和卡口', en: 'Stations and gates' },
    every: { zh: '每班一记', en: 'Every shift' },
    ledger: 'duties',
    only: [],
    minutes: 2,
    ground,
    source,
  },
  {
    key: 'pointsBook',
    name: { zh: '积分登记册', en: 'Book of points' },
    keptBy: counter,
    every: { zh: '每笔一记', en: 'Every entry' },
    ledger: 'points',
    only: [],
    minutes: 2,
    ground,
    source,
  },
]

export const ledgerSets: readonly LedgerSet[] = []
export const ledgerSums: readonly LedgerSum[] = []
