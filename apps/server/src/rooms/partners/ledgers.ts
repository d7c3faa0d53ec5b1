import {
  AGREEMENT_STATES,
  CHECK_IN_KINDS,
  CHECK_IN_STATES,
  PROMISE_KINDS,
  PROMISE_STATES,
  SIDES,
} from '@linli/contract/partners/words'
import type { Ledger } from '../../kernel/ledgers/ledger.ts'
import { documentLedgers } from './documentLedgers.ts'
import { ledgerArea as area, ledgerUnit as unit } from './ledgerColumns.ts'
import { OFFICE } from './policy.ts'

/** 报到台账: who reports, with the letter; what somebody did stands on their card and in no ledger. */
const checkIns: Ledger = {
  key: 'checkIns',
  name: { zh: '双报到台账', en: 'Check-ins' },
  about: {
    zh: '来社区报到的单位和党员，介绍信的编号。',
    en: 'Units and members who report, with their letters.',
  },
  roles: OFFICE,
  from: `check_ins c join units u on u.region_id = c.region_id and u.id = c.unit_id
    left join people p on p.region_id = c.region_id and p.id = c.person_id`,
  region: 'c.region_id',
  path: 'c.path',
  id: 'c.id',
  at: 'c.asked_at',
  groups: 'kind',
  columns: [
    {
      key: 'kind',
      name: { zh: '谁报到', en: 'Who' },
      kind: 'code',
      sql: 'c.kind',
      words: CHECK_IN_KINDS,
      filters: true,
    },
    unit,
    { key: 'name', name: { zh: '姓名', en: 'Name' }, kind: 'text', sql: 'p.name', mask: 'name' },
    area('c'),
    { key: 'brings', name: { zh: '带来的资源', en: 'What it brings' }, kind: 'text', sql: 'c.brings' },
    {
      key: 'state',
      name: { zh: '状态', en: 'State' },
      kind: 'code',
      sql: 'c.state',
      words: CHECK_IN_STATES,
      filters: true,
    },
    {
      key: 'letter',
      name: { zh: '介绍信编号', en: 'Letter' },
      kind: 'text',
      sql: '(select l.number from letters l where l.region_id = c.region_id and l.check_in_id = c.id and l.revoked_at is null)',
    },
    {
      key: 'askedAt',
      name: { zh: '报到时间', en: 'Reported' },
      kind: 'time',
      sql: 'c.asked_at',
      sorts: true,
    },
  ],
}

/** 共建单位服务台账: each promise of each agreement, with what was kept and what came. */
const promises: Ledger = {
  key: 'promises',
  name: { zh: '共建单位服务台账', en: 'Promises of partner units' },
  about: {
    zh: '结对共建协议里的每一条承诺，兑现到哪一步。',
    en: 'Each promise of an agreement and how far it is.',
  },
  roles: OFFICE,
  from: `agreement_promises m join agreements a on a.region_id = m.region_id and a.id = m.agreement_id
    join units u on u.region_id = a.region_id and u.id = a.unit_id`,
  region: 'm.region_id',
  path: 'a.path',
  id: 'm.id',
  at: 'a.proposed_at',
  groups: 'state',
  columns: [
    { key: 'agreement', name: { zh: '协议', en: 'Agreement' }, kind: 'text', sql: 'a.title' },
    {
      key: 'agreed',
      name: { zh: '协议状态', en: 'Agreement is' },
      kind: 'code',
      sql: 'a.state',
      words: AGREEMENT_STATES,
      filters: true,
    },
    unit,
    area('a'),
    {
      key: 'side',
      name: { zh: '谁的承诺', en: 'Whose' },
      kind: 'code',
      sql: 'm.side',
      words: SIDES,
      filters: true,
    },
    {
      key: 'kind',
      name: { zh: '事还是资金', en: 'Kind' },
      kind: 'code',
      sql: 'm.kind',
      words: PROMISE_KINDS,
      filters: true,
    },
    { key: 'words', name: { zh: '内容', en: 'What' }, kind: 'text', sql: 'm.words' },
    { key: 'dueOn', name: { zh: '哪天前', en: 'Due on' }, kind: 'day', sql: 'm.due_on' },
    { key: 'fen', name: { zh: '承诺金额', en: 'Promised' }, kind: 'money', sql: 'm.fen' },
    { key: 'paidFen', name: { zh: '到位金额', en: 'Received' }, kind: 'money', sql: 'm.paid_fen' },
    {
      key: 'state',
      name: { zh: '兑现', en: 'State' },
      kind: 'code',
      sql: 'm.state',
      words: PROMISE_STATES,
      filters: true,
    },
    {
      key: 'proposedAt',
      name: { zh: '提出时间', en: 'Proposed' },
      kind: 'time',
      sql: 'a.proposed_at',
      sorts: true,
    },
  ],
}

export const partnerLedgers: readonly Ledger[] = [checkIns, promises, ...documentLedgers]
