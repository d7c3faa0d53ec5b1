import type { Static } from '@linli/contract/schema'
import type { MyWork, WorkList, WorkRow, WorkView } from '@linli/contract/staff/shapes'
import type { AgreementState, WorkFactKind, WorkOutcome } from '@linli/contract/staff/words'
import sql, { type Sql } from 'sql-template-tag'
import { type Actor, covers, rangesOf, systemScope } from '../../../kernel/auth/actor.ts'
import type { Row } from '../../../kernel/db/database.ts'
import { maskName } from '../../../kernel/policy/mask.ts'
import { notFound } from '../../../kernel/problem.ts'
import { fullName, inRanges } from '../../places/index.ts'
import type { StaffNeeds } from '../needs.ts'
import { MANAGERS } from '../policy.ts'
import { filesOfCourse } from '../store/files.ts'
import { HELD, holdsTrained } from '../store/training.ts'
import { postName, utc } from './training.ts'

const ROW = sql`a.id, w.name as worker, ${fullName('a.region_id', 'a.path')} as "areaName", a.from_on as "from", a.to_on as "to", a.state, a.answer_by as "answerBy"`
const FROM = sql`from work_agreements a join people w on w.region_id = a.region_id and w.id = a.worker_id`

/**
 * What one agreed on as lead, and the appeals that wait for an answer in one's area: another lead's agreements are nobody
 * else's reading.
 */
export async function listWork(needs: StaffNeeds, me: Actor): Promise<Static<typeof WorkList>> {
  const { region, personId } = me
  const scope = systemScope(region)
  const terms = await needs.terms(region)
  const ranges = rangesOf(me, MANAGERS)
  const [items, workers] = await Promise.all([
    needs.db.read<Row & WorkRow>(
      scope,
      sql`select ${ROW} ${FROM} where a.region_id = ${region} and a.id = any (array(
          select m.id from work_agreements m where m.region_id = ${region} and m.lead_id = ${personId}::uuid
          union select m.id from work_agreements m where m.region_id = ${region} and ${inRanges('m.path', ranges)} and m.state in ('appealed', 'final') and m.worker_id <> ${personId}::uuid))
        order by a.id desc limit 100`,
    ),
    needs.db.read<Row & { personId: string; name: string; post: string; areaName: string }>(
      scope,
      sql`select s.person_id as "personId", p.name, s.post, ${fullName('s.region_id', 's.area_path')} as "areaName"
      from posts s join people p on p.region_id = s.region_id and p.id = s.person_id and p.erased_at is null
      where s.region_id = ${region} and ${inRanges('s.area_path', ranges)} and ${HELD} and s.person_id <> ${personId}::uuid order by s.area_path, p.name, s.id limit 500`,
    ),
  ])
  return {
    items: items.map((row) => ({ ...row, worker: maskName(row.worker) ?? '' })),
    results: terms.results.map(({ name, doneWhen, fact }) => ({ name, doneWhen, fact })),
    workers: workers.map((row) => ({ ...row, post: postName(terms, row.post) })),
  }
}

type Found = Row &
  WorkRow & {
    version: number
    path: string
    workerId: string
    leadId: string
    appeal: string | null
    answer: string | null
    answeredBy: string | null
    appealUntil: string | null
    isAppealOpen: boolean
  }
type ItemRow = Row & {
  id: string
  name: string
  doneWhen: string
  fact: WorkFactKind | null
  counted: number | null
  outcome: WorkOutcome | null
  facts: WorkView['items'][number]['facts']
}

/** What the house itself knows of a worker between two days: only of a kind that was agreed on. */
const counted = (work: Sql): Sql => sql`case i.fact
  when 'visits' then (select count(distinct r.visit_id) from visit_records r where r.region_id = i.region_id and r.by_person = ${work} and r.device_at >= a.from_on::timestamp at time zone 'Asia/Shanghai' and r.device_at < (a.to_on + 1)::timestamp at time zone 'Asia/Shanghai')
  when 'orders' then (select count(*) from order_parties q join orders o on o.region_id = q.region_id and o.id = q.order_id and o.handled_by = ${work} and o.handled_at >= a.from_on::timestamp at time zone 'Asia/Shanghai' and o.handled_at < (a.to_on + 1)::timestamp at time zone 'Asia/Shanghai'
    where q.region_id = i.region_id and q.person_id = ${work} and q.role = 'assignee' and q.to_at is null)
  when 'reports' then (select count(*) from order_parties q join orders o on o.region_id = q.region_id and o.id = q.order_id and o.channel = 'gridReport' and o.placed_at >= a.from_on::timestamp at time zone 'Asia/Shanghai' and o.placed_at < (a.to_on + 1)::timestamp at time zone 'Asia/Shanghai'
    where q.region_id = i.region_id and q.person_id = ${work} and q.role = 'placer' and q.to_at is null)
  when 'training' then (select count(*) from course_seats t where t.region_id = i.region_id and t.person_id = ${work} and t.attended_at >= a.from_on::timestamp at time zone 'Asia/Shanghai' and t.attended_at < (a.to_on + 1)::timestamp at time zone 'Asia/Shanghai')
  end::int`

/**
 * One agreement for the worker, the lead, and — once there is an appeal — whoever may answer it. To everybody else it is not
 * there. @throws notFound
 */
