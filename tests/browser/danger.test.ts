import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTown, seat, type Town } from '../../scenarios/kit/town.ts'
import {
  assertNoSidewaysScroll,
  axe,
  launchBrowser,
  openPage,
  type PageSettings,
  shoot,
} from '../kit/browser.ts'

let browser: Browser
let town: Town
beforeAll(async () => {
  browser = await launchBrowser()
  town = await openTown('xihu', true)
  const about = { phone: '', skill: '', homeEntry: false }
  await seat(town, 'xihu', { ...about, name: '王秀兰', post: '居民', where: '/s01/c01/g01/b1/e1/' })
  await seat(town, 'xihu', { ...about, name: '赵敏', post: '社区工作者', where: '/s01/c01/' })
})
afterAll(async () => {
  await browser.close()
  await town.close()
})

async function open(name: string, path: string, settings: PageSettings): Promise<Page> {
  const page = await openPage(browser, settings)
  const value = town.people.get(name)?.token ?? ''
  await page.context().addCookies([{ name: 'linli_session', value, url: town.address, httpOnly: true }])
  await page.goto(town.address + path)
  return page
}

it('a resident who writes of danger is given the number to ring before the order goes', async () => {
  const page = await open('王秀兰', '/orders/new', { width: 390, typeSize: 30 })
  await page.getByLabel('要办什么事').fill('厨房有煤气味，老人晕倒了')
  await page.getByText('有危险请先打电话').waitFor()
  for (const number of ['119', '120'])
    expect(await page.getByRole('link', { name: number }).getAttribute('href')).toBe(`tel:${number}`)
  await shoot(page, 'danger-hand')
  await axe(page)
  await assertNoSidewaysScroll(page)
  await page.getByLabel('要办什么事').fill('水龙头滴水')
  await page.getByText('有危险请先打电话').waitFor({ state: 'detached' })
})

it('a resident whose phone has no microphone is told how else to say it', async () => {
  const page = await open('王秀兰', '/orders/new', { width: 390, typeSize: 30 })
  await page.getByRole('button', { name: '按一下，说话留言' }).click()
  await page.getByText('这里录不了音').waitFor()
  await shoot(page, 'no-microphone')
  await axe(page)
  await assertNoSidewaysScroll(page)
})

it('an officer who writes down danger is told what the caller must do, and makes it urgent by one press', async () => {
  const page = await open('赵敏', '/desk/orders/new', { width: 1440, height: 1000 })
  await page.getByLabel('来电人的原话').fill('楼道里着火了')
  await page.getByText('请来电人马上打 119').waitFor()
  await page.getByRole('button', { name: '定为“急”' }).click()
  const urgency = page.locator('.desk-field', { has: page.getByLabel('紧急程度') })
  await urgency.getByText('急', { exact: true }).last().waitFor()
  await shoot(page, 'danger-desk')
  await axe(page)
})
