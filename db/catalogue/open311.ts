import type { ApiKeysRow, Open311RequestsRow, Open311UpdatesRow } from '../tables.ts'
import { forPlace, ID, REGION, table } from './words.ts'

const open = { class: 'internal', basis: 'noPerson', retention: forPlace } as const
const onDuty = { class: 'personal', basis: 'duty' } as const

export const open311Tables = {
  api_keys: table<ApiKeysRow>('别的系统用的接口钥匙', 'Keys of other systems', open, {
    region_id: REGION,
    id: ID,
    name: ['哪个系统', 'Whose system'],
    purpose: ['用途', 'What for'],
    scopes: ['权限', 'Scopes'],
    key_hash: ['钥匙的 SHA-256', 'SHA-256 of the key', { class: 'secret', basis: 'security' }],
    tail: ['钥匙的最后四位', 'Last four letters of the key'],
    per_minute: ['每分钟最多几次', 'Uses a minute'],
    expires_at: ['有效到何时', 'Expires'],
    made_by: ['谁发的', 'Issued by', onDuty],
    made_at: ['发出时间', 'Issued'],
    revoked_by: ['谁停用的', 'Revoked by', onDuty],
    revoked_at: ['停用时间', 'Revoked'],
    used_at: ['最近一次使用', 'Last used'],
    uses: ['用过几次', 'Uses'],
  }),
  open311_requests: table<Open311RequestsRow>('由接口送来的工单', 'Orders that came in by a key', open, {
    region_id: REGION,
    order_id: ['工单', 'Order'],
    key_id: ['哪把钥匙', 'By which key'],
    at: ['送来时间', 'When'],
  }),
  open311_updates: table<Open311UpdatesRow>(
    '由接口送来的补充：同一条只记一次',
    'What a key added to an order: the same once',
    open,
    {
      region_id: REGION,
      id: ID,
      key_id: ['哪把钥匙', 'By which key'],
      order_id: ['工单', 'Order'],
      sent_id: ['对方的编号', 'Its number at the sender'],
      version: ['补充后的工单版本', 'Version of the order after it'],
      at: ['送来时间', 'When'],
    },
  ),
}
