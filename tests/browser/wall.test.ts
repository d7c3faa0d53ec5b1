import { read, utils } from '@e965/xlsx'
import type { Figures } from '@linli/contract/insight/shapes'
import { Secret, TOTP } from 'otpauth'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { outboxStatement } from '../../apps/server/src/kernel/outbox/outbox.ts'
import { ask, openAreas, openTown, type Person, seat, type Town } from '../../scenarios/kit/town.ts'
import { atDesk } from '../kit/atDesk.ts'
import { axe, launchBrowser, openPage, paleTexts, shoot, smallestType } from '../kit/browser.ts'
import { openGround } from '../kit/groundRows.ts'
import { type Line, openLine } from '../kit/line.ts'
import { type SettledStaff, settledStaff } from '../kit/settledStaff.ts'

const CAST = [
  ['王秀兰', '居民', '/s01/c01/g01/b1/e1/'],
  ['李春生', '居民', '/s01/c02/g01/b1/e1/'],
  ['赵敏', '社区工作者', '/s01/c01/'],
  ['郑伟', '区级管理员', '/'],
  ['何领导', '领导', '/'],
] as const
const SCREEN = { width: 1920, height: 1080 }
/** More communities than one page of the wall holds. */
const MANY = 28

let browser: Browser
let town: Town
let line: Line
let admin: SettledStaff
let wall: Page

const person = (name: string): Person => {
  const found = town.people.get(name)
  if (!found) throw new Error(`nobody is called ${name}`)
  return found
}
const sitDown = async (name: string, settings: Parameters<typeof openPage>[1] = SCREEN): Promise<Page> => {
  const page = await openPage(browser, settings)
  const { token } = person(name)
  await page
    .context()
    .addCookies([{ name: 'linli_session', value: token, url: line.address, httpOnly: true, sameSite: 'Lax' }])
  return page
}
/** An order that nobody takes up by itself, so that what the test does is all that happens. */
async function place(name: string): Promise<string> {
  const id = newId()
  const who = person(name)
  const body = { id, channel: 'hand', kind: 'help', detail: '请帮忙看看', item: 'legalAid', path: who.path }
  expect((await ask(town, who, 'POST', '/orders', body)).status).toBe(201)
  return id
}
const figuresOf = async (area: string): Promise<Figures> => {
  const { status, body } = await ask(town, person('何领导'), 'GET', `/insight/figures?area=${area}`)
  expect(status).toBe(200)
  return body as Figures
}
/** The figure under a label of the wall, once it is there. */
const shows = (label: string, value: number | string, page = wall): Promise<void> =>
  page
    .locator('.wall-figure', { has: page.getByRole('heading', { name: label, exact: true }) })
    .locator('.wall-number', { hasText: new RegExp(`^${value}$`) })
    .waitFor()
const open = async (path: string, page = wall): Promise<void> => {
  await page.goto(`${line.address}/wall${path}`)
  await page.locator('.wall').waitFor()
}

beforeAll(async () => {
  browser = await launchBrowser()
  town = await openTown('xihu', true)
  line = await openLine(town.address)
  admin = await settledStaff(town.house, { login: 'cheng', name: '程立新', role: 'regionAdmin' })
  for (const [name, post, where] of CAST)
    await seat(town, 'xihu', { name, post, where, phone: '', skill: '', homeEntry: false })
  const refused = await place('王秀兰')
  await place('王秀兰')
  await place('李春生')
  await ask(town, person('赵敏'), 'POST', `/orders/${refused}/refuse`, {
    version: 1,
    reason: 'litigation',
    channel: '请联系法院',
  })
  await town.house.settle()
  wall = await sitDown('何领导')
})
afterAll(async () => {
  await line.close()
  await town.close()
  await browser.close()
})

