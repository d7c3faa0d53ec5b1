import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTown, seat, type Town } from '../../scenarios/kit/town.ts'
import {
  assertNoSidewaysScroll,
  assertTargetSize,
  axe,
  launchBrowser,
  openPage,
  shoot,
} from '../kit/browser.ts'

const CAST = [
  ['王秀兰', '居民', '/s01/c01/g01/b1/e1/', '13800000001'],
  ['陈建国', '志愿者', '/s01/c01/g01/', '13800000002'],
  ['刘小燕', '志愿者', '/s01/c01/g01/', '13800000003'],
  ['赵敏', '社区工作者', '/s01/c01/', ''],
  ['孙丽', '审核员', '/s01/', ''],
  ['周洁', '回访员', '/s01/', ''],
] as const

let browser: Browser
beforeAll(async () => {
  browser = await launchBrowser()
})
afterAll(() => browser.close())

/** One of the cast with a phone or a desk of their own. */
async function sitDown(
  town: Town,
  name: string,
  settings: { width: number; height: number; typeSize?: 18 | 22 | 26 | 30 },
): Promise<Page> {
  const person = town.people.get(name)
  if (!person) throw new Error(`nobody is called ${name}`)
  const page = await openPage(browser, settings)
  await page
    .context()
    .addCookies([
      { name: 'linli_session', value: person.token, url: town.address, httpOnly: true, sameSite: 'Lax' },
    ])
  return page
}

/** Everybody presses 我去, and no claim travels before all have pressed: the one who is late would see the button go. */
async function pressTogether(helpers: readonly Page[]): Promise<void> {
  const pressed = Promise.withResolvers<void>()
  let waiting = helpers.length
  for (const helper of helpers)
    await helper.route('**/api/orders/*/claim', async (route) => {
      waiting -= 1
      if (waiting === 0) pressed.resolve()
      await pressed.promise
      await route.continue()
    })
  await Promise.all(helpers.map((helper) => helper.getByRole('button', { name: '我去' }).click()))
}

/** What every page of hand must pass: nothing found by axe, no sideways scroll, targets for a thumb. */
async function look(page: Page, name: string, target: number): Promise<void> {
  await page.locator('main h1').first().waitFor()
  await page.waitForTimeout(600) // the live stream stays open, so the network is never idle
  // As tall as the page: what the bar at the bottom hides now is only a scroll away.
  const height = await page.evaluate(() => document.documentElement.scrollHeight + 120)
  await page.setViewportSize({ width: page.viewportSize()?.width ?? 390, height })
  await shoot(page, name)
  await axe(page)
  await assertNoSidewaysScroll(page)
  await assertTargetSize(page, target)
}

