import { TRUST_KINDS, TRUST_STATES } from '@linli/contract/merchants/words'
import { areaWords, type Ledger } from '../../kernel/ledgers/ledger.ts'

const ON_DUTY = ['intake', 'regionAdmin'] as const

/** Merchants of the circle; name, address and telephone may be corrected in the file. */
const merchants: Ledger = {
  key: 'merchants',
  name: { zh: '商户台账', en: 'Merchants' },
  about: { zh: '一刻钟生活圈里有哪些商户、做什么、是不是信得过。', en: 'Merchants of the 15-minute circle.' },
  roles: ON_DUTY,
  from: 'merchants m',
  region: 'm.region_id',
  path: 'm.path',
  id: 'm.id',
  at: 'm.added_at',
  where: 'm.closed_at is null',
  groups: 'trusted',
  columns: [
    {
      key: 'name',
      name: { zh: '名称', en: 'Name' },
      kind: 'text',
      sql: 'm.name',
      sorts: true,
      edits: 'name',
    },
    { key: 'area', name: { zh: '所在', en: 'Area' }, kind: 'text', sql: areaWords('m.region_id', 'm.path') },
    { key: 'address', name: { zh: '地址', en: 'Address' }, kind: 'text', sql: 'm.address', edits: 'address' },
    { key: 'phone', name: { zh: '电话', en: 'Telephone' }, kind: 'text', sql: 'm.phone', edits: 'phone' },
    {
      key: 'services',
      name: { zh: '服务项数', en: 'Services' },
      kind: 'number',
      sql: 'cardinality(m.services)',
    },
    {
      key: 'stepFree',
      name: { zh: '无障碍', en: 'Step-free' },
      kind: 'yesNo',
      sql: 'm.step_free',
      edits: 'stepFree',
    },
    {
      key: 'trusted',
      name: { zh: '信得过', en: 'Trusted' },
      kind: 'code',
      sql: `case when m.trusted_at is null then 'no' else 'yes' end`,
      words: { yes: { zh: '信得过', en: 'Trusted' }, no: { zh: '还不是', en: 'Not yet' } },
      filters: true,
    },
    {
      key: 'added',
      name: { zh: '登记时间', en: 'Registered' },
      kind: 'time',
      sql: 'm.added_at',
      sorts: true,
    },
  ],
  edit: {
    operation: 'changeMerchant',
    roles: ['regionAdmin'],
    body: `jsonb_build_object('version', m.version, 'name', m.name, 'path', m.path, 'address', m.address,
      'position', jsonb_build_object('system', 'wgs84', 'longitude', m.longitude, 'latitude', m.latitude),
      'phone', m.phone, 'services', to_jsonb(m.services), 'stepFree', m.step_free, 'hours', m.hours)`,
  },
}

/** Notices about 信得过 with their figures and their end. Who objected is not said. */
const trustNotices: Ledger = {
  key: 'trustNotices',
  name: { zh: '信得过公示台账', en: 'Notices about trust' },
  about: {
    zh: '公示了哪家、按哪些数、几条异议、结果。',
    en: 'Which merchant, by which figures, objections, result.',
  },
  roles: ON_DUTY,
  from: 'merchant_notices n join merchants m on m.region_id = n.region_id and m.id = n.merchant_id',
  counts: 'merchant_notices n',
  region: 'n.region_id',
  path: 'n.path',
  id: 'n.id',
  at: 'n.from_at',
  groups: 'state',
  columns: [
    { key: 'from', name: { zh: '公示开始', en: 'From' }, kind: 'time', sql: 'n.from_at', sorts: true },
    { key: 'until', name: { zh: '公示到', en: 'Until' }, kind: 'time', sql: 'n.until_at' },
    { key: 'merchant', name: { zh: '商户', en: 'Merchant' }, kind: 'text', sql: 'm.name' },
    {
      key: 'kind',
      name: { zh: '公示什么', en: 'Notice' },
      kind: 'code',
      sql: 'n.kind',
      words: TRUST_KINDS,
      filters: true,
    },
    { key: 'services', name: { zh: '确认的服务', en: 'Services' }, kind: 'number', sql: 'n.services' },
    { key: 'points', name: { zh: '积分', en: 'Points' }, kind: 'number', sql: 'n.points' },
    { key: 'reason', name: { zh: '理由', en: 'Reason' }, kind: 'text', sql: 'n.reason' },
    {
      key: 'objections',
      name: { zh: '异议', en: 'Objections' },
      kind: 'number',
      sql: '(select count(*) from merchant_objections o where o.region_id = n.region_id and o.notice_id = n.id)',
    },
    {
      key: 'upheld',
      name: { zh: '成立', en: 'Upheld' },
      kind: 'number',
      sql: '(select count(*) from merchant_objections o where o.region_id = n.region_id and o.notice_id = n.id and o.upheld)',
    },
    {
      key: 'state',
      name: { zh: '结果', en: 'Result' },
      kind: 'code',
      sql: 'n.state',
      words: TRUST_STATES,
      filters: true,
    },
  ],
}

/** The ledgers that the merchants bring. */
export const merchantLedgers: readonly Ledger[] = [merchants, trustNotices]
