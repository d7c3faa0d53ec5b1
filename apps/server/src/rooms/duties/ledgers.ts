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
      words: { crisis: { zh: '应急', en: 'Crisis' }, duty: { zh: '日常值班', en: 'Duty' } },
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

/** The ledgers that the duties bring. */
export const dutiesLedgers: readonly Ledger[] = [duties]
