import { areaWords, type Ledger } from '../../kernel/ledgers/ledger.ts'

const ON_DUTY = ['intake', 'regionAdmin'] as const
const AT_STATION = 'join stations s on s.region_id = '

/** 借还: what went out and came back. Who has it stands at the counter and in nothing that leaves the house. */
const loans: Ledger = {
  key: 'loans',
  name: { zh: '借还台账', en: 'Things lent' },
  about: {
    zh: '雨伞、充电宝、老花镜借出和还回；不记是谁借的。',
    en: 'What was lent and came back; not by whom.',
  },
  roles: ON_DUTY,
  from: `loans l join lendables t on t.region_id = l.region_id and t.id = l.lendable_id
    ${AT_STATION}t.region_id and s.id = t.station_id`,
  counts: 'loans l',
  region: 'l.region_id',
  path: 'l.path',
  id: 'l.id',
  at: 'l.lent_at',
  groups: 'state',
  columns: [
    { key: 'lent', name: { zh: '借出', en: 'Lent' }, kind: 'time', sql: 'l.lent_at', sorts: true },
    { key: 'thing', name: { zh: '借什么', en: 'What' }, kind: 'text', sql: 't.name' },
    { key: 'station', name: { zh: '驿站', en: 'Station' }, kind: 'text', sql: 's.name' },
    { key: 'tag', name: { zh: '号牌', en: 'Tag' }, kind: 'text', sql: 'l.tag' },
    { key: 'due', name: { zh: '该还', en: 'Due' }, kind: 'time', sql: 'l.due_at', sorts: true },
    { key: 'returned', name: { zh: '还回', en: 'Returned' }, kind: 'time', sql: 'l.returned_at' },
    {
      key: 'state',
      name: { zh: '状态', en: 'State' },
      kind: 'code',
      sql: `case when l.returned_at is null then 'out' else 'back' end`,
      words: { out: { zh: '还没还', en: 'Out' }, back: { zh: '已还', en: 'Back' } },
      filters: true,
    },
  ],
}

/** 一窗取号: numbers and times. Whose number it was is not kept here. */
const numbers: Ledger = {
  key: 'queueNumbers',
  name: { zh: '取号办理台账', en: 'Queue numbers' },
  about: {
    zh: '每天取了多少号、等了多久、在哪个窗口办。',
    en: 'Numbers of each day, and how long they waited.',
  },
  roles: ON_DUTY,
  from: `queue_tickets q ${AT_STATION}q.region_id and s.id = q.station_id`,
  counts: 'queue_tickets q',
  region: 'q.region_id',
  path: 'q.path',
  id: 'q.id',
  at: 'q.taken_at',
  groups: 'state',
  columns: [
    { key: 'taken', name: { zh: '取号', en: 'Taken' }, kind: 'time', sql: 'q.taken_at', sorts: true },
    { key: 'station', name: { zh: '驿站', en: 'Station' }, kind: 'text', sql: 's.name' },
    { key: 'area', name: { zh: '所在', en: 'Area' }, kind: 'text', sql: areaWords('q.region_id', 'q.path') },
    { key: 'number', name: { zh: '号', en: 'Number' }, kind: 'number', sql: 'q.number', sorts: true },
    { key: 'counter', name: { zh: '窗口', en: 'Counter' }, kind: 'text', sql: 'q.counter' },
    { key: 'called', name: { zh: '叫号', en: 'Called' }, kind: 'time', sql: 'q.called_at' },
    {
      key: 'waited',
      name: { zh: '等了几分钟', en: 'Minutes waited' },
      kind: 'number',
      sql: 'floor(extract(epoch from q.called_at - q.taken_at) / 60)::int',
    },
    {
      key: 'state',
      name: { zh: '状态', en: 'State' },
      kind: 'code',
      sql: 'q.state',
      words: {
        waiting: { zh: '等候', en: 'Waiting' },
        called: { zh: '已叫号', en: 'Called' },
        ended: { zh: '已办结', en: 'Over' },
      },
      filters: true,
    },
  ],
}

/** What happens at a counter. */
export const counterLedgers: readonly Ledger[] = [loans, numbers]
