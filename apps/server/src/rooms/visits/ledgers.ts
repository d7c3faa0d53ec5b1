import { CAMPAIGN_KINDS, OUTCOMES } from '@linli/contract/visits/words'
import { areaWords, type Ledger } from '../../kernel/ledgers/ledger.ts'
import { READERS } from './policy.ts'

/** What nothing replaces of every visit: which door, when, and what became of it. What was answered stands in the visit. */
const visits: Ledger = {
  key: 'visits',
  name: { zh: '走访台账', en: 'Visits' },
  about: {
    zh: '每次走访：哪一户、哪一天、见到没有、转了几张单。',
    en: 'Every visit: which door, when, and what came of it.',
  },
  roles: READERS,
  from: `visit_records v join campaigns c on c.region_id = v.region_id and c.id = v.campaign_id
    left join households h on h.region_id = v.region_id and h.id = v.household_id`,
  region: 'v.region_id',
  path: 'v.path',
  id: 'v.id',
  at: 'v.at',
  where: `not exists (select 1 from visit_records later where later.region_id = v.region_id and later.visit_id = v.visit_id and v.id = any (later.replaces))`,
  groups: 'outcome',
  columns: [
    { key: 'at', name: { zh: '走访时间', en: 'When' }, kind: 'time', sql: 'v.device_at', sorts: true },
    { key: 'campaign', name: { zh: '走访活动', en: 'Campaign' }, kind: 'text', sql: 'c.name' },
    {
      key: 'kind',
      name: { zh: '类别', en: 'Kind' },
      kind: 'code',
      sql: 'c.kind',
      words: CAMPAIGN_KINDS,
      filters: true,
    },
    {
      key: 'area',
      name: { zh: '楼栋', en: 'Building' },
      kind: 'text',
      sql: areaWords('v.region_id', 'v.path'),
    },
    { key: 'room', name: { zh: '室', en: 'Room' }, kind: 'text', sql: 'h.room' },
    {
      key: 'outcome',
      name: { zh: '结果', en: 'Outcome' },
      kind: 'code',
      sql: 'v.outcome',
      words: OUTCOMES,
      filters: true,
    },
    {
      key: 'orders',
      name: { zh: '转成工单', en: 'Orders' },
      kind: 'number',
      sql: 'cardinality(v.order_ids)',
    },
  ],
}

/** The ledgers that the visits bring. */
export const visitsLedgers: readonly Ledger[] = [visits]
