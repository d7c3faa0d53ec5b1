import type { ConsentsRow, DataExportsRow, DataRequestsRow, ErasuresRow } from '../tables.ts'
import { ID, REGION, type Retention, table, YEAR } from './words.ts'

/** Three years, the general limitation of claims (Civil Code art. 188), in which it may have to be shown that the law was kept. */
const proof: Retention = { event: 'personErased', days: 3 * YEAR }
const personal = { class: 'personal' } as const

export const privacyTables = {
  consents: table<ConsentsRow>(
    '同意与撤回的记录，只增不改',
    'What people agreed to and took back, append-only',
    { class: 'internal', basis: 'duty', retention: proof },
    {
      region_id: REGION,
      id: ID,
      person_id: ['本人', 'Whose', personal],
      purpose: ['用途', 'Purpose'],
      version: ['所示文字的版本', 'Version of the words that were shown'],
      given: ['同意或撤回', 'Given or taken back', personal],
      through: ['从哪一步来', 'The operation it came by'],
      at: ['时间', 'Time'],
    },
  ),
  data_requests: table<DataRequestsRow>(
    '本人就自己的信息向办公室提出的请求',
    'What people ask the office about their own data',
    { class: 'internal', basis: 'duty', retention: { event: 'ended', days: 3 * YEAR } },
    {
      region_id: REGION,
      id: ID,
      person_id: ['本人', 'Whose', personal],
      kind: ['种类', 'Kind'],
      order_id: ['有关工单', 'Order it is about'],
      path: ['答复的辖区', 'Area whose office answers'],
      words: ['请求的话', 'The words of the request', { class: 'sensitive' }],
      asked_at: ['提出时间', 'Asked'],
      due_on: ['答复期限', 'To be answered by'],
      answered_at: ['答复时间', 'Answered'],
      answered_by: ['答复人', 'Answered by', personal],
      outcome: ['结果', 'Outcome'],
      answer: ['答复的话', 'The answer', { class: 'sensitive' }],
      erased_at: ['删除时间', 'Erased'],
    },
  ),
  data_exports: table<DataExportsRow>(
    '个人信息副本，备好后保留七天',
    "Copies of a person's data, kept for seven days once they are ready",
    { class: 'internal', basis: 'duty', retention: { event: 'expired', days: 0 } },
    {
      region_id: REGION,
      id: ID,
      person_id: ['本人', 'Whose', personal],
      asked_at: ['申请时间', 'Asked'],
      ready_at: ['备好时间', 'Ready'],
      storage_key: ['存储位置', 'Where the bytes lie', { class: 'secret' }],
      bytes: ['字节数', 'Size in bytes'],
      expires_at: ['到期时间', 'Expires'],
    },
  ),
  erasures: table<ErasuresRow>(
    '注销名单，恢复备份后照此重做',
    'List of erasures, replayed after a restore',
    { class: 'internal', basis: 'duty', retention: proof },
    {
      region_id: REGION,
      id: ID,
      person_id: ['本人的编号', 'Id of the person', personal],
      asked_at: ['申请时间', 'Asked'],
      due_at: ['七天冷静期满', 'End of the seven days'],
      cancelled_at: ['撤回时间', 'Taken back'],
      erased_at: ['注销时间', 'Erased'],
      finished_at: ['在办的单也已了结', 'When nothing waited for an open order any more'],
    },
  ),
}
