import { CARD_STATES, LETTER_STATES, REPORT_STATES } from '@linli/contract/partners/words'
import type { Ledger, LedgerColumn } from '../../kernel/ledgers/ledger.ts'
import { ledgerArea, ledgerUnit } from './ledgerColumns.ts'
import { OFFICE } from './policy.ts'

const number = (sql: string): LedgerColumn => ({
  key: 'number',
  name: { zh: '编号', en: 'Number' },
  kind: 'text',
  sql,
})
const name: LedgerColumn = {
  key: 'name',
  name: { zh: '姓名', en: 'Name' },
  kind: 'text',
  sql: 'p.name',
  mask: 'name',
}

/** 介绍信台账: which letters were issued, and whether they stand. */
const letters: Ledger = {
  key: 'letters',
  name: { zh: '介绍信台账', en: 'Introduction letters' },
  about: { zh: '单位开了哪些介绍信，还有没有效。', en: 'Letters that units issued, and whether they stand.' },
  roles: OFFICE,
  from: `letters l join units u on u.region_id = l.region_id and u.id = l.unit_id
    join people p on p.region_id = l.region_id and p.id = l.person_id`,
  region: 'l.region_id',
  path: 'l.path',
  id: 'l.id',
  at: 'l.issued_at',
  groups: 'state',
  columns: [
    number('l.number'),
    ledgerUnit,
    name,
    ledgerArea('l'),
    {
      key: 'state',
      name: { zh: '状态', en: 'State' },
      kind: 'code',
      sql: `case when l.revoked_at is not null then 'revoked'
        when l.valid_until < (app_now() at time zone 'Asia/Shanghai')::date then 'expired' else 'valid' end`,
      words: LETTER_STATES,
      filters: true,
    },
    { key: 'validUntil', name: { zh: '有效期至', en: 'Valid until' }, kind: 'day', sql: 'l.valid_until' },
    {
      key: 'issuedAt',
      name: { zh: '开具时间', en: 'Issued' },
      kind: 'time',
      sql: 'l.issued_at',
      sorts: true,
    },
  ],
}

/** 反馈卡台账: which cards there are and where each is; what somebody did stands on their card and in no ledger. */
const cards: Ledger = {
  key: 'feedbackCards',
  name: { zh: '反馈卡台账', en: 'Feedback cards' },
  about: {
    zh: '给谁填了反馈卡，办到哪一步；做了什么只在本人的卡上。',
    en: 'Which cards were drawn and how far they are; what somebody did stands on the card only.',
  },
  roles: OFFICE,
  from: `feedback_cards f join units u on u.region_id = f.region_id and u.id = f.unit_id
    join people p on p.region_id = f.region_id and p.id = f.person_id`,
  region: 'f.region_id',
  path: 'f.path',
  id: 'f.id',
  at: 'f.drawn_at',
  groups: 'state',
  columns: [
    number('f.number'),
    ledgerUnit,
    name,
    ledgerArea('f'),
    { key: 'fromOn', name: { zh: '从哪天', en: 'From' }, kind: 'day', sql: 'f.from_on' },
    { key: 'toOn', name: { zh: '到哪天', en: 'To' }, kind: 'day', sql: 'f.to_on' },
    {
      key: 'state',
      name: { zh: '状态', en: 'State' },
      kind: 'code',
      sql: 'f.state',
      words: CARD_STATES,
      filters: true,
    },
    { key: 'drawnAt', name: { zh: '填写时间', en: 'Drawn' }, kind: 'time', sql: 'f.drawn_at', sorts: true },
    { key: 'sentAt', name: { zh: '送交时间', en: 'Sent' }, kind: 'time', sql: 'f.sent_at' },
  ],
}

/** 单位服务报告台账: which reports there are and whether the unit answered; the figures stand on the report. */
const reports: Ledger = {
  key: 'unitReports',
  name: { zh: '单位服务报告台账', en: 'Reports of units' },
  about: {
    zh: '给哪些单位填了服务报告，单位答复了没有。',
    en: 'Which reports of units were drawn, and whether the unit has answered.',
  },
  roles: OFFICE,
  from: 'unit_reports r join units u on u.region_id = r.region_id and u.id = r.unit_id',
  region: 'r.region_id',
  path: 'r.path',
  id: 'r.id',
  at: 'r.drawn_at',
  groups: 'state',
  columns: [
    number('r.number'),
    ledgerUnit,
    ledgerArea('r'),
    { key: 'fromOn', name: { zh: '从哪天', en: 'From' }, kind: 'day', sql: 'r.from_on' },
    { key: 'toOn', name: { zh: '到哪天', en: 'To' }, kind: 'day', sql: 'r.to_on' },
    {
      key: 'state',
      name: { zh: '状态', en: 'State' },
      kind: 'code',
      sql: 'r.state',
      words: REPORT_STATES,
      filters: true,
    },
    { key: 'drawnAt', name: { zh: '填写时间', en: 'Drawn' }, kind: 'time', sql: 'r.drawn_at', sorts: true },
    { key: 'answeredAt', name: { zh: '答复时间', en: 'Answered' }, kind: 'time', sql: 'r.answered_at' },
  ],
}

export const documentLedgers: readonly Ledger[] = [letters, cards, reports]
