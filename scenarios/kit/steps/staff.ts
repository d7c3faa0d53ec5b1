import type { MyTeams, TeamView } from '@linli/contract/people/teamShapes'
import type { Static } from '@linli/contract/schema'
import type { AllowanceMonth, CourseList as Courses, Untrained, WorkView } from '@linli/contract/staff/shapes'
import sql from 'sql-template-tag'
import { expect } from 'vitest'
import { systemScope } from '../../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../../apps/server/src/kernel/ids.ts'
import { personOf, type World } from '../moves.ts'
import { step } from '../run.ts'
import { ask } from '../town.ts'

type CourseList = Static<typeof Courses>

const inDays = (days: number): string => new Date(Date.now() + days * 86_400_000).toISOString()
const day = (days: number): string => inDays(days).slice(0, 10)

async function must(answer: ReturnType<typeof ask>): Promise<Record<string, unknown>> {
  const { status, body } = await answer
  if (status >= 300) throw new Error(`没有办成：${JSON.stringify(body)}`)
  return body
}
const postKey = (world: World, name: string): string => {
  const post = world.preset.posts.find((one) => one.name.zh === name)
  if (!post) throw new Error(`没有岗位“${name}”`)
  return post.key
}
/** So many people in a post below a place, registered at once. */
async function fill(world: World, post: string, path: string, count: number): Promise<void> {
  await world.house.db.commit(systemScope(1), [
    sql`with folk as (
        insert into people (region_id, id, name, path, created_at)
        select 1, gen_random_uuid(), ${post}::text || n, ${path}, app_now() from generate_series(1, ${count}::int) n returning id)
      insert into posts (region_id, id, person_id, post, area_path, from_on)
      select 1, gen_random_uuid(), id, ${postKey(world, post)}, ${path}, current_date - 1 from folk`,
  ])
}
/** The post of somebody of the table, who until now has only its roles. */
export async function putInPost(world: World, name: string, post: string): Promise<void> {
  const { personId, path } = personOf(world, name)
  await world.house.db.commit(systemScope(1), [
    sql`insert into posts (region_id, id, person_id, post, area_path, from_on) values (1, ${newId()}::uuid, ${personId}::uuid, ${postKey(world, post)}, ${path}, current_date - 1)
      on conflict do nothing`,
  ])
}
const sessions = new WeakMap<World, string>()
const works = new WeakMap<World, string>()
const teams = new WeakMap<World, string>()
const teamUrl = (world: World): string => `/teams/${teams.get(world)}`
const readTeam = async (world: World, who: string): Promise<TeamView> =>
  (await must(ask(world, personOf(world, who), 'GET', teamUrl(world)))) as TeamView // as the contract says

/** A course for posts and one time of it. @returns the time's id */
export async function holdCourse(world: World, who: string, path: string, posts: string): Promise<string> {
  const [course, id] = [newId(), newId()]
  const by = personOf(world, who)
  await must(
    ask(world, by, 'POST', '/courses', {
      id: course,
      path,
      title: '怎样认得每一家',
      posts: posts.split('、').map((post) => postKey(world, post)),
      material: '入户先问好，再听，再记。',
    }),
  )
  const when = { startsAt: inDays(1), endsAt: inDays(1.1) }
  const session = { id, ...when, place: '社区会议室', trainer: '讲师', seats: 400 }
  await must(ask(world, by, 'POST', `/courses/${course}/sessions`, session))
  sessions.set(world, id)
  return id
}