export async function workView(needs: StaffNeeds, me: Actor, id: string): Promise<WorkView> {
  const { region, personId } = me
  const scope = systemScope(region)
  const { appeal: terms } = await needs.terms(region)
  const [row] = await needs.db.read<Found>(
    scope,
    sql`select ${ROW}, a.version, a.path, a.worker_id as "workerId", a.lead_id as "leadId", a.appeal, a.answer, b.name as "answeredBy",
      ((a.concluded_at at time zone 'Asia/Shanghai')::date + ${terms.openDays}::int) as "appealUntil",
      coalesce(a.concluded_at > app_now() - make_interval(days => ${terms.openDays}::int), false) as "isAppealOpen"
    ${FROM} left join people b on b.region_id = a.region_id and b.id = a.answered_by
    where a.region_id = ${region} and a.id = ${id}::uuid`,
  )
  const isMine = row?.workerId === personId
  const isLead = row?.leadId === personId
  const manages = row !== undefined && MANAGERS.some((role) => covers(me, role, row.path))
  const isJudge = manages && !isMine && !isLead && isAppealed(row.state)
  if (!row || !(isMine || (isLead && manages) || isJudge)) throw notFound()
  const items = await needs.db.read<ItemRow>(
    scope,
    sql`select i.id, i.name, i.done_when as "doneWhen", i.fact, ${counted(sql`a.worker_id`)} as counted, i.outcome,
      coalesce((select jsonb_agg(jsonb_build_object('id', f.id, 'words', f.words, 'at', ${utc('f.at')}, 'answer', f.answer) order by f.at, f.id)
        from work_facts f where f.region_id = i.region_id and f.agreement_id = i.agreement_id and f.item_id = i.id), '[]'::jsonb) as facts
    from work_items i join work_agreements a on a.region_id = i.region_id and a.id = i.agreement_id
    where i.region_id = ${region} and i.agreement_id = ${id}::uuid order by i.at_place`,
  )
  const { state } = row
  return {
    id: row.id,
    worker: isMine ? row.worker : (maskName(row.worker) ?? ''),
    areaName: row.areaName,
    from: row.from,
    to: row.to,
    state,
    answerBy: row.answerBy,
    version: row.version,
    isMine,
    items,
    appeal: row.appeal,
    answer: row.answer,
    answeredBy: maskName(row.answeredBy),
    appealUntil: row.appealUntil,
    may: {
      answer: isMine && state === 'proposed',
      write: isLead && state === 'agreed',
      show: isLead && state === 'agreed',
      conclude: isLead && state === 'shown',
      appeal: isMine && state === 'concluded' && row.isAppealOpen,
      decide: isJudge && state === 'appealed',
    },
  }
}
const isAppealed = (state: AgreementState): boolean => state === 'appealed' || state === 'final'

/** Everything of one's own work. */
export async function myWork(needs: StaffNeeds, me: Actor): Promise<MyWork> {
  const { region, personId } = me
  const scope = systemScope(region)
  const terms = await needs.terms(region)
  const [sessions, agreements, pairs, allowances] = await Promise.all([
    needs.db.read<Row & MyWork['sessions'][number]>(
      scope,
      sql`select e.id, e.starts_at as "startsAt", e.ends_at as "endsAt", e.place, e.trainer, e.seats, e.taken, c.title, c.material, ${filesOfCourse} as files,
        t.id is not null as "isMine", t.attended_at is not null as "hasAttended"
      from course_sessions e join courses c on c.region_id = e.region_id and c.id = e.course_id and c.closed_at is null
        left join course_seats t on t.region_id = e.region_id and t.session_id = e.id and t.person_id = ${personId}::uuid and t.left_at is null
      where e.region_id = ${region} and e.starts_at > app_now() - interval '30 days' and (t.id is not null or (e.starts_at > app_now() and ${holdsTrained(personId)}))
      order by e.starts_at, e.id limit 50`,
    ),
    needs.db.read<Row & WorkRow>(
      scope,
      sql`select ${ROW} ${FROM} where a.region_id = ${region} and a.worker_id = ${personId}::uuid order by a.id desc limit 50`,
    ),
    needs.db.read<Row & MyWork['pairs'][number]>(
      scope,
      sql`select p.id, m.name as mentor, l.name as learner, p.subject, ${fullName('p.region_id', 'p.path')} as "areaName", p.from_on as "from", p.until_on as "until",
        p.mentor_agreed_at is not null and p.learner_agreed_at is not null as "isAgreed", p.mentor_id = ${personId}::uuid as "isMentor",
        case when p.mentor_id = ${personId}::uuid then p.mentor_agreed_at is null else p.learner_agreed_at is null end as "mayAnswer"
      from mentor_pairs p join people m on m.region_id = p.region_id and m.id = p.mentor_id join people l on l.region_id = p.region_id and l.id = p.learner_id
      where p.region_id = ${region} and p.ended_at is null and p.id = any (array(
        select x.id from mentor_pairs x where x.region_id = ${region} and x.mentor_id = ${personId}::uuid and x.ended_at is null
        union select x.id from mentor_pairs x where x.region_id = ${region} and x.learner_id = ${personId}::uuid and x.ended_at is null)) order by p.id limit 50`,
    ),
    needs.db.read<Row & { category: string; from: string }>(
      scope,
      sql`select category, from_on as "from" from allowances where region_id = ${region} and person_id = ${personId}::uuid and to_on is null limit 1`,
    ),
  ])
  const [current] = allowances
  const category = terms.allowances.find(({ key }) => key === current?.category)
  return {
    sessions,
    agreements,
    pairs: pairs.map((pair) => ({
      ...pair,
      mentor: maskName(pair.mentor) ?? '',
      learner: maskName(pair.learner) ?? '',
    })),
    allowance: current && category ? { name: category.name, fen: category.fen, from: current.from } : null,
  }
}