describe.each([
  { typeSize: 18, width: 390, target: 48 },
  { typeSize: 30, width: 320, target: 60 },
] as const)(
  'the five orders through the screens at $typeSize px, $width px wide',
  ({ typeSize, width, target }) => {
    let town: Town
    beforeAll(async () => {
      town = await openTown('xihu', true)
      for (const [name, post, where, phone] of CAST)
        await seat(town, 'xihu', {
          name,
          post,
          where,
          phone,
          skill: post === '志愿者' ? '水暖' : '',
          homeEntry: post === '志愿者',
        })
    })
    afterAll(() => town.close())
    // Tall enough that the bar at the bottom hides nothing from axe's target rule.
    const phone = { width, height: 1400, typeSize }

    it('places by the 求助 button, claims by phone with one winner, handles with photos, reviews, follows up, earns points', {
      timeout: 120_000,
    }, async () => {
      const resident = await sitDown(town, '王秀兰', phone)
      await resident.goto(town.address)
      await look(resident, `home-${typeSize}`, target)
      await resident.getByRole('link', { name: /求助/ }).click()
      await resident.getByLabel('要办什么事').fill('厨房水龙头关不紧，一夜滴一桶水')
      await resident.getByText('水龙头水管小修').click()
      await look(resident, `say-${typeSize}`, target)
      await resident.getByRole('button', { name: '下一步' }).click()
      await resident.getByRole('button', { name: '发出' }).waitFor()
      await look(resident, `check-${typeSize}`, target)
      await resident.getByRole('button', { name: '发出' }).click()
      await resident.getByText('收到了').waitFor()
      const number = await resident.getByText(/^\d{6}-\d{5}-\d$/).textContent()
      await look(resident, `receipt-${typeSize}`, target)

      const helpers = await Promise.all(['陈建国', '刘小燕'].map((name) => sitDown(town, name, phone)))
      for (const helper of helpers) {
        await helper.goto(`${town.address}/claims`)
        await helper.getByRole('button', { name: '我去' }).waitFor()
      }
      const [first, second] = helpers
      if (!first || !second) throw new Error('two helpers')
      await look(first, `claims-${typeSize}`, target)
      await pressTogether(helpers)
      const lost = /别的邻居|接走/
      await Promise.all(
        helpers.map((helper) =>
          Promise.race([helper.waitForURL(/\/tasks\//), helper.getByText(lost).first().waitFor()]),
        ),
      )
      const winner = helpers.find((helper) => helper.url().includes('/tasks/'))
      const loser = helpers.find((helper) => helper !== winner)
      if (!winner || !loser) throw new Error('one winner')
      expect(loser.url()).not.toContain('/tasks/')
      await loser.getByText(lost).first().waitFor()

      await look(winner, `task-${typeSize}`, target)
      await winner.getByRole('button', { name: '我联系过了' }).click()
      await look(winner, `contact-${typeSize}`, target)
      await winner.getByRole('button', { name: '记下来' }).click()
      await handle(winner, typeSize, target)

      const orderId = new URL(winner.url()).pathname.split('/')[2] ?? ''
      const reviewer = await sitDown(town, '孙丽', { width: 1440, height: 1000 })
      await reviewer.goto(`${town.address}/desk/orders/${orderId}`)
      await reviewer
        .getByText(number ?? '')
        .first()
        .waitFor()
      await desk(reviewer, '审核通过', `desk-review-${typeSize}`)

      const caller = await sitDown(town, '周洁', { width: 1440, height: 1000 })
      await caller.goto(`${town.address}/desk/orders/${orderId}`)
      await caller
        .getByText(number ?? '')
        .first()
        .waitFor()
      await desk(caller, '回访结案', `desk-close-${typeSize}`, [
        ['联系上了吗', '是'],
        ['是否解决', '解决'],
        ['满意度', '非常满意'],
      ])

      await resident.goto(`${town.address}/orders/${orderId}`)
      await resident.getByText('已结案').first().waitFor()
      await look(resident, `order-${typeSize}`, target)
      await town.house.settle()
      await winner.goto(`${town.address}/points`)
      await winner.getByText(/99/).first().waitFor()
      await look(winner, `points-${typeSize}`, target)
    })
  },
)

/** Before and after photo, the reply, and the button. */
async function handle(page: Page, typeSize: number, target: number): Promise<void> {
  const photo = await sharp({ create: { width: 800, height: 600, channels: 3, background: '#4a7c59' } })
    .jpeg()
    .toBuffer()
  await page.getByRole('button', { name: '办好了' }).click()
  const inputs = page.locator('input[type=file]')
  await inputs.first().waitFor({ state: 'attached' })
  for (const index of [0, 1])
    await inputs
      .nth(index)
      .setInputFiles({ name: `photo${index}.jpg`, mimeType: 'image/jpeg', buffer: photo })
  await page.getByRole('textbox').first().fill('换了阀芯，不滴水了')
  await page.waitForTimeout(1500)
  await look(page, `handle-${typeSize}`, target)
  await page.getByRole('button', { name: '办好了，交上去' }).click()
  await page.getByText('已办待审').first().waitFor()
}

/** A step on the desk's order page: its button, its form, its sending. */
async function desk(
  page: Page,
  word: string,
  name: string,
  choices: readonly (readonly [field: string, choice: string])[] = [],
): Promise<void> {
  await page.getByRole('button', { name: word }).first().click()
  for (const [field, choice] of choices) {
    await page.getByRole('combobox', { name: field }).click()
    await page.locator('.ant-select-item-option').getByText(choice, { exact: true }).last().click()
  }
  await page.waitForTimeout(500)
  await shoot(page, name)
  await axe(page)
  const sent = page.waitForResponse((answer) => answer.request().method() === 'POST')
  await page.getByRole('button', { name: word }).last().click()
  expect((await sent).status()).toBe(200)
}
