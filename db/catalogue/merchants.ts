import type { MerchantNoticesRow, MerchantObjectionsRow, MerchantsRow, MerchantWalksRow } from '../tables.ts'
import { forPlace, ID, REGION, table, YEAR } from './words.ts'

const open = { class: 'public', basis: 'noPerson', retention: forPlace } as const
const personal = { class: 'personal' } as const
const onDuty = { class: 'personal', basis: 'duty' } as const

export const merchantTables = {
  merchants: table<MerchantsRow>('一刻钟生活圈的商户', 'Merchants of the 15-minute circle', open, {
    region_id: REGION,
    id: ID,
    slug: ['公开码', 'Random public address'],
    unit_id: ['商户作为单位', 'The merchant as a unit'],
    name: ['名称', 'Name'],
    path: ['所在区域', 'Area'],
    address: ['地址', 'Address'],
    longitude: ['经度', 'Longitude'],
    latitude: ['纬度', 'Latitude'],
    phone: ['商户自己公开的电话', 'Number the merchant made public'],
    services: ['能做什么', 'Services'],
    step_free: ['无障碍', 'Step-free'],
    hours: ['营业时间', 'Opening hours'],
    trusted_at: ['何时起为信得过', '信得过 since'],
    version: ['版本', 'Version'],
    added_at: ['登记时间', 'Added'],
    closed_at: ['撤销时间', 'Closed'],
  }),
  merchant_walks: table<MerchantWalksRow>('实测步行分钟', 'Measured minutes on foot', open, {
    region_id: REGION,
    merchant_id: ['商户', 'Merchant'],
    path: ['从哪个区域', 'From which area'],
    minutes: ['分钟', 'Minutes'],
    measured_by: ['谁填写', 'Written by', onDuty],
    measured_at: ['填写时间', 'Written'],
  }),
  merchant_notices: table<MerchantNoticesRow>('信得过商户的公示', 'Notices about 信得过', open, {
    region_id: REGION,
    id: ID,
    merchant_id: ['商户', 'Merchant'],
    path: ['所在区域', 'Area'],
    kind: ['授予或取消', 'Award or removal'],
    rule_version: ['依据的规则版本', 'Version of the rule'],
    services: ['经确认的服务次数', 'Confirmed services'],
    points: ['商户积分', "Merchant's points"],
    reason: ['取消的理由', 'Reason of a removal'],
    state: ['状态', 'State'],
    proposed_by: ['谁提出', 'Proposed by', onDuty],
    from_at: ['公示开始', 'From'],
    until_at: ['公示到期', 'Until'],
    concluded_by: ['谁作决定', 'Concluded by', onDuty],
    concluded_at: ['决定时间', 'Concluded'],
  }),
  merchant_objections: table<MerchantObjectionsRow>(
    '对公示的异议',
    'Objections to a notice',
    { class: 'internal', basis: 'service', retention: { event: 'written', days: 3 * YEAR } },
    {
      region_id: REGION,
      id: ID,
      notice_id: ['公示', 'Notice'],
      path: ['所在区域', 'Area'],
      person_id: ['谁提出异议', 'Who objects', personal],
      words: ['异议的内容', 'Words of the objection', personal],
      at: ['提出时间', 'Objected'],
      decided_by: ['谁答复', 'Decided by', onDuty],
      decided_at: ['答复时间', 'Decided'],
      upheld: ['是否成立', 'Whether it was upheld'],
      answer: ['答复', 'Answer', personal],
    },
  ),
}
