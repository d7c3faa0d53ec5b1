import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { seat } from '../../scenarios/kit/town.ts'
import type { Desk } from '../kit/atDesk.ts'
import { axe, shoot } from '../kit/browser.ts'
import { type Office, openOffice } from '../kit/office.ts'

const about = { phone: '', skill: '', homeEntry: false }
const GRID = '/s01/c01/g01/'

describe('redrawing grids at the desk', () => {
  let office: Office
  let desk: Desk

  beforeAll(async () => {
    office = await openOffice()
    for (const [name, post, where] of [
      ['郑伟', '区级管理员', '/'],
      ['冯网格', '网格员', GRID],
      ['王秀兰', '居民', `${GRID}b1/e1/`],
      ['李大爷', '居民', `${GRID}b2/e1/`],
      ['周小妹', '居民', '/s01/c01/g02/b5/e1/'],
    ] as const)
      await seat(office.town, 'xihu', { ...about, name, post, where })
    const { personId } = office.person('冯网格')
    await office.town.house.db.commit(systemScope(1), [
      sql`insert into posts (region_id, id, person_id, post, area_path, from_on, share) values (1, ${newId()}, ${personId}, 'gridWorker', ${GRID}, '2026-01-05', 50)`,
    ])
    desk = await office.sitDown('郑伟')
  })
  afterAll(() => office.close())

  const look = async (name: string): Promise<void> => {
    await axe(desk.page)
    await shoot(desk.page, `redraw-${name}`)
    await desk.page.setViewportSize({ width: 390, height: 844 })
    await shoot(desk.page, `redraw-${name}-390`)
    await desk.page.setViewportSize({ width: 1440, height: 1000 })
  }

  it('shows who serves at a grid, and registers its party body', async () => {
    await desk.page.goto(`${office.town.address}/desk/places?at=${encodeURIComponent(GRID)}`)
    await desk.page.getByRole('heading', { name: '岗位和党组织' }).waitFor()
    await desk.reads('冯网格')
    await desk.reads('这一天这里没有登记党组织')
    await desk.press('登记党组织')
    await desk.dialog.getByRole('button', { name: '登记', exact: true }).click()
    await desk.reads('请选类别')
    await desk.pick('类别', '服务队功能型党支部')
    await desk.dialog.getByLabel('名称').fill('桃源第一党支部')
    await shoot(desk.page, 'redraw-body-dialog')
    expect(await desk.send('登记', /\/party-bodies/)).toBe(201)
    await desk.dialog.waitFor({ state: 'hidden' })
    await desk.reads('桃源第一党支部')
    await look('area')
  })

  it('splits a grid: chooses, looks, confirms, and sees it done', async () => {
    await desk.page.getByRole('link', { name: '调整网格' }).click()
    await desk.page.getByRole('heading', { level: 1, name: '调整网格' }).waitFor()
    await desk.page.getByRole('radio', { name: '把一个网格拆成几个' }).check()
    await desk.press('先看看会怎样')
    await desk.reads('请给每个新网格起一个不同的名称')
    await look('errors')
    await desk.page.getByLabel('第1个新网格的名称').fill('一网格东')
    await desk.page.getByLabel('第2个新网格的名称').fill('一网格西')
    const [building] = await office.rows<{ name: string }>(
      sql`select name from areas where region_id = 1 and path = ${`${GRID}b2/`}`,
    )
    await desk.pick(`${building?.name} 归到`, '一网格西')
    expect(await desk.act('先看看会怎样', /\/redraws\/preview/)).toBe(200)
    await desk.reads(/一起走的：.*3 人、1 个岗位/)
    await look('preview')
    await desk.press('确认调整')
    await desk.reads('请写明调整的理由')
    await desk.page.getByLabel('调整理由').fill('住户超过五百户')
    expect(await desk.act('确认调整', /\/areas\/redraws$/)).toBe(201)
    await desk.reads('都已换到新网格，没有漏下的。')
    await look('done')
    expect(await office.audited('redrawAreas', '住户超过五百户')).toBe(1)
    const left = await office.count(
      sql`select count(*)::int as n from people where region_id = 1 and starts_with(path, ${GRID})`,
    )
    expect(left).toBe(0)
  })

  it('says on the new grid who had the old one on an earlier day', async () => {
    const path = await office.pathOf('一网格东')
    await desk.page.goto(`${office.town.address}/desk/places?at=${encodeURIComponent(path)}`)
    await desk.reads('桃源第一党支部')
    await desk.page.getByLabel('看哪一天').fill('2026-03-15')
    await desk.reads('冯**')
    await look('history')
  })

  it('plans the grids of a community: looks, moves a building, accepts, and finds it among past redraws', async () => {
    const community = '/s01/c01/'
    await office.town.house.db.commit(systemScope(1), [
      sql`insert into area_positions (region_id, id, path, longitude, latitude, from_at, by_person)
        select 1, gen_random_uuid(), a.path, 1159000000 + 4000 * (n % 3), 286000000 + 4000 * (n / 3), app_now(), a.id
        from (select a.*, row_number() over (order by path)::int as n from areas a where a.region_id = 1 and a.level = 'building'
          and a.closed_at is null and starts_with(a.path, ${community}::text)) a on conflict do nothing`,
    ])
    await desk.page.goto(`${office.town.address}/desk/places?at=${encodeURIComponent(community)}`)
    await desk.page.getByRole('link', { name: '网格规划' }).click()
    await desk.reads('这里还没有做过规划')
    await look('plans')
    await desk.page.getByLabel('每个网格至少几户').fill('许多')
    await desk.press('算一份方案')
    await desk.reads('请写 1 到 9999 的数字，或者留空')
    await desk.page.getByLabel('每个网格至少几户').fill('1')
    expect(await desk.act('算一份方案', /\/grid-plans$/)).toBe(201)
    await desk.page.getByRole('heading', { name: '和现在比' }).waitFor()
    await look('plan')
    await desk.page.getByLabel('也列出不动的楼栋').check()
    const list = desk.page.getByRole('table').last()
    await list.getByRole('checkbox').first().check()
    await desk.pick('把勾选的楼栋移到', /再起一个新网格/, '再起')
    expect(await desk.act('移过去', /\/change$/)).toBe(200)
    await desk.reads('移好了 1 栋')
    await look('plan-moved')
    await desk.press('采用这份方案')
    await desk.reads('请写明调整的理由')
    await desk.page.getByLabel('调整理由').fill('按户数重新划分')
    expect(await desk.act('采用这份方案', /\/accept$/)).toBe(200)
    await desk.reads('都已换到新网格，没有漏下的。')
    await desk.page.goto(`${office.town.address}/desk/places/redraws`)
    await desk.reads('按户数重新划分')
    await look('past')
    await desk.page
      .getByRole('row', { name: /住户超过五百户/ })
      .getByRole('link')
      .click()
    await desk.page.getByRole('heading', { level: 1, name: /^网格调整：/ }).waitFor()
    await desk.reads('理由：住户超过五百户')
    await desk.reads(/新设：.*一网格东/)
    expect((await desk.rows('换了网格的楼栋')).some((row) => row.includes('一网格西'))).toBe(true)
    await look('past-one')
  })
})
