import type { UpstreamImportsRow, UpstreamOrdersRow, UpstreamSendersRow } from '../tables.ts'
import { forPlace, ID, REGION, table } from './words.ts'

const open = { class: 'internal', basis: 'noPerson', retention: forPlace } as const
const onDuty = { class: 'personal', basis: 'duty' } as const

export const upstreamTables = {
  upstream_senders: table<UpstreamSendersRow>(
    '转来方：用表格送单来的平台',
    'Desks that send orders as files',
    open,
    {
      region_id: REGION,
      id: ID,
      name: ['转来方', 'Whose desk it is'],
      decides: ['由其回访、结案、延期和收回', 'Calls back, closes, extends and takes back by itself'],
      path: ['认不出地点时放到哪里', 'Where an order goes whose place is not recognised'],
      columns: ['表里的列对应什么', 'What each column of its files means'],
      version: ['版本', 'Version'],
      made_by: ['谁登记的', 'Registered by', onDuty],
      made_at: ['登记时间', 'Registered'],
      changed_at: ['最近一次改动', 'Last changed'],
    },
  ),
  upstream_orders: table<UpstreamOrdersRow>('用表格转来的工单', 'Orders that came in by a file', open, {
    region_id: REGION,
    order_id: ['工单', 'Order'],
    sender_id: ['转来方', 'Sender'],
    number: ['转来方的编号', 'Its number at the sender'],
    sent_at: ['转来方的受理时间', 'When it was placed there'],
    at: ['导入时间', 'When it was imported'],
  }),
  upstream_imports: table<UpstreamImportsRow>('转来工单的导入', 'Imports of such files', open, {
    region_id: REGION,
    id: ID,
    sender_id: ['转来方', 'Sender'],
    by_person: ['谁导入的', 'Imported by', onDuty],
    state: ['到了哪一步', 'How far it is'],
    rows: ['几行', 'Rows'],
    placed: ['新开几张单', 'Orders placed'],
    known: ['已有几张', 'Known before'],
    started_at: ['开始时间', 'Started'],
    beat_at: ['最近一次动静', 'Last sign of life'],
  }),
}
