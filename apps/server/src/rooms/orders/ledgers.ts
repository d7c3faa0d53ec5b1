import { CHANNELS, KINDS, RESULTS, STATES, URGENCIES } from '@linli/contract'
import { areaWords, type Ledger } from '../../kernel/ledgers/ledger.ts'
import { DESK_ROLES } from './views/lists.ts'

/** Every order, whatever door it came in by: 诉求台账. No name and no number of whoever asked. */
const orders: Ledger = {
  key: 'orders',
  name: { zh: '诉求台账', en: 'Orders' },
  about: {
    zh: '居民点的、网格报的、窗口和电话来的每一件事，办到哪一步、结果怎样。',
    en: 'Every need, whatever door it came in by: how far it is and what came of it.',
  },
  roles: DESK_ROLES,
  from: `orders o join order_texts t on t.region_id = o.region_id and t.order_id = o.id`,
  counts: 'orders o',
  region: 'o.region_id',
  path: 'o.path',
  id: 'o.id',
  at: 'o.placed_at',
  narrowed: `o.restriction = 'none'`,
  groups: 'item',
  columns: [
    { key: 'number', name: { zh: '单号', en: 'Number' }, kind: 'text', sql: 'o.number', sorts: true },
    { key: 'placed', name: { zh: '点单时间', en: 'Placed' }, kind: 'time', sql: 'o.placed_at', sorts: true },
    { key: 'title', name: { zh: '事情', en: 'What' }, kind: 'text', sql: 't.title' },
    {
      key: 'item',
      name: { zh: '事项', en: 'Item' },
      kind: 'code',
      sql: 'o.item',
      words: 'items',
      filters: true,
    },
    { key: 'area', name: { zh: '地点', en: 'Place' }, kind: 'text', sql: areaWords('o.region_id', 'o.path') },
    {
      key: 'state',
      name: { zh: '进度', en: 'State' },
      kind: 'code',
      sql: 'o.state',
      words: STATES,
      filters: true,
    },
    {
      key: 'kind',
      name: { zh: '类别', en: 'Kind' },
      kind: 'code',
      sql: 'o.kind',
      words: KINDS,
      filters: true,
    },
    {
      key: 'channel',
      name: { zh: '来源', en: 'Door' },
      kind: 'code',
      sql: 'o.channel',
      words: CHANNELS,
      filters: true,
    },
    {
      key: 'urgency',
      name: { zh: '缓急', en: 'Urgency' },
      kind: 'code',
      sql: 'o.urgency',
      words: URGENCIES,
      filters: true,
    },
    {
      key: 'result',
      name: { zh: '结果', en: 'Result' },
      kind: 'code',
      sql: 'o.result',
      words: RESULTS,
      filters: true,
    },
    {
      key: 'unit',
      name: { zh: '承办单位', en: 'Unit' },
      kind: 'text',
      sql: `(select u.name ->> 'zh' from units u where u.region_id = o.region_id and u.id = o.assignee_unit_id)`,
    },
    { key: 'due', name: { zh: '时限', en: 'Due' }, kind: 'time', sql: 'o.due_at' },
    { key: 'handled', name: { zh: '办好时间', en: 'Handled' }, kind: 'time', sql: 'o.handled_at' },
    { key: 'closed', name: { zh: '结案时间', en: 'Closed' }, kind: 'time', sql: 'o.closed_at' },
    { key: 'round', name: { zh: '第几轮', en: 'Round' }, kind: 'number', sql: 'o.round' },
  ],
}

/** What the grid itself reported: a part of the orders that many places keep as a book of its own. */
const reports: Ledger = {
  ...orders,
  key: 'gridReports',
  name: { zh: '网格上报台账', en: 'Grid reports' },
  about: { zh: '网格员上报的每一件事。', en: 'Everything that grid workers reported.' },
  where: `o.channel = 'gridReport'`,
  columns: orders.columns.filter(({ key }) => key !== 'channel'),
}

/** The ledgers that the orders bring. */
export const orderLedgers: readonly Ledger[] = [orders, reports]
