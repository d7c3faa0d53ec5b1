import type { LedgerChoicesRow, LedgerExportsRow, LedgerMinutesRow, LedgerTemplatesRow } from '../tables.ts'
import { forPlace, ID, REGION, table } from './words.ts'

const personal = { class: 'personal' } as const

export const ledgerTables = {
  ledger_choices: table<LedgerChoicesRow>(
    '每个人看台账时选的列',
    'Which columns of a ledger a person likes to see',
    { class: 'internal', basis: 'duty', retention: { event: 'personErased', days: 0 } },
    {
      region_id: REGION,
      id: ID,
      person_id: ['谁选的', 'Whose choice', personal],
      ledger: ['哪本台账', 'Ledger'],
      columns: ['列和次序', 'Columns in their order'],
      at: ['选的时间', 'When it was made'],
    },
  ),
  ledger_exports: table<LedgerExportsRow>(
    '导出的台账文件，保留七天；用途记在审计里',
    'Files of ledgers, kept for seven days; what they were for stands in the audit',
    { class: 'internal', basis: 'duty', retention: { event: 'expired', days: 0 } },
    {
      region_id: REGION,
      id: ID,
      ledger: ['哪本台账', 'Ledger'],
      format: ['格式', 'Format'],
      columns: ['导出的列', 'Columns'],
      filters: ['范围、时段和筛选', 'Area, period and filters'],
      by_person: ['谁导出的', 'Who exported it', personal],
      state: ['写到哪一步', 'How far it is'],
      rows_expected: ['总行数', 'Rows there are'],
      rows_written: ['已写行数', 'Rows written'],
      refused: ['没写成的原因', 'Why it was not written'],
      storage_key: ['存储位置', 'Where the bytes lie', { class: 'secret' }],
      bytes: ['字节数', 'Size in bytes'],
      name: ['文件名', 'Name of the file'],
      asked_at: ['申请时间', 'Asked'],
      beat_at: ['最近一次进度', 'Last sign of progress'],
      expires_at: ['到期时间', 'Expires'],
    },
  ),
  ledger_minutes: table<LedgerMinutesRow>(
    '本地实测：一本纸质台账每条要抄几分钟，从哪个月起算',
    'How long an entry of a paper ledger took by hand, as the place measured it, and from which month it holds',
    { class: 'internal', basis: 'noPerson', retention: forPlace },
    {
      region_id: REGION,
      id: ID,
      book: ['哪本纸质台账', 'Paper ledger'],
      since: ['从哪个月起', 'Month it holds from'],
      minutes: ['每条几分钟', 'Minutes of an entry'],
      ground: ['怎么量的', 'How it was measured'],
      by_person: ['谁改的', 'Who set it', { class: 'personal', basis: 'duty' }],
      at: ['改的时间', 'When it was set'],
    },
  ),
  ledger_templates: table<LedgerTemplatesRow>(
    '本地的文档模板，只有占位符，没有人的信息',
    "A place's own document templates: placeholders, nobody's data",
    { class: 'internal', basis: 'noPerson', retention: forPlace },
    {
      region_id: REGION,
      id: ID,
      ledger: ['哪本台账', 'Ledger'],
      scope: ['整份还是一行', 'For the whole ledger or a row'],
      name: ['名称', 'Name'],
      content: ['文档本身', 'The document itself'],
      by_person: ['谁上传的', 'Who uploaded it', { class: 'personal', basis: 'duty' }],
      at: ['上传时间', 'When it was uploaded'],
      closed_at: ['撤下时间', 'When it was withdrawn'],
    },
  ),
}
