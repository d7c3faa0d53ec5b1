import { ACTIVITY_STATES } from '@linli/contract/activities/words'
import { areaWords, type Ledger } from '../../kernel/ledgers/ledger.ts'
import { DESK } from './policy.ts'

const seats = (part: string, column: string): string =>
  `(select s.${column} from activity_seats s where s.region_id = a.region_id and s.activity_id = a.id and s.part = '${part}')`

/** What was planned, put on or called off; the summary is written once, with the activity. Names nobody. */
const activities: Ledger = {
  key: 'activities',
  name: { zh: '活动台账', en: 'Activities' },
  about: {
    zh: '每场活动：什么主题、在哪、多少人报名、到场多少人、小结。',
    en: 'Every activity: theme, place, sign-ups, head count and summary.',
  },
  roles: DESK,
  from: 'activities a left join units u on u.region_id = a.region_id and u.id = a.unit_id',
  counts: 'activities a',
  region: 'a.region_id',
  path: 'a.path',
  id: 'a.id',
  at: 'a.starts_at',
  groups: 'kind',
  columns: [
    { key: 'starts', name: { zh: '时间', en: 'When' }, kind: 'time', sql: 'a.starts_at', sorts: true },
    { key: 'title', name: { zh: '名称', en: 'Title' }, kind: 'text', sql: 'a.title', sorts: true },
    {
      key: 'kind',
      name: { zh: '类别', en: 'Kind' },
      kind: 'code',
      sql: 'a.kind',
      words: 'activityKinds',
      filters: true,
    },
    {
      key: 'theme',
      name: { zh: '主题', en: 'Theme' },
      kind: 'code',
      sql: 'a.theme',
      words: 'activityThemes',
      filters: true,
    },
    { key: 'area', name: { zh: '社区', en: 'Area' }, kind: 'text', sql: areaWords('a.region_id', 'a.path') },
    { key: 'place', name: { zh: '地点', en: 'Place' }, kind: 'text', sql: 'a.place' },
    {
      key: 'organiser',
      name: { zh: '主办单位', en: 'Organiser' },
      kind: 'text',
      sql: `u.name ->> 'zh'`,
    },
    {
      key: 'state',
      name: { zh: '状态', en: 'State' },
      kind: 'code',
      sql: 'a.state',
      words: ACTIVITY_STATES,
      filters: true,
    },
    { key: 'signedUp', name: { zh: '报名', en: 'Signed up' }, kind: 'number', sql: seats('attend', 'taken') },
    {
      key: 'arrived',
      name: { zh: '签到', en: 'Checked in' },
      kind: 'number',
      sql: seats('attend', 'arrived'),
    },
    { key: 'heads', name: { zh: '到场人数', en: 'Heads' }, kind: 'number', sql: 'a.heads' },
    { key: 'helpers', name: { zh: '帮手', en: 'Helpers' }, kind: 'number', sql: seats('help', 'taken') },
    {
      key: 'helpedMinutes',
      name: { zh: '服务分钟', en: 'Helped minutes' },
      kind: 'number',
      sql: 'a.helped_minutes',
    },
    {
      key: 'photos',
      name: { zh: '公开照片', en: 'Photos shown' },
      kind: 'number',
      sql: '(select count(*) from activity_photos p where p.region_id = a.region_id and p.activity_id = a.id and p.shown)',
    },
    { key: 'summary', name: { zh: '小结', en: 'Summary' }, kind: 'text', sql: 'a.summary' },
  ],
}

/** Hours of those who helped at an activity, as somebody else confirmed them. */
const activityHelp: Ledger = {
  key: 'activityHelp',
  name: { zh: '活动志愿服务台账', en: 'Help at activities' },
  about: { zh: '谁在哪场活动帮了多少分钟，由别人确认。', en: 'Confirmed minutes of help at activities.' },
  roles: DESK,
  from: `activity_help h join activities a on a.region_id = h.region_id and a.id = h.activity_id
    left join people p on p.region_id = h.region_id and p.id = h.person_id`,
  counts: 'activity_help h',
  region: 'h.region_id',
  path: 'h.path',
  id: 'h.id',
  at: 'h.at',
  columns: [
    { key: 'at', name: { zh: '确认时间', en: 'Confirmed' }, kind: 'time', sql: 'h.at', sorts: true },
    { key: 'activity', name: { zh: '活动', en: 'Activity' }, kind: 'text', sql: 'a.title' },
    { key: 'starts', name: { zh: '活动时间', en: 'When' }, kind: 'time', sql: 'a.starts_at' },
    { key: 'area', name: { zh: '社区', en: 'Area' }, kind: 'text', sql: areaWords('h.region_id', 'h.path') },
    { key: 'person', name: { zh: '姓名', en: 'Name' }, kind: 'text', sql: 'p.name', mask: 'name' },
    {
      key: 'minutes',
      name: { zh: '服务分钟', en: 'Minutes' },
      kind: 'number',
      sql: 'h.minutes',
      sorts: true,
    },
  ],
}

/** The ledgers that the activities bring. */
export const activityLedgers: readonly Ledger[] = [activities, activityHelp]
