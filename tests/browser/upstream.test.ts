import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openAreas, openTown, seat, type Town } from '../../scenarios/kit/town.ts'
import { atDesk } from '../kit/atDesk.ts'
import { assertNoSidewaysScroll, axe, launchBrowser, shoot } from '../kit/browser.ts'
import { takePhone } from '../kit/hand.ts'

const SIZES = [
  { width: 1440, typeSize: 18 },
  { width: 320, typeSize: 30 },
] as const

let browser: Browser
let town: Town
beforeAll(async () => {
  browser = await launchBrowser()
  town = await openTown('xihu', true)
  await openAreas(town.house, town.preset, '/s01/c01/')
  await seat(town, 'xihu', {
    name: '郑伟',
    post: '区级管理员',
    where: '/',
    phone: '',
    skill: '',
    homeEntry: false,
  })
})
afterAll(async () => {
  await town.close()
  await browser.close()
})

async function look(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0)
  // A colour on its way to another is no colour of the page.
  const moving = () =>
    page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length)
  await expect.poll(moving).toBe(0)
  await shoot(page, `upstream-${name}`)
  await axe(page)
  await assertNoSidewaysScroll(page)
}

const file = (...lines: string[]) => ({
  name: '转办单.csv',
  mimeType: 'text/csv',
  buffer: Buffer.from(['工单编号,备注一,联系电话,办结时限', ...lines].join('\r\n')),
})

describe.each(SIZES)('a desk at $width px, $typeSize px type', ({ width, typeSize }) => {
  const size = `${width}-${typeSize}`

  it('a sender is registered, its file looked at, its columns corrected, and its orders imported once', async () => {
    const name = `区热线 ${size}`
    const phone = await takePhone(town, browser, '郑伟', { width, height: 1000, typeSize })
    const desk = atDesk(phone, town.address)
    await desk.open('/senders', '热线和企业微信来单')
    await desk.press('登记转来方')
    const save = desk.dialog.getByRole('button', { name: /^保\s?存$/ })
    await save.click()
    await desk.dialog.getByText('请选由谁回访和结案').first().waitFor()
    await desk.dialog.getByLabel('转来方', { exact: true }).fill(name)
    await desk.dialog.getByRole('radio', { name: /^转来方/ }).check()
    await desk.pick('认不出地点的放到哪里', /c01社区$/, 'c01社区')
    await look(desk.page, `dialog-${size}`)
    await save.click()
    await desk.reads('已保存。')
    const card = desk.main.locator('section', { has: desk.page.getByRole('heading', { name }) })
    await card.getByRole('link', { name: '导入表格' }).click()

    await desk.main
      .getByLabel('表格文件')
      .setInputFiles(file(`${size}-1,路灯不亮,,2099-12-31`, `${size}-2,井盖松了,12,`))
    await desk.press('检查这个文件')
    await desk.reads(/还没有列对应：诉求内容/)
    await desk.main.getByRole('combobox', { name: '备注一' }).click()
    await desk.page.getByTitle('诉求内容', { exact: true }).click()
    await desk.press('记住这样对应，再检查')
    await desk.reads(/有 1 行要改/)
    await look(desk.page, `wrong-${size}`)

    const good = file(`${size}-1,路灯不亮,,2099-12-31`, `${size}-2,井盖松了,,`)
    await desk.main.getByLabel('表格文件').setInputFiles(good)
    await desk.press('检查这个文件')
    await desk.press('导入 2 张单')
    await desk.reads('导完了：新开 2 张单，已有 0 张。')
    await look(desk.page, `over-${size}`)
    await desk.main.getByLabel('表格文件').setInputFiles(good)
    await desk.press('检查这个文件')
    await desk.reads('这些单都已经在了，不用再导。')
    await look(desk.page, `known-${size}`)

    await desk.main.locator('.wide-table').getByRole('link').first().click()
    await desk.reads(`${name}，编号 ${size}-1`)
    await desk.reads(/由转来方回访、结案/)
    await look(desk.page, `order-${size}`)
    await desk.open('/senders', '热线和企业微信来单')
    const [saved] = await Promise.all([
      desk.page.waitForEvent('download'),
      card.getByRole('button', { name: /CSV/ }).click(),
    ])
    expect(saved.suggestedFilename()).toBe(`${name}.csv`)
    await look(desk.page, `senders-${size}`)
    await desk.page.getByRole('button', { name: 'English' }).click()
    await desk.page.getByRole('heading', { level: 1, name: 'Orders from hotlines and WeCom' }).waitFor()
    await desk.page.setViewportSize({ width: Math.min(width, 390), height: 1000 })
    await look(desk.page, `english-${size}`)
    await desk.page.context().close()
  })
})
