import type { DutyList, LogList, MyDuties, RosterView } from '@linli/contract/duties/shapes'
import type { Static } from '@linli/contract/schema'
import sql from 'sql-template-tag'
import { expect } from 'vitest'
import { systemScope } from '../../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../../apps/server/src/kernel/ids.ts'
import type { World } from '../moves.ts'
import { step } from '../run.ts'
import { dayOf, refused, told } from '../tell.ts'
import { ask, holders, openAreas, signIn } from '../town.ts'
import { putInPost } from './staff.ts'
import { stationOf } from './stations.ts'

const HOUR = 3_600_000
/** The mobilisation that a scenario is about: its roster, and the duty whose turn it is. */
const calls = new WeakMap<World, { readonly id: string; readonly duty?: string }>()
function callOf(world: World) {
  const call = calls.get(world)
  if (!call) throw new Error('还没有动员')
  return call
}
const rosterOf = (world: World, who: string) =>
  told<RosterView>(world, who, 'GET', `/rosters/${callOf(world).id}`)
const dutiesOn = async (world: World, who: string, ahead: number) =>
  (
    await told<Static<typeof DutyList>>(
      world,
      who,
      'GET',
      `/rosters/${callOf(world).id}/duties?day=${dayOf(world, ahead)}`,
    )
  ).items
const mine = (world: World, name: string) => told<MyDuties>(world, name, 'GET', '/me/duties')

/** Sets the house's clock to a moment. */
const setClock = (world: World, at: number): void => world.house.db.setShift(at - Date.now())

async function open(world: World, who: string, body: object): Promise<void> {
  const id = newId()
  await told(world, who, 'POST', '/rosters', { id, fromOn: dayOf(world, 1), restHours: 11, ...body })
  calls.set(world, { id })
}
/** Posts round the clock in three shifts, each with what is done there and how. */
const callUp = (
  world: World,
  purpose: 'crisis' | 'duty',
  [who = '', path = '', posts = '', place = '', needed = '', days = '', tasks = '']: readonly string[],
): Promise<void> =>
  open(world, who, {
    purpose,
    title: `${place}值守`,
    reason: '要有人日夜值守',
    path,
    toOn: dayOf(world, Number(days)),
    weekHours: 56,
    shifts: ['00:00', '08:00', '16:00'].map((start, n) => ({
      key: `s${n}`,
      name: ['夜班', '白班', '晚班'][n],
      start,
      minutes: 480,
    })),
    posts: Array.from({ length: Number(posts) }, (_, n) => ({
      name: `${place}${n + 1}`,
      place: `${n + 1}号`,
      tasks,
      needed: Number(needed),
    })),
  })
async function askTo(
  world: World,
  who: string,
  group: string,
  count: number,
  names: readonly string[],
): Promise<void> {
  const { id } = callOf(world)
  const { asked } = await told(world, who, 'POST', `/rosters/${id}/members`, { groups: [group] })
  expect(asked).toBe(count)
  for (const name of names) {
    expect((await mine(world, name)).asked.map((one) => one.id)).toContain(id)
    await told(world, name, 'POST', `/rosters/${id}/answer`, { comes: true })
  }
  // Those of the crowd have no phones here: they answer as the phone would.
  await world.house.db.commit(systemScope(1), [
    sql`update roster_members set answer = 'yes', answered_at = app_now() where region_id = 1 and roster_id = ${id}::uuid and answer = 'asked'`,
  ])
  expect(await rosterOf(world, who)).toMatchObject({ asked: 0, coming: count })
}

