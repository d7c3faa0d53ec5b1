import { areaWords, type Ledger } from '../../kernel/ledgers/ledger.ts'
import { MANAGERS } from './policy.ts'

/** What was taught, where, and how many were there. A row is a session and never a person. */
const trainings: Ledger = {
  key: 'trainings',
  name: { zh: '培训台账', en: 'Training' },
  about: {
    zh: '每一期培训：教什么、谁来讲、多少人参加。',
    en: 'Every session: subject, trainer, how many came.',
  },
  roles: MANAGERS,
  from: 'course_sessions s join courses c on c.region_id = s.region_id and c.id = s.course_id',
  counts: 'course_sessions s',
  region: 's.region_id',
  path: 's.path',
  id: 's.id',
  at: 's.starts_at',
  columns: [
    { key: 'starts', name: { zh: '时间', en: 'When' }, kind: 'time', sql: 's.starts_at', sorts: true },
    { key: 'course', name: { zh: '课程', en: 'Course' }, kind: 'text', sql: 'c.title' },
    { key: 'area', name: { zh: '范围', en: 'Area' }, kind: 'text', sql: areaWords('s.region_id', 's.path') },
    { key: 'place', name: { zh: '地点', en: 'Place' }, kind: 'text', sql: 's.place' },
    { key: 'trainer', name: { zh: '讲课人', en: 'Trainer' }, kind: 'text', sql: 's.trainer' },
    { key: 'seats', name: { zh: '座位', en: 'Seats' }, kind: 'number', sql: 's.seats' },
    { key: 'taken', name: { zh: '报名', en: 'Taken' }, kind: 'number', sql: 's.taken' },
    {
      key: 'attended',
      name: { zh: '确认参加', en: 'Attended' },
      kind: 'number',
      sql: '(select count(*) from course_seats t where t.region_id = s.region_id and t.session_id = s.id and t.attended_at is not null)',
    },
  ],
}

/** 师徒结对, from when both have said yes. */
const mentorPairs: Ledger = {
  key: 'mentorPairs',
  name: { zh: '师徒结对台账', en: 'Mentor pairs' },
  about: {
    zh: '谁带谁、学什么、到哪天；双方都同意才算。',
    en: 'Who learns what from whom, until when; both agreed.',
  },
  roles: MANAGERS,
  from: `mentor_pairs m left join people t on t.region_id = m.region_id and t.id = m.mentor_id
    left join people l on l.region_id = m.region_id and l.id = m.learner_id`,
  counts: 'mentor_pairs m',
  region: 'm.region_id',
  path: 'm.path',
  id: 'm.id',
  at: 'm.at',
  where: 'm.mentor_agreed_at is not null and m.learner_agreed_at is not null',
  groups: 'state',
  columns: [
    { key: 'mentor', name: { zh: '师傅', en: 'Mentor' }, kind: 'text', sql: 't.name', mask: 'name' },
    { key: 'learner', name: { zh: '徒弟', en: 'Learner' }, kind: 'text', sql: 'l.name', mask: 'name' },
    { key: 'subject', name: { zh: '学什么', en: 'Subject' }, kind: 'text', sql: 'm.subject' },
    { key: 'area', name: { zh: '范围', en: 'Area' }, kind: 'text', sql: areaWords('m.region_id', 'm.path') },
    { key: 'from', name: { zh: '从哪天', en: 'From' }, kind: 'day', sql: 'm.from_on', sorts: true },
    { key: 'until', name: { zh: '到哪天', en: 'Until' }, kind: 'day', sql: 'm.until_on', sorts: true },
    {
      key: 'state',
      name: { zh: '状态', en: 'State' },
      kind: 'code',
      sql: `case when m.ended_at is null then 'now' else 'ended' end`,
      words: { now: { zh: '进行中', en: 'Going on' }, ended: { zh: '已结束', en: 'Ended' } },
      filters: true,
    },
  ],
}

/** The ledgers that the staff brings. Agreed work results stay between those who agreed: they are in none. */
export const staffLedgers: readonly Ledger[] = [trainings, mentorPairs]
