import { ENTRY_KINDS, ENTRY_PHASES } from '@linli/contract/points/words'
import { areaWords, type Ledger } from '../../kernel/ledgers/ledger.ts'
import { LEDGER_READERS } from './policy.ts'

/** Every gain and every correction of points. */
const points: Ledger = {
  key: 'points',
  name: { zh: '积分台账', en: 'Points' },
  about: {
    zh: '每一笔积分：给谁、多少、为哪件事。',
    en: 'Every entry of points: to whom, how many, for what.',
  },
  roles: LEDGER_READERS,
  from: `point_entries e join point_accounts a on a.region_id = e.region_id and a.id = e.credit_account
    left join people p on p.region_id = a.region_id and p.id = a.person_id
    left join orders o on o.region_id = e.region_id and o.id = e.order_id`,
  region: 'e.region_id',
  path: 'a.community',
  id: 'e.id',
  at: 'e.at',
  groups: 'kind',
  columns: [
    { key: 'at', name: { zh: '时间', en: 'When' }, kind: 'time', sql: 'e.at', sorts: true },
    { key: 'person', name: { zh: '给谁', en: 'To' }, kind: 'text', sql: 'p.name', mask: 'name' },
    { key: 'amount', name: { zh: '积分', en: 'Points' }, kind: 'number', sql: 'e.amount', sorts: true },
    {
      key: 'kind',
      name: { zh: '类别', en: 'Kind' },
      kind: 'code',
      sql: 'e.kind',
      words: ENTRY_KINDS,
      filters: true,
    },
    {
      key: 'phase',
      name: { zh: '状态', en: 'Phase' },
      kind: 'code',
      sql: 'e.phase',
      words: ENTRY_PHASES,
      filters: true,
    },
    { key: 'order', name: { zh: '单号', en: 'Order' }, kind: 'text', sql: 'o.number' },
    {
      key: 'area',
      name: { zh: '社区', en: 'Community' },
      kind: 'text',
      sql: areaWords('a.region_id', 'a.community'),
    },
  ],
}

/** The ledgers that the points bring. */
export const pointsLedgers: readonly Ledger[] = [points]