/** 排班、应急动员: from the call to the hand-over and the confirmed hours. */
export const mobiliseSteps = [
  step<World>('{}一带有{n}名志愿者，算上{}和{}', async (world, [path = '', count = '0', ...names]) => {
    await openAreas(world.house, world.preset, path)
    await world.house.db.commit(systemScope(1), [
      sql`insert into people (region_id, id, name, path, created_at)
        select 1, md5('called' || n)::uuid, '志愿者' || n, ${path}, app_now() from generate_series(1, ${Number(count) - names.length}::int) n`,
      sql`insert into helpers (region_id, person_id, path, serves_path, quota, joined_at)
        select 1, md5('called' || n)::uuid, ${path}, ${path}, 3, app_now() from generate_series(1, ${Number(count) - names.length}::int) n`,
    ])
  }),
  step<World>('{}动员{}值守{n}个{}，三班倒，每班{n}人，排{n}天，写明{}', async (world, words) =>
    callUp(world, 'crisis', words),
  ),
  step<World>('{}安排{}值守{n}个{}，三班倒，每班{n}人，排{n}天，写明{}', async (world, words) =>
    callUp(world, 'duty', words),
  ),
  step<World>(
    '{}给驿站排{n}天的班：工作日午间一人，周末和节假日白天一人',
    async (world, [who = '', days = '']) => {
      const { id: stationId, path } = stationOf(world)
      const desk = { name: '服务台', place: '驿站门口', tasks: '接待、引导、代办', needed: 1 }
      await open(world, who, {
        purpose: 'duty',
        title: '驿站值班',
        path,
        stationId,
        toOn: dayOf(world, Number(days)),
        weekHours: 40,
        shifts: [
          { key: 'lunch', name: '午间', start: '12:00', minutes: 120, on: 'workday' },
          { key: 'free', name: '节假日', start: '09:00', minutes: 480, on: 'freeDay' },
        ],
        posts: [desk],
      })
    },
  ),
  step<World>(
    '{}征询到{n}人，{}和{}在手机上答应，其余的人也答应',
    async (world, [who = '', count = '', ...names]) => askTo(world, who, 'helpers', Number(count), names),
  ),
  step<World>(
    '{}征询到{n}名{}，{}和{}在手机上答应，其余的人也答应',
    async (world, [who = '', count = '', post = '', ...names]) => {
      for (const name of names) await putInPost(world, name, post)
      const key = world.preset.posts.find((one) => one.name.zh === post)?.key
      await askTo(world, who, `post:${key}`, Number(count), names)
    },
  ),
  step<World>(
    '{}排好班，{n}个班位没有空岗，每人最多和最少相差不到一班',
    async (world, [who = '', places = '']) => {
      const { id } = callOf(world)
      await told(world, who, 'POST', `/rosters/${id}/propose`, { version: 1 })
      await world.house.furniture.planRosters(1)
      const { version, outcome } = await rosterOf(world, who)
      expect(outcome).toMatchObject({ places: Number(places), filled: Number(places), gaps: [] })
      expect((outcome?.mostHours ?? 99) - (outcome?.leastHours ?? 0)).toBeLessThanOrEqual(8)
      await told(world, who, 'POST', `/rosters/${id}/accept`, { version })
    },
  ),
  step<World>('不用登录就看得到驿站往后{n}天天天有人，没有写谁的名字', async (world, [days = '']) => {
    const url = `/api/stations/at/${stationOf(world).slug}/duty/calendar`
    const { body } = await world.house.app.inject({ method: 'GET', url })
    const shown = new Set([...body.matchAll(/^DTSTART[^:]*:(\d{8})/gm)].map(([, day]) => day))
    expect(shown.size).toBeGreaterThanOrEqual(Number(days))
    for (const name of world.people.keys()) expect(body).not.toContain(name)
  }),
  step<World>('第一天有{n}个班，没有人同时站两个岗，也没有人连着上', async (world, [count = '']) => {
    const [admin] = holders(world, 'regionAdmin')
    const duties = await dutiesOn(world, admin?.name ?? '', 1)
    expect(duties).toHaveLength(Number(count))
    for (const ones of Map.groupBy(duties, ({ personId }) => personId).values()) expect(ones).toHaveLength(1)
  }),
  step<World>('{}到岗，扫岗位上的码签到，别的码签不了', async (world, [name = '']) => {
    const [duty] = (await mine(world, name)).duties
    setClock(world, Date.parse(duty?.startsAt ?? ''))
    expect(await refused(world, name, `/duties/${duty?.id}/start`, { code: '000000' })).toBe(
      'duties.wrongCode',
    )
    const code = await codeOf(world, duty?.id ?? '')
    await told(world, name, 'POST', `/duties/${duty?.id}/start`, { code })
    calls.set(world, { ...callOf(world), duty: duty?.id ?? '' })
  }),
  step<World>(
    '{}写下交接{}，{}签退，{}按签到确认时长，{}的值班记了{n}小时',
    async (world, [name = '', words = '', again = '', who = '', served = '', hours = '']) => {
      expect([again, served]).toEqual([name, name])
      const { id, duty } = callOf(world)
      const entry = { id: newId(), kind: 'handOver', text: words }
      await told(world, name, 'POST', `/duties/${duty}/log`, entry)
      const [row] = (await mine(world, name)).duties.filter((one) => one.id === duty)
      setClock(world, Date.parse(row?.startsAt ?? '') + Number(hours) * HOUR)
      await told(world, name, 'POST', `/duties/${duty}/end`, { code: await codeOf(world, duty ?? '') })
      expect(await told(world, who, 'POST', `/rosters/${id}/hours`)).toMatchObject({ confirmed: 1 })
      const after = (await mine(world, name)).duties.find((one) => one.id === duty)
      expect(after?.confirmedMinutes).toBe(Number(hours) * 60)
    },
  ),
  step<World>('下一班的人在同一个岗位上看得到交接{}', async (world, [words = '']) => {
    const { duty } = callOf(world)
    const [next] = await world.house.db.read<{ id: string; personId: string }>(
      systemScope(1),
      sql`select n.id, n.person_id as "personId" from duties d join duties n on n.region_id = d.region_id and n.post_id = d.post_id and n.starts_at = d.ends_at
        where d.region_id = 1 and d.id = ${duty}::uuid order by n.id limit 1`,
    )
    // Whoever comes next is one of the crowd, and has a phone from now on.
    const personId = next?.personId ?? ''
    const entered = await signIn(world, personId, '13700000001')
    const person = { name: '', phone: '13700000001', personId, path: '/', roles: [], ...entered }
    const { body } = await ask(world, person, 'GET', `/duties/${next?.id}/log`)
    const log = body as Static<typeof LogList> // as the contract says
    expect(log.items).toMatchObject([{ kind: 'handOver', text: words }])
  }),
  step<World>('{}结束动员，还没上的班都撤了，已经确认的时长留着', async (world, [who = '']) => {
    const { id } = callOf(world)
    const { version } = await rosterOf(world, who)
    await told(world, who, 'POST', `/rosters/${id}/close`, { version })
    const over = await rosterOf(world, who)
    expect(over).toMatchObject({ state: 'closed', work: { ahead: 0 } })
    expect(over.work?.minutes).toBeGreaterThan(0)
  }),
]

/** The code that a post shows, as whoever plans reads it from the page of all posts. */
async function codeOf(world: World, duty: string): Promise<string> {
  const [row] = await world.house.db.read<{ postId: string }>(
    systemScope(1),
    sql`select post_id as "postId" from duties where region_id = 1 and id = ${duty}::uuid`,
  )
  const [admin] = holders(world, 'regionAdmin')
  const { items } = await told<{ items: { postId: string; code: string }[] }>(
    world,
    admin?.name ?? '',
    'GET',
    `/rosters/${callOf(world).id}/codes`,
  )
  return items.find(({ postId }) => postId === row?.postId)?.code ?? ''
}
