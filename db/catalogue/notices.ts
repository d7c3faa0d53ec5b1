import type { DeliveriesRow, NoticesRow } from '../tables.ts'
import { ID, REGION, table, YEAR } from './words.ts'

const personal = { class: 'personal' } as const

export const noticesTables = {
  notices: table<NoticesRow>(
    '给每个人的通知',
    'Notices to people',
    { class: 'internal', basis: 'service', retention: { event: 'written', days: YEAR } },
    {
      region_id: REGION,
      id: ID,
      person_id: ['给谁', 'To whom', personal],
      kind: ['通知种类', 'Kind'],
      order_id: ['工单', 'Order'],
      facts: ['编号、代码和数字', 'Ids, codes and numbers'],
      dedupe_key: ['防重复的键', 'Key against repetition'],
      at: ['时间', 'Time'],
      shown_at: ['显示时间', 'Shown'],
      read_at: ['已读时间', 'Read'],
    },
  ),
  deliveries: table<DeliveriesRow>(
    '各渠道的送达记录，不含内容',
    'Deliveries by channel, without the words',
    { class: 'internal', basis: 'service', retention: { event: 'written', days: 180 } },
    {
      region_id: REGION,
      id: ID,
      notice_id: ['通知', 'Notice'],
      channel: ['渠道', 'Channel'],
      purpose: ['用途', 'Purpose'],
      dedupe_key: ['防重复的键', 'Key against repetition'],
      tries: ['尝试次数', 'Tries'],
      delivered_at: ['送达时间', 'Delivered'],
      failed_at: ['失败时间', 'Failed'],
      last_error: ['最近一次失败的代码', 'Code of the last failure'],
      at: ['时间', 'Time'],
    },
  ),
}