/** 培训、商定的工作、补助. */
export const staffSteps = [
  step<World>('{}下面有{n}个{}在岗', async (world, [path = '', count = '0', post = '']) => {
    await fill(world, post, path, Number(count))
  }),
  step<World>('{}在{}办了一场{}的培训', async (world, [who = '', path = '', posts = '']) => {
    const id = await holdCourse(world, who, path, posts)
    // Those of the crowd have no phones here: they sign up as the phone would.
    await world.house.db.commit(systemScope(1), [
      sql`with seats as (
          insert into course_seats (region_id, id, session_id, course_id, path, person_id, at)
          select distinct on (s.person_id) 1, gen_random_uuid(), t.id, c.id, ${path}, s.person_id, app_now()
          from course_sessions t join courses c on c.id = t.course_id join posts s on s.region_id = 1 and starts_with(s.area_path, ${path}) and s.post = any(c.posts)
          where t.id = ${id}::uuid returning 1)
        update course_sessions set taken = (select count(*) from seats) where region_id = 1 and id = ${id}::uuid`,
    ])
  }),
  step<World>('{}确认来了{n}人，还没培训的有{n}人', async (world, [who = '', came = '0', left = '0']) => {
    const asker = personOf(world, who)
    const list = await must(ask(world, asker, 'GET', `/course-sessions/${sessions.get(world)}/seats`))
    const people = (list['items'] as { personId: string }[]).map(({ personId }) => personId)
    await must(
      ask(world, asker, 'POST', `/course-sessions/${sessions.get(world)}/attendance`, {
        personIds: people.slice(0, Number(came)),
      }),
    )
    const path = asker.path
    const found = (await must(
      ask(world, asker, 'GET', `/untrained-posts?path=${encodeURIComponent(path)}`),
    )) as Untrained // as the contract says
    expect(found.items).toHaveLength(Number(left))
    expect(found.posts.reduce((sum, { held }) => sum + held, 0)).toBe(Number(came) + Number(left))
  }),
  step<World>(
    '{}给{n}名{}办了{n}期培训，每期{n}到{n}人',
    async (world, [who = '', count = '0', post = '', times = '0', least = '', most = '']) => {
      const by = personOf(world, who)
      const course = newId()
      const path = by.path
      await fill(world, post, path, Number(count))
      const posts = [postKey(world, post)]
      const about = { id: course, path, title: `${post}培训`, posts, material: '政策、入户和上报。' }
      await must(ask(world, by, 'POST', '/courses', about))
      const sizes: number[] = []
      for (let time = 0; time < Number(times); time += 1) {
        const id = newId()
        const when = { startsAt: inDays(1 + 7 * time), endsAt: inDays(1.1 + 7 * time) }
        const session = { id, ...when, place: '管委会会议室', trainer: '请来的专家', seats: 100 }
        await must(ask(world, by, 'POST', `/courses/${course}/sessions`, session))
        // Those of the crowd have no phones here: they sign up as the phone would, each for one of the times.
        await world.house.db.commit(systemScope(1), [
          sql`with folk as (select person_id, row_number() over (order by person_id) as n from posts where region_id = 1 and post = ${posts[0]}),
            seats as (insert into course_seats (region_id, id, session_id, course_id, path, person_id, at)
              select 1, gen_random_uuid(), ${id}::uuid, ${course}::uuid, ${path}, person_id, app_now() from folk where n % ${Number(times)}::int = ${time} returning 1)
            update course_sessions set taken = (select count(*) from seats) where region_id = 1 and id = ${id}::uuid`,
        ])
        const list = await must(ask(world, by, 'GET', `/course-sessions/${id}/seats`))
        const personIds = (list['items'] as { personId: string }[]).map(({ personId }) => personId)
        await must(ask(world, by, 'POST', `/course-sessions/${id}/attendance`, { personIds }))
        sizes.push(personIds.length)
      }
      expect([Math.min(...sizes), Math.max(...sizes)]).toEqual([Number(least), Number(most)])
    },
  ),
  step<World>(
    '{}看到办过{n}期，{n}名{}都培训过',
    async (world, [who = '', times = '', count = '', post = '']) => {
      const by = personOf(world, who)
      const courses = (await must(ask(world, by, 'GET', '/courses'))) as CourseList // as the contract says
      expect(courses.items.flatMap(({ sessions: held }) => held)).toHaveLength(Number(times))
      const left = (await must(
        ask(world, by, 'GET', `/untrained-posts?path=${encodeURIComponent(by.path)}`),
      )) as Untrained // as the contract says
      const row = left.posts.find((one) => one.post === postKey(world, post))
      expect([row?.held, row?.trained]).toEqual([Number(count), Number(count)])
    },
  ),
  step<World>('{}给{}{}定了{}的补助', async (world, [who = '', post = '', name = '', category = '']) => {
    await putInPost(world, name, post)
    const found = world.preset.allowances.find((one) => one.name.zh === category)
    await must(
      ask(world, personOf(world, who), 'POST', '/allowances', {
        id: newId(),
        personId: personOf(world, name).personId,
        category: found?.key,
        from: '2026-01-01',
      }),
    )
  }),
  step<World>('{}的补助表上{}每月是{n}元', async (world, [who = '', name = '', yuan = '0']) => {
    const month = (await must(
      ask(world, personOf(world, who), 'GET', '/allowances?month=2026-02'),
    )) as AllowanceMonth // as the contract says
    expect(month.items.find((one) => one.name === name)).toMatchObject({ fen: Number(yuan) * 100, days: 28 })
  }),
  step<World>(
    '{}和{}{}商定了工作结果，写下事实，本人先看，再写结果{}',
    async (world, [lead = '', post = '', worker = '', outcome = '']) => {
      await putInPost(world, worker, post)
      const id = newId()
      const [by, whom] = [personOf(world, lead), personOf(world, worker)]
      const at = (rest: string) => `/work-agreements/${id}/${rest}`
      await must(
        ask(world, by, 'POST', '/work-agreements', {
          id,
          workerId: whom.personId,
          from: day(-30),
          to: day(30),
          items: [{ name: '走访', doneWhen: '两百户都走到' }],
        }),
      )
      await must(ask(world, whom, 'POST', at('answer'), { agrees: true }))
      const { items } = (await must(ask(world, by, 'GET', `/work-agreements/${id}`))) as WorkView // as the contract says
      const itemId = items[0]?.id
      await must(ask(world, by, 'POST', at('facts'), { id: newId(), itemId, words: '三户没有走到' }))
      await must(ask(world, by, 'POST', at('show'), {}))
      const word = outcome === '做到了' ? 'met' : 'notYet'
      await must(
        ask(world, by, 'POST', at('conclude'), { version: 3, outcomes: [{ itemId, outcome: word }] }),
      )
      works.set(world, id)
    },
  ),
  step<World>(
    '{}申诉，{}自己不能答复，由{}书面答复改为{}',
    async (world, [worker = '', lead = '', judge = '', outcome = '']) => {
      const id = works.get(world)
      const at = (rest: string) => `/work-agreements/${id}/${rest}`
      await must(ask(world, personOf(world, worker), 'POST', at('appeal'), { words: '那三户早已搬走' }))
      const { items } = (await must(
        ask(world, personOf(world, judge), 'GET', `/work-agreements/${id}`),
      )) as WorkView // as the contract says
      const body = {
        words: '核实过，三户确已搬走。',
        outcomes: items.map((item) => ({
          itemId: item.id,
          outcome: outcome === '做到了' ? 'met' : 'notYet',
        })),
      }
      const own = await ask(world, personOf(world, lead), 'POST', at('appeal/answer'), body)
      expect(own.body['code']).toBe('staff.ownAppeal')
      await must(ask(world, personOf(world, judge), 'POST', at('appeal/answer'), body))
      const seen = (await must(
        ask(world, personOf(world, worker), 'GET', `/work-agreements/${id}`),
      )) as WorkView // as the contract says
      expect(seen).toMatchObject({ state: 'final', answer: body.words })
    },
  ),
  step<World>(
    '{}在{}组建一支{}，请{}当队长，{}和{}当队员',
    async (world, [who = '', path = '', kind = '', leader = '', ...members]) => {
      const by = personOf(world, who)
      const key = world.preset.teams.find(({ name }) => name.zh === kind)?.key
      const { id } = await must(ask(world, by, 'POST', '/teams', { kind: key, name: `邻里${kind}`, path }))
      teams.set(world, String(id))
      for (const [name, part] of [[leader, 'leader'], ...members.map((one) => [one, 'member'])]) {
        const { personId } = personOf(world, name ?? '')
        await must(ask(world, by, 'POST', `${teamUrl(world)}/members`, { personId, part }))
      }
    },
  ),
  step<World>(
    '{}和{}答应进队，{}说不方便，{}看到队里有{n}人',
    async (world, [one = '', other = '', third = '', who = '', count = '0']) => {
      for (const name of [one, other, third])
        await must(
          ask(world, personOf(world, name), 'POST', `${teamUrl(world)}/answer`, { agrees: name !== third }),
        )
      const seen = await readTeam(world, who)
      expect(seen.members).toBe(Number(count))
      expect(seen.past).toMatchObject([{ ending: 'declined' }])
    },
  ),
  step<World>('{}自己退出队伍，哪天进、哪天退都记着', async (world, [name = '']) => {
    await must(ask(world, personOf(world, name), 'POST', `${teamUrl(world)}/leave`, { staysMember: false }))
    const mine = (await must(ask(world, personOf(world, name), 'GET', '/me/teams'))) as MyTeams // as the contract says
    expect(mine).toMatchObject({ items: [], past: [{ id: teams.get(world), ending: 'left' }] })
  }),
  step<World>(
    '{}给这支队伍定下{}和{}两家单位，第三家放不进去',
    async (world, [who = '', one = '', other = '']) => {
      const { choices } = await readTeam(world, who)
      const ids = [one, other].map((name) => choices.units.find((unit) => unit.name === name)?.id)
      const third = choices.units.find(({ id }) => !ids.includes(id))?.id
      const set = (unitIds: readonly (string | undefined)[]) =>
        ask(world, personOf(world, who), 'POST', `${teamUrl(world)}/allies`, { unitIds, squadIds: [] })
      expect((await set([...ids, third])).body['code']).toBe('people.tooManyUnits')
      await must(set(ids))
      expect(new Set((await readTeam(world, who)).units.map(({ name }) => name))).toEqual(
        new Set([one, other]),
      )
    },
  ),
  step<World>(
    '{}请{}{}带{}{}，学{}，两人都答应了',
    async (world, [who = '', post = '', mentor = '', other = '', learner = '', subject = '']) => {
      await putInPost(world, mentor, post)
      await putInPost(world, learner, other)
      const id = newId()
      const [mentorId, learnerId] = [mentor, learner].map((name) => personOf(world, name).personId)
      const body = { id, mentorId, learnerId, subject, from: day(0), until: day(180) }
      await must(ask(world, personOf(world, who), 'POST', '/mentor-pairs', body))
      for (const name of [mentor, learner])
        await must(ask(world, personOf(world, name), 'POST', `/mentor-pairs/${id}/answer`, { agrees: true }))
      const { items } = await must(ask(world, personOf(world, who), 'GET', '/mentor-pairs'))
      expect(items).toMatchObject([{ id, subject, isAgreed: true }])
    },
  ),
]
