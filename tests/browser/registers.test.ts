import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seat } from '../../scenarios/kit/town.ts'
import type { Desk } from '../kit/atDesk.ts'
import { assertNoSidewaysScroll, axe, openPage, shoot } from '../kit/browser.ts'
import { type Office, openOffice } from '../kit/office.ts'

const HEADINGS = '街道,社区,网格,小区,楼栋,单元,室号'
const DOOR = '桃源街道,柳苑社区,一网格,阳光小区,3栋,2单元'
const csv = (...rows: string[]) => ({
  name: '表.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from([HEADINGS, ...rows].join('\r\n')),
})

describe('long imports and other names of places', () => {
  let office: Office
  let desk: Desk

  beforeAll(async () => {
    office = await openOffice()
    await seat(office.town, 'xihu', {
      name: '郑伟',
      post: '区级管理员',
      where: '/',
      phone: '',
      skill: '',
      homeEntry: false,
    })
    desk = await office.sitDown('郑伟')
  })
  afterAll(() => office.close())

  const choose = async (register: RegExp, file: ReturnType<typeof csv>) => {
    await desk.main.getByRole('radio', { name: register }).check()
    await desk.main.getByLabel('表格文件').setInputFiles(file)
  }
  /** Holds all imports back, so that one is seen under way. */
  const heldBack = async (work: () => Promise<void>) => {
    const client = await office.town.house.db.pool.connect()
    try {
      await client.query(`begin; select pg_advisory_xact_lock(hashtext('linli.registers'), 1)`)
      await work()
    } finally {
      await client.query('commit')
      client.release()
    }
  }

  it('shows how far a long import is, through leaving and coming back, and then its result', async () => {
    await desk.open('/places/import', '名册导入')
    await choose(/网格楼栋单元表/, csv(DOOR))
    expect(await desk.act('检查这个文件', /registers\/areas\/imports/)).toBe(200)
    expect(await desk.act('导入', /registers\/areas\/imports/)).toBe(200)
    await desk.reads('已导入。')

    const rooms = Array.from({ length: 4000 }, (_, n) => `${DOOR},${n + 101}`)
    await choose(/房屋表/, csv(...rooms))
    await heldBack(async () => {
      expect(await desk.act('检查这个文件', /registers\/households\/imports/)).toBe(200)
      await desk.reads('3. 进度')
      await desk.reads('排队，前面还有一张表')
      await desk.reads('4000 行')
      await axe(desk.page)
      await shoot(desk.page, 'register-progress-1440-18')
      await desk.page.reload()
      await desk.reads('排队，前面还有一张表')
      for (const { width, typeSize, locale } of [
        { width: 1440, typeSize: 30, locale: 'en' },
        { width: 390, typeSize: 18, locale: 'zh-CN' },
        { width: 320, typeSize: 30, locale: 'zh-CN' },
      ] as const) {
        const page = await openPage(office.browser, { width, height: 1000, typeSize, locale })
        await page.context().addCookies(await desk.page.context().cookies())
        await page.goto(desk.page.url())
        await page.locator('main progress').first().waitFor()
        await assertNoSidewaysScroll(page)
        await shoot(page, `register-progress-${width}-${typeSize}`)
        await page.context().close()
      }
    })
    await desk.reads('检查通过，还没有写入')
    await choose(/房屋表/, csv(...rooms))
    await heldBack(async () => {
      expect(await desk.act('检查这个文件', /registers\/households\/imports/)).toBe(200)
      await desk.reads('3. 进度')
    })
    await desk.reads('检查通过，还没有写入')
    expect(await desk.act('导入', /registers\/households\/imports/)).toBe(200)
    await desk.reads('已导入。')
    await shoot(desk.page, 'register-over-1440-18')
    expect(await office.count(sql`select count(*)::int as n from households where region_id = 1`)).toBe(4000)
  })

  it('gives a compound another name, by which its doors are found with the reason, and ends it', async () => {
    const building = await office.pathOf('3栋')
    await desk.open(`/places?at=${encodeURIComponent(building)}`, /3栋/)
    await desk.press('加一个别名')
    const dialog = desk.page.getByRole('dialog')
    await dialog.getByLabel('别名', { exact: true }).fill('老棉纺厂宿舍')
    await axe(desk.page)
    await shoot(desk.page, 'alias-dialog-1440-18')
    await dialog.getByRole('button', { name: '保存' }).click()
    await desk.reads('已加别名“老棉纺厂宿舍”')
    await shoot(desk.page, 'aliases-1440-18')
    await axe(desk.page)

    const find = desk.main.getByRole('combobox', { name: '找一个地点' })
    await find.fill('老棉纺厂宿舍三栋贰单元１０１')
    await desk.page.getByText('阳光小区 3栋 2单元 101（按旧名称找到）').first().waitFor()
    await shoot(desk.page, 'address-found-1440-18')

    await desk.press('停用“老棉纺厂宿舍”')
    await desk.reads('已停用别名“老棉纺厂宿舍”')
    expect(await office.audited('endAreaAlias')).toBe(1)
    for (const [width, typeSize] of [
      [390, 30],
      [320, 18],
    ] as const) {
      const page = await openPage(office.browser, { width, height: 1000, typeSize, locale: 'zh-CN' })
      await page.context().addCookies(await desk.page.context().cookies())
      await page.goto(desk.page.url())
      await page.getByText('老棉纺厂宿舍').first().waitFor()
      await assertNoSidewaysScroll(page)
      await shoot(page, `aliases-${width}-${typeSize}`)
      await page.context().close()
    }
  })
})
