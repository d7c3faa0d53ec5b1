import type { Browser, Page } from 'playwright-core'
import sql, { type Sql } from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { openAreas, openTown, seat, type Town } from '../../scenarios/kit/town.ts'
import { atDesk, type Desk } from '../kit/atDesk.ts'
import { assertNoSidewaysScroll, assertTabReachesAll, axe, launchBrowser, shoot } from '../kit/browser.ts'
import { personOf, takePhone } from '../kit/hand.ts'

const DESKTOP = { width: 1440, height: 1000 }
const write = (town: Town, ...statements: Sql[]) => town.house.db.commit(systemScope(1), statements)

/** So many households of one building, the first of them room 101. */
const homes = (path: string, count: number): Sql => sql`
  insert into households (region_id, id, path, room, address_cipher, address_hmac, opened_at)
  select 1, id, ${path}, (100 + n)::text, 'x', uuid_send(id), app_now()
  from (select gen_random_uuid() as id, n from generate_series(1, ${count}::int) n) made`
const livesIn = (town: Town, name: string, path: string): Sql => sql`
  insert into household_members (region_id, id, household_id, person_id, from_at)
  select 1, gen_random_uuid(), id, ${personOf(town, name).personId}, app_now() from households where region_id = 1 and path = ${path} and room = '101'`
const holds = (town: Town, name: string, post: string, path: string): Sql => sql`
  insert into posts (region_id, id, person_id, post, area_path, from_on)
  values (1, gen_random_uuid(), ${personOf(town, name).personId}, ${post}, ${path}, '2026-01-01')`
/** Holders of a post who are nobody in particular. */
const others = (post: string, path: string, count: number): Sql => sql`
  with made as (insert into people (region_id, id, name, path, created_at)
    select 1, gen_random_uuid(), '某某', ${path}, app_now() from generate_series(1, ${count}::int) returning id)
  insert into posts (region_id, id, person_id, post, area_path, from_on)
  select 1, gen_random_uuid(), id, ${post}, ${path}, '2026-01-01' from made`

/** What every page must pass. */
async function look(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(300) // the live stream stays open, so the network is never idle
  await shoot(page, `pairings-${name}`)
  await axe(page)
  await assertTabReachesAll(page)
  await assertNoSidewaysScroll(page)
}
/** The arranger asks for a plan of one rule, and it comes by itself. */
async function arrange(desk: Desk, community: string, every: string): Promise<void> {
  await desk.open(`/pairings?in=${encodeURIComponent(community)}`, '结对')
  await desk.pick('答应多久联系一次', every)
  expect(await desk.act('安排一份方案', /\/pairing-plans$/)).toBe(201)
  await desk.main.getByRole('heading', { name: '谁联系谁' }).waitFor()
}
/** The pair whose door or name reads so goes to another taker. */
async function giveTo(desk: Desk, pair: RegExp, typed: string, taker: string): Promise<void> {
  await desk.pick('要改的这一条', pair, typed)
  await desk.pick('改由谁联系', taker)
  expect(await desk.act('改过来', /\/move$/)).toBe(200)
  await desk.reads('改好了。')
}

