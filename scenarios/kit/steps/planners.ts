import type { Coverage, PairingPlanRow } from '@linli/contract/people/pairingShapes'
import type { GridPlanView } from '@linli/contract/places/gridPlanShapes'
import sql from 'sql-template-tag'
import { expect } from 'vitest'
import { systemScope } from '../../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../../apps/server/src/kernel/ids.ts'
import type { World } from '../moves.ts'
import { step } from '../run.ts'
import { told } from '../tell.ts'
import { openAreas } from '../town.ts'
import { communitiesOf } from './units.ts'

const plans = new WeakMap<World, string>()
const planOf = (world: World): string => {
  const id = plans.get(world)
  if (!id) throw new Error('还没有方案')
  return id
}
const ruleOf = async (world: World, name: string, rule: string) => {
  const { rules } = await told<Coverage>(world, name, 'GET', '/pairings/coverage?path=/')
  const found = rules.find((one) => one.name.zh === rule)
  if (!found) throw new Error(`本地没有“${rule}”`)
  return found
}

async function openTakers(world: World, count: number, pathOf: (at: number) => string): Promise<void> {
  for (let at = 1; at <= count; at += 1) await openAreas(world.house, world.preset, pathOf(at))
}
async function openUnits(world: World, count: number): Promise<void> {
  await world.house.db.commit(systemScope(1), [
    sql`insert into units (region_id, id, key, kind, name, opened_at)
      select 1, gen_random_uuid(), 'partner' || n, 'organisation', jsonb_build_object('zh', '单位' || n, 'en', 'Unit ' || n), app_now()
      from generate_series(1, ${count}::int) n`,
  ])
}

/** 网格规划和结对. */
export const plannerSteps = [
  step<World>('{}一带登记了{n}名{}', async (world, [path = '', count = '0', post = '']) => {
    const key = world.preset.posts.find(({ name }) => name.zh === post)?.key
    if (!key) throw new Error(`本地没有“${post}”`)
    await openAreas(world.house, world.preset, path)
    await world.house.db.commit(systemScope(1), [
      sql`with made as (insert into people (region_id, id, name, path, created_at)
          select 1, gen_random_uuid(), '某某', ${path}, app_now() from generate_series(1, ${Number(count)}::int) returning id)
        insert into posts (region_id, id, person_id, post, area_path, from_on)
        select 1, gen_random_uuid(), id, ${key}, ${path}, '2026-01-01' from made`,
    ])
  }),
  step<World>(
    '{}里{n}栋楼{n}个单元住着{n}户，每个单元有1名{}',
    async (world, [path = '', buildings = '0', entrances = '0', doors = '0', post = '']) => {
      const key = world.preset.posts.find(({ name }) => name.zh === post)?.key
      await openAreas(world.house, world.preset, path)
      const each = sql`with e as (select n, ${path} || 'b' || (1 + n % ${Number(buildings)}::int) || '/' as house,
        ${path} || 'b' || (1 + n % ${Number(buildings)}::int) || '/e' || (1 + n / ${Number(buildings)}::int) || '/' as path from generate_series(0, ${Number(entrances)}::int - 1) n)`
      const area = sql`insert into areas (region_id, id, path, parent_path, level, code, name, qr_slug, opened_at)`
      await world.house.db.commit(systemScope(1), [
        sql`${each} ${area} select 1, gen_random_uuid(), house, ${path}, 'building', 'b' || (n + 1), (n + 1) || '栋', substr(md5(house), 1, 12), app_now()
          from e where n < ${Number(buildings)}::int on conflict (region_id, path) do nothing`,
        sql`${each} ${area} select 1, gen_random_uuid(), path, house, 'entrance', 'e' || (1 + n / ${Number(buildings)}::int), '单元', substr(md5(path), 1, 12), app_now()
          from e on conflict (region_id, path) do nothing`,
        sql`${each}, made as (insert into people (region_id, id, name, path, created_at) select 1, md5('head' || n)::uuid, '某某', path, app_now() from e)
          insert into posts (region_id, id, person_id, post, area_path, from_on) select 1, gen_random_uuid(), md5('head' || n)::uuid, ${key}, path, '2026-01-01' from e`,
        sql`${each} insert into households (region_id, id, path, room, address_cipher, address_hmac, opened_at)
          select 1, gen_random_uuid(), path, (d / ${Number(entrances)}::int + 1) || '01', '', '', app_now()
          from generate_series(0, ${Number(doors)}::int - 1) d join e on e.n = d % ${Number(entrances)}::int`,
      ])
    },
  ),
  step<World>('{}数到{n}个单位和{n}个社区', async (world, [name = '', units = '0', communities = '0']) => {
    const have = await ruleOf(world, name, '单位结对社区')
    await communitiesOf(world, Number(communities))
    await openUnits(world, Number(units) - have.total.wanted)
  }),
  step<World>('{}数到{n}个单位和{n}个网格', async (world, [name = '', units = '0', grids = '0']) => {
    const have = await ruleOf(world, name, '单位结对网格')
    await openTakers(world, Number(grids) - have.total.takers, (at) => `/c01/g${at + 20}/`)
    await openUnits(world, Number(units) - have.total.wanted)
  }),
  step<World>('{}看到{}要联系{n}户，最多联系得了{n}户，还差{n}户', async (world, words) => {
    const [name = '', rule = '', wanted, most, short] = words
    const { total } = await ruleOf(world, name, rule)
    expect([total.wanted, total.most, total.short]).toEqual([wanted, most, short].map(Number))
  }),
  step<World>('{}安排{}，看过后采用', async (world, [name = '', rule = '']) => {
    const { key } = await ruleOf(world, name, rule)
    const id = newId()
    await told(world, name, 'POST', '/pairing-plans', { id, rule: key, path: '/' })
    await world.house.furniture.planRosters(1)
    plans.set(world, id)
    const { version } = await told<PairingPlanRow>(world, name, 'GET', `/pairing-plans/${id}`)
    await told(world, name, 'POST', `/pairing-plans/${id}/accept`, { version })
  }),
  step<World>('{}看到没有落下的，每个联系{n}到{n}个', async (world, [name = '', least, most]) => {
    const { outcome } = await told<PairingPlanRow>(world, name, 'GET', `/pairing-plans/${planOf(world)}`)
    expect(outcome?.left).toBe(0)
    expect(outcome?.leastLoad).toBeGreaterThanOrEqual(Number(least))
    expect(outcome?.mostLoad).toBeLessThanOrEqual(Number(most))
  }),
  step<World>('{}规划{}的网格', async (world, [name = '', path = '']) => {
    const id = newId()
    await told(world, name, 'POST', '/grid-plans', { id, path })
    await world.house.furniture.planRosters(1)
    plans.set(world, id)
  }),
  step<World>('{}看到有一个网格多了{n}户，只提醒，不拦', async (world, [name = '', over]) => {
    const plan = await told<GridPlanView>(world, name, 'GET', `/grid-plans/${planOf(world)}`)
    expect(plan.state).toBe('proposed')
    expect(plan.grids.map(({ households }) => households - plan.most)).toContain(Number(over))
    expect(plan.grids.find(({ households }) => households - plan.most === Number(over))?.reason).toBe(
      'building',
    )
  }),
]