describe('the wall', () => {
  it('shows the figures that desk, export and API show', async () => {
    await open('/')
    await wall.getByRole('heading', { level: 1, name: '西湖区' }).waitFor()
    await wall.getByText('智慧屏').waitFor() // the place's own word
    const figures = await figuresOf('/')
    expect(figures).toMatchObject({ open: 2, overdue: 0, today: { placed: 3, refused: 1 } })
    await shows('今天点单', figures.today.placed)
    await shows('在办', figures.open)
    await shows('超时', figures.overdue)
    await shows('今天结案', figures.today.closed)
    await shows('满意率', '—')
    await wall.getByText('评价不满 10 份').waitFor()
    await shows('抢单用时', '—')
    const strip = await wall.locator('.wall-states li').allTextContents()
    expect(strip.map((text) => Number.parseInt(text, 10)).reduce((sum, one) => sum + one)).toBe(figures.open)
    expect(await wall.locator('.wall-areas li').allTextContents()).toEqual(['s01街道在办 2超时 0'])
    expect(await wall.locator('.wall-items li').allTextContents()).toEqual(['法律援助咨询32'])

    const desk = atDesk(await sitDown('何领导', { width: 1440, height: 1000 }), line.address)
    await desk.open('/figures', '数字')
    await desk.main.locator('.ant-table-row').first().waitFor()
    const flows = await desk.rows('发生了多少')
    expect(flows).toContain(`点单${figures.today.placed}${figures.period.placed}`)
    expect(flows).toContain(`不予受理${figures.today.refused}${figures.period.refused}`)
    expect(await desk.main.locator('.figures-lines').first().textContent()).toContain(`在办${figures.open}`)
    await axe(desk.page)
    await shoot(desk.page, 'desk-figures')
    const saving = desk.page.waitForEvent('download')
    await desk.press('导出 Excel')
    const saved = await saving
    expect(saved.suggestedFilename()).toBe(`数字-西湖区-${figures.to}.xlsx`)
    const parts: Buffer[] = []
    for await (const part of await saved.createReadStream()) parts.push(Buffer.from(part))
    const book = read(Buffer.concat(parts), { type: 'buffer' })
    const rows = utils.sheet_to_json<(string | number)[]>(book.Sheets['总数'] ?? {}, { header: 1 })
    expect(rows).toContainEqual(['还在办', figures.open])
    expect(rows).toContainEqual(['点单', figures.today.placed, figures.period.placed])

    await desk.main.getByRole('link', { name: 's01街道' }).click()
    await desk.main.getByRole('link', { name: 'c01社区' }).click()
    await desk.page.waitForURL(/area=%2Fs01%2Fc01%2F/)
    await desk.main.getByRole('row', { name: '点单 2 2', exact: true }).waitFor()
    await desk.page.context().close()
  })

  it('follows by itself, and never asks more than every two seconds', async () => {
    await open('/')
    await shows('在办', 2)
    await wall.evaluate(() => document.body.setAttribute('data-same', ''))
    let asked = 0
    const count = (request: { url(): string }) => {
      if (request.url().includes('/insight/figures')) asked += 1
    }
    wall.on('request', count)
    for (let times = 0; times < 8; times += 1) await place('王秀兰')
    await shows('在办', 10)
    wall.off('request', count)
    expect(asked).toBeLessThan(8)
    expect(await wall.locator('body[data-same]').count()).toBe(1)
  })

  it('keeps its figures when the line is cut, says since when, and follows again', async () => {
    await wall.getByText('实时更新').waitFor()
    line.cut()
    await wall.getByText(/线路断了，数字停在今天 \d\d:\d\d/).waitFor()
    await shows('在办', 10)
    await shoot(wall, 'wall-still')
    await axe(wall)
    await place('李春生')
    line.join()
    await shows('在办', 11)
    await wall.getByText('实时更新').waitFor()
  })

  it('leads down area by area, by clicks and by keys, and up again', async () => {
    await open('/?days=7')
    await wall.getByRole('link', { name: /s01街道/ }).click()
    await wall.getByRole('heading', { level: 1, name: 's01街道' }).waitFor()
    expect(new URL(wall.url()).pathname + new URL(wall.url()).search).toBe('/wall/s01/?days=7')
    await wall.keyboard.press('ArrowDown')
    await wall.keyboard.press('ArrowDown')
    await wall.keyboard.press('ArrowRight')
    await wall.getByRole('heading', { level: 1, name: 'c02社区' }).waitFor()
    await shows('在办', (await figuresOf('/s01/c02/')).open)
    await wall.keyboard.press('ArrowLeft')
    await wall.getByRole('heading', { level: 1, name: 's01街道' }).waitFor()
    await wall.keyboard.press('Escape')
    await wall.getByRole('heading', { level: 1, name: '西湖区' }).waitFor()
    await open('/s01/c01/g01/')
    expect(await wall.locator('.wall-areas').count()).toBe(0)
    await wall.goto(`${line.address}/wall/s01/c01/g01/b1/`)
    await wall.getByRole('link', { name: '看自己的辖区' }).click()
    await wall.getByRole('heading', { level: 1, name: '西湖区' }).waitFor()
  })

  it('leads from a figure to the queue with the same filter, for whoever may read it', async () => {
    await open('/s01/c01/')
    expect(await wall.locator('.wall-value a').count()).toBe(0) // a leader reads no order of a household
    const page = await sitDown('郑伟')
    await open('/s01/c02/', page)
    const { open: inHand } = await figuresOf('/s01/c02/')
    await page
      .locator('.wall-value a', { hasText: new RegExp(`^${inHand}$`) })
      .first()
      .click()
    await page.getByRole('heading', { level: 1, name: '工单队列' }).waitFor()
    await page.locator('.ant-table-row').first().waitFor()
    expect(await page.locator('.ant-table-row').count()).toBe(inHand)
    await page.context().close()
  })

  it.each([
    ['zh-CN', 'dark', SCREEN, 28],
    ['en', 'light', SCREEN, 28],
    ['zh-CN', 'dark', { width: 1440, height: 900 }, 21],
  ] as const)('is one page, read at a distance: %s, %s, %o', async (locale, theme, size, smallest) => {
    const page = await sitDown('何领导', { ...size, locale })
    await page.addInitScript((name) => localStorage.setItem('linli.wallTheme', `"${name}"`), theme)
    await open('/', page)
    await page.locator('.chart-box svg').waitFor()
    expect(
      await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.scrollHeight,
      ]),
    ).toEqual([size.width, size.height])
    expect(await smallestType(page)).toBe(smallest)
    const figures = await page
      .locator('.wall-number')
      .evaluateAll((all) => all.map((one) => Number.parseFloat(getComputedStyle(one).fontSize)))
    expect(Math.min(...figures)).toBeGreaterThanOrEqual((80 / 28) * smallest)
    expect(await paleTexts(page, 7)).toEqual([])
    await axe(page)
    await shoot(page, `wall-${locale}-${theme}-${size.width}`)
    await page.context().close()
  })

  it('shows the ground beside the orders, as of when, and follows it', async () => {
    await town.house.furniture.countGround(1, true)
    await open('/')
    await wall.getByRole('link', { name: '底数和覆盖' }).click()
    await wall.getByText('不足 3 人，不显示').waitFor()
    await shows('登记住户', 0)
    await wall.getByText('现在没有联系户、走访和排班').waitFor()
    await wall
      .getByText(/今天 \d\d:\d\d 数的/)
      .first()
      .waitFor()
    await wall.getByText('实时更新').waitFor()
    await openGround(town.house.db)
    await town.house.furniture.countGround(1, true)
    const id = newId()
    await town.house.db.commit(systemScope(1), [
      outboxStatement(1, 'visits.visitsRecorded.1', { id, path: '/s01/c01/g01/' }),
    ])
    await town.house.settle()
    await shows('登记住户', 120)
    await shows('有人联系', '—') // this place has no rule of pairs
    await shows('走得到', '—')
    await shows('走访见到', 40)
    await shows('关爱没误', 100)
    const rows = await wall.locator('.wall-ground-areas tbody tr').allTextContents()
    expect(rows).toEqual(['s01街道120—40%—100%—'])
    await wall.getByRole('link', { name: 's01街道' }).click()
    await wall.getByRole('heading', { level: 1, name: 's01街道' }).waitFor()
    expect(new URL(wall.url()).search).toBe('?show=ground')
    // Two who are cared for in the second community are told nowhere, and so the first is not told either.
    expect(await wall.locator('.wall-ground-areas tbody tr').allTextContents()).toEqual([
      'c01社区80—40%———',
      'c02社区40—40%———',
    ])
    await wall.keyboard.press('ArrowLeft')
    await wall.getByRole('heading', { level: 1, name: '西湖区' }).waitFor()
  })

  it.each([
    ['zh-CN', SCREEN],
    ['en', { width: 1440, height: 900 }],
  ] as const)('is one page of the ground, read at a distance: %s, %o', async (locale, size) => {
    const page = await sitDown('何领导', { ...size, locale })
    await open('/s01/?show=ground', page)
    await page.locator('.wall-ground-areas tbody tr').first().waitFor()
    expect(
      await page.evaluate(() => [
        document.documentElement.scrollWidth,
        document.documentElement.scrollHeight,
      ]),
    ).toEqual([size.width, size.height])
    expect(await smallestType(page)).toBe(size.width === SCREEN.width ? 28 : 21)
    expect(await paleTexts(page, 7)).toEqual([])
    await axe(page)
    await shoot(page, `wall-ground-${locale}-${size.width}`)
    await page.context().close()
  })

  it('turns its pages where there are many areas, and rests for whoever wants things still', async () => {
    for (let community = 1; community <= MANY; community += 1)
      await openAreas(town.house, town.preset, `/s02/c${String(community).padStart(2, '0')}/`)
    await open('/s02/')
    await wall.getByRole('button', { name: '停住' }).waitFor()
    expect(await wall.locator('.wall-areas li').count()).toBe(26)
    await wall.getByRole('button', { name: '下一页' }).click()
    expect(await wall.locator('.wall-areas li').allTextContents()).toEqual([
      'c27社区在办 0超时 0',
      'c28社区在办 0超时 0',
    ])
    await wall.getByRole('button', { name: '停住' }).click()
    await wall.getByRole('button', { name: '轮换' }).waitFor()
    await axe(wall)
    await wall.emulateMedia({ reducedMotion: 'reduce' })
    await wall.reload()
    await wall.getByRole('button', { name: '轮换' }).waitFor()
  })

  it('sends who is not signed in through the desk’s door and back', async () => {
    const secret = new URL(admin.totpUri).searchParams.get('secret') ?? ''
    const page = await openPage(browser, { width: 1440, height: 1000 })
    await page.goto(`${line.address}/wall/s01/c01/?days=90`)
    await page.getByRole('link', { name: '去登录' }).click()
    await page.getByLabel('登录名').fill(admin.login)
    await page.getByLabel('密码').fill(admin.password)
    await page
      .getByRole('textbox', { name: '动态码' })
      .fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate())
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: 'c01社区' }).waitFor()
    expect(new URL(page.url()).search).toBe('?days=90')
    await page.context().close()
  })
})
