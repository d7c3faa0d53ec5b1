import { STATES } from '@linli/contract'
import { LOG_KINDS } from '@linli/contract/duties/words'
import { areaWords, type Ledger } from '../../kernel/ledgers/ledger.ts'
import { PLANNERS } from './policy.ts'

/** Shifts that were agreed, who stood where, and the hours that the other side confirmed. */
const duties: Ledger = {
  key: 'duties',
  name: { zh: '值班台账', en: 'Duties' },
  about: {
    zh: '每一班：谁、在哪、几点到几点、确认了多少分钟。',
    en: 'Every shift: who, where, when, and confirmed minutes.',
  },
  roles: PLANNERS,
  from: `duties d join rosters r on r.region_id = d.region_id and r.id = d.roster_id
    join roster_posts o on o.region_id = d.region_id and o.id = d.post_id
    left join people p on p.region_id = d.region_id and p.id = d.person_id`,
  region: 'd.region_id',
  path: 'd.path',
  id: 'd.id',
  at: 'd.starts_at',
  where: 'd.accepted',
  groups: 'purpose',
  columns: [
    { key: 'starts', name: { zh: '开始', en: 'From' }, kind: 'time', sql: 'd.starts_at', sorts: true },
    { key: 'ends', name: { zh: '结束', en: 'Until' }, kind: 'time', sql: 'd.ends_at' },
    { key: 'roster', name: { zh: '值班表', en: 'Roster' }, kind: 'text', sql: 'r.title' },
    {
      key: 'purpose',
      name: { zh: '用途', en: 'Purpose' },
      kind: 'code',
      sql: 'r.purpose',
      words: { crisis: { zh: '应急', en: 'Crisis' }, duty: { zh: '日常值班', en: 'Everyday duties' } },
      filters: true,
    },
    { key: 'post', name: { zh: '岗位', en: 'Post' }, kind: 'text', sql: 'o.name' },
    { key: 'place', name: { zh: '地点', en: 'Place' }, kind: 'text', sql: 'o.place' },
    { key: 'person', name: { zh: '姓名', en: 'Name' }, kind: 'text', sql: 'p.name', mask: 'name' },
    { key: 'area', name: { zh: '范围', en: 'Area' }, kind: 'text', sql: areaWords('d.region_id', 'd.path') },
    {
      key: 'minutes',
      name: { zh: '确认分钟', en: 'Confirmed minutes' },
      kind: 'number',
      sql: 'd.confirmed_minutes',
    },
  ],
}

const ofOrder = (column: string): string => `case when w.restriction = 'none' then w.${column} end`

/** 巡查隐患和交接班: what was checked, found and handed over on a shift, and what became of a hazard. */
const patrols: Ledger = {
  key: 'patrols',
  name: { zh: '巡查隐患台账', en: 'Patrols and hazards' },
  about: {
    zh: '每一班巡查了什么、发现什么隐患、转成哪张单办到哪一步、交接了什么。',
    en: 'What was checked, found and handed over on a shift, and the order a hazard became.',
  },
  roles: PLANNERS,
  from: `duty_log l join rosters r on r.region_id = l.region_id and r.id = l.roster_id
    join roster_posts o on o.region_id = l.region_id and o.id = l.post_id
    left join orders w on w.region_id = l.region_id and w.id = l.order_id
    left join people p on p.region_id = l.region_id and p.id = l.by_person`,
  counts: 'duty_log l',
  region: 'l.region_id',
  path: 'l.path',
  id: 'l.id',
  at: 'l.at',
  groups: 'kind',
  columns: [
    { key: 'at', name: { zh: '时间', en: 'When' }, kind: 'time', sql: 'l.at', sorts: true },
    {
      key: 'kind',
      name: { zh: '类别', en: 'Kind' },
      kind: 'code',
      sql: 'l.kind',
      words: LOG_KINDS,
      filters: true,
    },
    { key: 'text', name: { zh: '内容', en: 'What' }, kind: 'text', sql: 'l.text' },
    { key: 'roster', name: { zh: '值班表', en: 'Roster' }, kind: 'text', sql: 'r.title' },
    { key: 'post', name: { zh: '岗位', en: 'Post' }, kind: 'text', sql: 'o.name' },
    { key: 'place', name: { zh: '地点', en: 'Place' }, kind: 'text', sql: 'o.place' },
    { key: 'area', name: { zh: '范围', en: 'Area' }, kind: 'text', sql: areaWords('l.region_id', 'l.path') },
    { key: 'person', name: { zh: '记录人', en: 'By' }, kind: 'text', sql: 'p.name', mask: 'name' },
    { key: 'order', name: { zh: '转成的单', en: 'Order' }, kind: 'text', sql: ofOrder('number') },
    {
      key: 'orderState',
      name: { zh: '办到哪步', en: 'How far' },
      kind: 'code',
      sql: ofOrder('state'),
      words: STATES,
    },
  ],
}

/** The ledgers that the duties bring. */
export const dutiesLedgers: readonly Ledger[] = [duties, patrols]
