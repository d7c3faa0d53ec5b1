import type { PledgePageView } from '@linli/contract/partners/pledgeShapes'
import type { PostRow } from '@linli/contract/people/shapes'
import type { TeamRow } from '@linli/contract/people/teamShapes'
import type { PartyBodyRow } from '@linli/contract/places/redrawShapes'
import type { Static } from '@linli/contract/schema'
import sql from 'sql-template-tag'
import { expect } from 'vitest'
import { systemScope } from '../../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../../apps/server/src/kernel/ids.ts'
import { personOf, type World } from '../moves.ts'
import { step } from '../run.ts'
import { dayOf } from '../tell.ts'
import { ask, openAreas } from '../town.ts'

async function must(world: World, name: string, method: 'GET' | 'POST', url: string, body?: object) {
  const { status, body: answer } = await ask(world, personOf(world, name), method, url, body)
  if (status >= 300) throw new Error(`没有办成：${JSON.stringify(answer)}`)
  return answer
}
const duties = new WeakMap<World, { readonly id: string; readonly roster: string }>()

/** Posts over time, patrols on a shift, promises of one's own, and teams by the hundred. */
export const groundSteps = [
  step<World>(
    '{}让{}从1月起、{}从6月起当{}的{}',
    async (world, [who = '', first = '', second = '', path = '', name = '']) => {
      await openAreas(world.house, world.preset, path)
      const post = world.preset.posts.find((one) => one.name.zh === name)?.key
      for (const [person, fromOn, toOn] of [
        [first, '2026-01-01', '2026-05-31'],
        [second, '2026-06-01', undefined],
      ] as const)
        await must(world, who, 'POST', `/people/${personOf(world, person).personId}/posts`, {
          post,
          areaPath: path,
          fromOn,
          ...(toOn ? { toOn } : {}),
        })
    },
  ),
  step<World>(
    '{}查得到{}的{}，3月是{}，7月是{}',
    async (world, [who = '', path = '', name = '', first = '', second = '']) => {
      const post = world.preset.posts.find((one) => one.name.zh === name)?.key
      for (const [on, person] of [
        ['2026-03-15', first],
        ['2026-07-15', second],
      ] as const) {
        const url = `/posts/history?path=${encodeURIComponent(path)}&on=${on}&limit=100`
        const found = ((await must(world, who, 'GET', url))['items'] as PostRow[]).filter(
          (one) => one.post === post,
        ) // as the contract says
        expect(found.map(({ personId }) => personId)).toEqual([personOf(world, person).personId])
      }
    },
  ),
  step<World>(
    '{}给{}登记{}，今天查得到，上个月还没有',
    async (world, [who = '', path = '', kindName = '']) => {
      await openAreas(world.house, world.preset, path)
      const kind = world.preset.partyBodies.find(({ name }) => name.zh === kindName)?.key
      await must(world, who, 'POST', '/party-bodies', { kind, name: `示例${kindName}`, path })
      for (const [on, count] of [
        [dayOf(world), 1],
        [dayOf(world, -31), 0],
      ] as const) {
        const url = `/party-bodies?path=${encodeURIComponent(path)}&on=${on}`
        const { items } = await must(world, who, 'GET', url)
        expect((items as PartyBodyRow[]).filter((row) => row.kind === kind)).toHaveLength(count) // as the contract says
      }
    },
  ),
  step<World>('{}值{}这一班，在{}', async (world, [name = '', post = '', path = '']) => {
    const [id, roster, postId] = [newId(), newId(), newId()]
    const { personId } = personOf(world, name)
    await world.house.db.commit(systemScope(1), [
      sql`insert into rosters (region_id, id, purpose, title, path, from_on, to_on, shifts, rest_hours, week_hours, state, opened_at, accepted_at)
        values (1, ${roster}, 'duty', ${post}, ${path}, (app_now() at time zone 'Asia/Shanghai')::date - 1, (app_now() at time zone 'Asia/Shanghai')::date + 1,
          '[{"key":"now","name":"这一班","start":"00:00","minutes":480}]', 11, 56, 'accepted', app_now(), app_now())`,
      sql`insert into roster_posts (region_id, id, roster_id, name, place, tasks, needed) values (1, ${postId}, ${roster}, ${post}, '大网格', '巡查，接处警', 8)`,
      sql`insert into duties (region_id, id, roster_id, post_id, person_id, path, shift, starts_at, ends_at, accepted)
        values (1, ${id}, ${roster}, ${postId}, ${personId}, ${path}, 'now', app_now() - interval '1 hour', app_now() + interval '7 hours', true)`,
    ])
    duties.set(world, { id, roster })
  }),
  step<World>(
    '{}记下巡查{}，发现隐患{}，当场转成工单',
    async (world, [name = '', check = '', hazard = '']) => {
      const duty = duties.get(world)
      const id = newId()
      const { path } = personOf(world, name)
      await must(world, name, 'POST', `/duties/${duty?.id}/log`, { id: newId(), kind: 'check', text: check })
      await must(world, name, 'POST', '/orders', {
        id,
        channel: 'gridReport',
        kind: 'help',
        detail: hazard,
        path,
      })
      const entry = { id: newId(), kind: 'hazard', text: hazard, orderId: id }
      await must(world, name, 'POST', `/duties/${duty?.id}/log`, entry)
      world.orderId = id
    },
  ),
  step<World>('{}翻得到这一班的巡查和隐患，隐患连着工单', async (world, [who = '']) => {
    const today = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10)
    const log = await must(world, who, 'GET', `/rosters/${duties.get(world)?.roster}/log?day=${today}`)
    const entries = log['items'] as { kind: string; orderId: string | null }[] // as the contract says
    expect(entries.map(({ kind }) => kind).sort()).toEqual(['check', 'hazard'])
    expect(entries.find(({ kind }) => kind === 'hazard')?.orderId).toBe(world.orderId)
  }),
  step<World>(
    '{}亮出身份，负责{}，承诺{}，给所有人看',
    async (world, [name = '', looksAfter = '', words = '']) => {
      const { personId } = personOf(world, name)
      const post = world.preset.posts.find(
        ({ roles }) => roles.includes('helper') || roles.includes('gridWorker'),
      )
      const { path } = personOf(world, name)
      await world.house.db.commit(systemScope(1), [
        sql`insert into posts (region_id, id, person_id, post, area_path, from_on) values (1, ${newId()}, ${personId}, ${post?.key}, ${path}, current_date - 1)
          on conflict do nothing`,
      ])
      const mine = await must(world, name, 'GET', '/me/pledges')
      const [place] = mine['places'] as { path: string }[] // as the contract says
      await must(world, name, 'POST', '/me/pledges', {
        id: newId(),
        path: place?.path,
        called: '老邻居',
        duties: looksAfter,
        audience: 'everybody',
      })
      await must(world, name, 'POST', '/me/pledges/promises', { id: newId(), words })
    },
  ),
  step<World>('不用登录就看得到承诺{}，看不到{}的全名和电话', async (world, [words = '', name = '']) => {
    const { body } = await ask(world, undefined, 'GET', '/pledge-pages/public?limit=100')
    const pages = body['items'] as PledgePageView[] // as the contract says
    expect(pages.flatMap(({ pledges }) => pledges.map((one) => one.words))).toContain(words)
    expect(JSON.stringify(body)).not.toContain(personOf(world, name).phone)
    expect(JSON.stringify(body)).not.toContain(name)
  }),
  step<World>('{}不能说自己办到了，{}写下事实{}', async (world, [name = '', desk = '', words = '']) => {
    const mine = (await must(world, name, 'GET', '/me/pledges'))['page'] as PledgePageView // as the contract says
    const at = `/pledges/${mine.pledges[0]?.id}/keeping`
    const own = await ask(world, personOf(world, name), 'POST', at, { facts: words })
    expect(own.status).toBeGreaterThanOrEqual(400)
    await must(world, desk, 'POST', at, { facts: words })
  }),
  step<World>('不用登录就看得到承诺{}办到了，事实是{}', async (world, [words = '', done = '']) => {
    const { body } = await ask(world, undefined, 'GET', '/pledge-pages/public?limit=100')
    const pledges = (body['items'] as PledgePageView[]).flatMap((page) => page.pledges) // as the contract says
    expect(pledges.find((one) => one.words === words)).toMatchObject({
      state: 'kept',
      keptBy: 'community',
      facts: done,
    })
  }),
  step<World>('{}收回，页面上马上没有承诺{}', async (world, [name = '', words = '']) => {
    await must(world, name, 'POST', '/me/pledges/withdrawal', {})
    const { body } = await ask(world, undefined, 'GET', '/pledge-pages/public?limit=100')
    expect(JSON.stringify(body)).not.toContain(words)
  }),
  step<World>('{}下面有{n}支服务队伍、{n}名队员', async (world, [path = '', teams = '0', members = '0']) => {
    const kind = world.preset.teams[0]?.key
    await openAreas(world.house, world.preset, path)
    await world.house.db.commit(systemScope(1), [
      sql`insert into teams (region_id, id, name, path, kind, opened_at)
          select 1, md5('team' || n)::uuid, '第' || n || '队', ${path}, ${kind}, app_now() from generate_series(1, ${Number(teams)}::int) n`,
      sql`insert into people (region_id, id, name, path, created_at)
          select 1, md5('member' || n)::uuid, '队员' || n, ${path}, app_now() from generate_series(1, ${Number(members)}::int) n`,
      sql`insert into team_members (region_id, id, team_id, person_id, from_at)
          select 1, gen_random_uuid(), md5('team' || (1 + n % ${Number(teams)}::int))::uuid, md5('member' || n)::uuid, app_now() from generate_series(1, ${Number(members)}::int) n`,
    ])
  }),
  step<World>(
    '{}看到{n}支队伍、{n}名队员，每支{n}到{n}人',
    async (world, [who = '', teams = '0', members = '0', least = '0', most = '0']) => {
      const found = (await must(world, who, 'GET', '/teams'))['items'] as Static<typeof TeamRow>[] // as the contract says
      expect(found).toHaveLength(Number(teams))
      const sizes = found.map((team) => team.members)
      expect(sizes.reduce((sum, one) => sum + one, 0)).toBe(Number(members))
      expect([Math.min(...sizes), Math.max(...sizes)]).toEqual([Number(least), Number(most)])
    },
  ),
  step<World>(
    '{}看到在岗的{}有{n}名，{n}个网格平均每格{n}名',
    async (world, [who = '', name = '', count = '0', grids = '0', each = '0']) => {
      const post = world.preset.posts.find((one) => one.name.zh === name)?.key
      const held = (await must(world, who, 'GET', `/untrained-posts?path=${encodeURIComponent('/')}`))[
        'posts'
      ] as { post: string; held: number }[] // as the contract says
      expect(held.find((one) => one.post === post)?.held).toBe(Number(count))
      expect(Number(count) / Number(grids)).toBe(Number(each))
    },
  ),
]
