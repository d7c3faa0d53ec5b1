import type { ActivityView, DeskActivityView, MySignup } from '@linli/contract/activities/shapes'
import type { GridReach, MerchantCard } from '@linli/contract/merchants/shapes'
import sql from 'sql-template-tag'
import { expect } from 'vitest'
import { systemScope } from '../../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../../apps/server/src/kernel/ids.ts'
import { OPEN_ALWAYS } from '../../../tests/kit/houseStations.ts'
import { personOf, type World } from '../moves.ts'
import { step } from '../run.ts'
import { told } from '../tell.ts'
import { openAreas } from '../town.ts'

const HOUR = 3_600_000
/** The activity that a scenario is about. */
const held = new WeakMap<World, { id: string; slug: string }>()
function activityOf(world: World) {
  const activity = held.get(world)
  if (!activity) throw new Error('还没有活动')
  return activity
}

const keyOf = (rows: readonly { key: string; name: { zh: string } }[], zh: string): string => {
  const found = rows.find(({ name }) => name.zh === zh)
  if (!found) throw new Error(`没有“${zh}”这个说法`)
  return found.key
}

/** 活动 and 一刻钟生活圈. */
export const activitySteps = [
  step<World>(
    '{}在{}办一场{}，主题是{}，{n}个名额',
    async (world, [name = '', path = '', kind = '', theme = '', seats = '0']) => {
      await openAreas(world.house, world.preset, path)
      const id = newId()
      const begins = Date.now() + 30 * HOUR
      const { slug } = await told<{ slug: string }>(world, name, 'POST', '/activities', {
        id,
        kind: keyOf(world.preset.activityKinds, kind),
        theme: keyOf(world.preset.activityThemes, theme),
        title: kind,
        words: '欢迎邻居来。',
        unitId: null,
        path,
        stationId: null,
        place: '社区一楼',
        startsAt: new Date(begins).toISOString(),
        endsAt: new Date(begins + 2 * HOUR).toISOString(),
        forWhom: null,
        bring: null,
        phone: null,
        signUp: true,
        seats: Number(seats),
        helpers: 2,
        repeat: null,
      })
      await told(world, name, 'POST', `/activities/${id}/publication`, { rest: false })
      held.set(world, { id, slug })
    },
  ),
  step<World>('{}报名参加，{}报名帮忙', async (world, [guest = '', helper = '']) => {
    const { id } = activityOf(world)
    for (const [name, part] of [
      [guest, 'attend'],
      [helper, 'help'],
    ] as const)
      await told(world, name, 'POST', '/activity-signups', { id: newId(), activityId: id, part, wait: false })
  }),
  step<World>('活动开始后{}扫码签到', async (world, [name = '']) => {
    const { id, slug } = activityOf(world)
    world.house.db.setShift(30.5 * HOUR)
    const rows = await world.house.db.read<{ code: string }>(
      systemScope(1),
      sql`select door_code as code from activities where region_id = 1 and id = ${id}`,
    )
    await told(world, name, 'POST', `/activities/at/${slug}/arrivals`, { code: rows[0]?.code })
  }),
  step<World>(
    '{}写小结，到场{n}人，帮手服务{n}分钟',
    async (world, [name = '', heads = '', minutes = '']) => {
      const { id } = activityOf(world)
      const { signups } = await told<DeskActivityView>(world, name, 'GET', `/activities/${id}`)
      const helped = signups.filter(({ part }) => part === 'help')
      await told(world, name, 'POST', `/activities/${id}/summary`, {
        heads: Number(heads),
        words: '办得热闹。',
        helped: helped.map((one) => ({ signupId: one.id, minutes: Number(minutes) })),
      })
    },
  ),
  step<World>('不用登录就能看到来了{n}人，谁来过查不到', async (world, [heads = '']) => {
    const { id, slug } = activityOf(world)
    const answer = await world.house.app.inject({ method: 'GET', url: `/api/activities/at/${slug}` })
    expect(answer.json<ActivityView>().heads).toBe(Number(heads))
    const kept = await world.house.db.read(
      systemScope(1),
      sql`select 1 from activity_signups where region_id = 1 and activity_id = ${id} and part = 'attend' and arrived_at is not null`,
    )
    expect(kept).toEqual([])
  }),
  step<World>('{}的活动里这一场{}', async (world, [name = '', state = '']) => {
    const { items } = await told<{ items: MySignup[] }>(world, name, 'GET', '/activity-signups/mine')
    expect(items[0]?.state).toBe(state === '报上了' ? 'signedUp' : 'waiting')
  }),
  step<World>('{}登记了离{}{n}米的{}', async (world, [name = '', path = '', metres = '', service = '']) => {
    await openAreas(world.house, world.preset, path)
    const home = { longitude: 1155000000, latitude: 288000000 }
    await world.house.db.commit(systemScope(1), [
      sql`insert into area_positions (region_id, id, path, longitude, latitude, from_at, by_person)
          values (1, ${newId()}, ${path}, ${home.longitude}, ${home.latitude}, app_now(), ${personOf(world, name).personId})`,
    ])
    await told(world, name, 'POST', '/merchants', {
      id: newId(),
      unitId: null,
      name: `示例${service}`,
      path: path.split('/').slice(0, 2).concat('').join('/'),
      address: '街口',
      position: {
        ...home,
        latitude: home.latitude + Math.round((Number(metres) / 111_195) * 1e7),
        system: 'wgs84',
      },
      phone: null,
      services: [keyOf(world.preset.nearbyServices, service)],
      stepFree: true,
      hours: OPEN_ALWAYS,
    })
  }),
  step<World>(
    '{}看到{}走{n}分钟以内有{}、缺{}',
    async (world, [name = '', path = '', minutes = '', there = '', missing = '']) => {
      const { items } = await told<{ items: GridReach[] }>(world, name, 'GET', '/merchants/gaps')
      const grid = items.find((one) => one.path === path)
      const reach = (zh: string) =>
        grid?.services.find(({ key }) => key === keyOf(world.preset.nearbyServices, zh))
      expect(reach(there)).toMatchObject({ within: true, how: 'reckoned' })
      expect(reach(there)?.minutes).toBeLessThanOrEqual(Number(minutes))
      expect(reach(missing)).toMatchObject({ within: false, minutes: null })
    },
  ),
  step<World>('居民不用登录就能找到{}，现在开着', async (world, [service = '']) => {
    const answer = await world.house.app.inject({ method: 'GET', url: '/api/merchants' })
    const { items } = answer.json<{ items: MerchantCard[] }>()
    expect(items.find(({ name }) => name === `示例${service}`)?.open.state).toBe('open')
  }),
]