describe('pairs, planned at the desk and met on the phone', () => {
  let browser: Browser
  let town: Town
  beforeAll(async () => {
    browser = await launchBrowser()
  })
  afterAll(() => browser.close())

  describe('hubs and households of Suichuan', () => {
    beforeAll(async () => {
      town = await openTown('suichuan', true)
      for (const [name, post, where] of [
        ['黄岩', '县级管理员', '/'],
        ['古小兰', '党员中心户', '/c01/g01/b1/'],
        ['罗正平', '党员中心户', '/c01/g01/b2/'],
        ['郭秋香', '居民', '/c01/g01/b1/'],
      ] as const)
        await seat(town, 'suichuan', { name, post, where, phone: '', skill: '', homeEntry: false })
      await openAreas(town.house, town.preset, '/c02/g01/b1/')
      await write(
        town,
        homes('/c01/g01/b1/', 26),
        homes('/c01/g01/b2/', 24),
        livesIn(town, '郭秋香', '/c01/g01/b1/'),
        holds(town, '古小兰', 'hubHousehold', '/c01/g01/b1/'),
        holds(town, '罗正平', 'hubHousehold', '/c01/g01/b2/'),
        homes('/c02/g01/b1/', 29_950),
        others('hubHousehold', '/c02/g01/b1/', 726),
      )
    })
    afterAll(() => town.close())

    it('says that the promise of 728 hubs cannot hold, plans one community, and takes a change by hand', async () => {
      const page = await takePhone(town, browser, '黄岩', DESKTOP)
      const desk = atDesk(page, town.address)
      await desk.open('/pairings', '结对')
      await desk.reads(/要结对的 30000 户；728 个来结对，每个联系 20–30 户，一共联系得了 14560–21840 户/)
      await desk.reads(/就算每个都联系满 30 户，还有 8160 户没有人联系/)
      expect(await desk.rows('各社区够不够分')).toEqual(['c01社区5026000', 'c02社区29950726217808170' + '0'])
      await look(page, 'coverage-1440-18')

      await arrange(desk, '/c01/', '每月联系一次')
      await desk.reads(/50 户，2 个来结对/)
      await desk.reads(/每月联系一次/)
      await giveTo(desk, /b1.*101/, '101', '罗正平')
      await look(page, 'plan-1440-18')
      expect(await desk.act('采用这份方案', /\/accept$/)).toBe(200)
      await desk.reads(/已采用/)
      await page.context().close()

      for (const [name, width, typeSize] of [
        ['390-18', 390, 18],
        ['320-30', 320, 30],
      ] as const) {
        const small = await takePhone(town, browser, '黄岩', { width, height: 844, typeSize })
        const narrow = atDesk(small, town.address)
        await narrow.open('/pairings?in=%2Fc01%2F', '结对')
        await narrow.main.locator('.ant-table-row').first().waitFor()
        await look(small, `coverage-${name}`)
        await narrow.main.getByRole('link', { name: /202/ }).click()
        await narrow.main.getByRole('heading', { name: '谁联系谁' }).waitFor()
        await look(small, `plan-${name}`)
        await small.context().close()
      }
    })

    it('tells both sides, shows them each other, and ends when one of them says no', async () => {
      await town.house.furniture.planRosters(1) // tells of what was accepted
      await town.house.settle()
      const home = await takePhone(town, browser, '郭秋香', { width: 320, height: 844, typeSize: 30 })
      await home.goto(`${town.address}/me/card`)
      await home.getByRole('heading', { name: '谁联系我家' }).waitFor()
      await home.getByText(/罗正平 · 每月联系一次/).waitFor()
      await look(home, 'card-320-30')
      await home.goto(`${town.address}/inbox`)
      await home.getByText(/社区安排了结对/).waitFor()
      await home.getByRole('button', { name: '去看看' }).click()
      await home.getByText('联系您的：罗正平').waitFor()
      await look(home, 'mine-320-30')

      const hub = await takePhone(town, browser, '古小兰', { width: 390, height: 844 })
      await hub.goto(`${town.address}/me/pairings`)
      await hub.getByRole('heading', { name: '我联系的（25）' }).waitFor()
      await shoot(hub, 'pairings-hub-390-18')
      await axe(hub)
      await assertNoSidewaysScroll(hub)

      await home.getByRole('button', { name: '我不愿意结对' }).click()
      await home.getByRole('button', { name: '确定不结对' }).click()
      await home.getByText('现在没有和您结对的').waitFor()
      await town.house.settle()
      const other = await takePhone(town, browser, '罗正平', { width: 390, height: 844 })
      await other.goto(`${town.address}/inbox`)
      await other.getByText(/您的一个结对结束了/).waitFor()
    })
  })

  describe('members and households of Yihuang', () => {
    beforeAll(async () => {
      town = await openTown('yihuang', true)
      for (const [name, post, where] of [
        ['李松', '县级管理员', '/'],
        ['邓建平', '报到党员', '/c01/g01/'],
        ['欧阳兰', '报到党员', '/c01/g01/'],
      ] as const)
        await seat(town, 'yihuang', { name, post, where, phone: '', skill: '', homeEntry: false })
      await openAreas(town.house, town.preset, '/c01/g01/b1/')
      await write(
        town,
        homes('/c01/g01/b1/', 30),
        holds(town, '邓建平', 'memberOnDuty', '/c01/g01/'),
        holds(town, '欧阳兰', 'memberOnDuty', '/c01/g01/'),
      )
    })
    afterAll(() => town.close())

    it('plans by the rule for members, and drops a plan that nobody wants', async () => {
      const page = await takePhone(town, browser, '李松', DESKTOP)
      const desk = atDesk(page, town.address)
      await desk.open('/pairings?in=%2Fc01%2F', '结对')
      const rule = desk.main.locator('section', { has: page.getByRole('heading', { name: '党员联系住户' }) })
      await rule.getByRole('button', { name: '安排一份方案' }).click()
      await desk.main.getByRole('heading', { name: '谁联系谁' }).waitFor()
      await desk.reads(/30 户，2 个来结对，每个联系 1\d–\d\d 户/)
      await giveTo(desk, /b1.*130/, '130', '邓建平')
      expect(await desk.act('不采用', /\/drop$/)).toBe(200)
      await desk.reads(/已放弃/)
      await page.context().close()
    })

    it('plans all units beside the grids of the county, takes a change by hand, and is put in force', async () => {
      await openAreas(town.house, town.preset, '/c02/g01/b1/')
      const page = await takePhone(town, browser, '李松', DESKTOP)
      const desk = atDesk(page, town.address)
      await desk.open('/pairings?in=%2Fc01%2F', '结对')
      await desk.reads(/单位不属于哪一个社区，要全区域一起安排/)
      await desk.main.getByRole('link', { name: '看全区域的结对' }).click()
      const rule = desk.main.locator('section', { has: page.getByRole('heading', { name: '单位结对网格' }) })
      await look(page, 'units-1440-18')
      await rule.getByRole('button', { name: '安排一份方案' }).click()
      await desk.main.getByRole('heading', { name: '哪个单位结对哪里' }).waitFor()
      const [first] = await desk.rows('哪个单位结对哪里')
      const there = first?.startsWith('c01') ? 'c02' : 'c01'
      await desk.pick('要改的这一条', new RegExp(there === 'c02' ? 'c01' : 'c02'), '社区')
      await desk.pick('改到哪里', new RegExp(`^${there}`), there)
      expect(await desk.act('改过来', /\/move$/)).toBe(200)
      await desk.reads('改好了。')
      await look(page, 'units-plan-1440-18')
      const address = page.url()
      expect(await desk.act('采用这份方案', /\/accept$/)).toBe(200)
      await desk.reads(/已采用/)
      await page.context().close()

      const small = await takePhone(town, browser, '李松', { width: 320, height: 844, typeSize: 30 })
      await small.goto(address)
      await atDesk(small, town.address).main.getByRole('heading', { name: '哪个单位结对哪里' }).waitFor()
      await look(small, 'units-plan-320-30')
    })
  })
})
