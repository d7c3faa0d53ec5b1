import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { ask, openTown, seat, type Town } from '../../scenarios/kit/town.ts'
import { atDesk } from '../kit/atDesk.ts'
import {
  assertNoSidewaysScroll,
  assertTargetSize,
  axe,
  launchBrowser,
  openPage,
  shoot,
} from '../kit/browser.ts'
import { personOf, takePhone } from '../kit/hand.ts'
import { OPEN_ALWAYS } from '../kit/houseStations.ts'

const CAST = [
  ['赵敏', '社区工作者', '/s01/c01/'],
  ['郑伟', '区级管理员', '/'],
] as const
const SIZES = [
  { typeSize: 18, width: 390, target: 48 },
  { typeSize: 30, width: 320, target: 60 },
] as const
const station = {
  id: newId(),
  kind: 'mobile',
  name: '东门流动驿站',
  path: '/s01/c01/',
  address: '景区东门售票处旁',
  position: null,
  phone: '079188001234',
  facilities: ['water'],
  stepFree: true,
  photos: [],
  hours: OPEN_ALWAYS,
  from: new Date(Date.now() - 3_600_000).toISOString(),
  to: new Date(Date.now() + 9 * 24 * 3_600_000).toISOString(),
}

let browser: Browser
let town: Town
let slug = ''
beforeAll(async () => {
  browser = await launchBrowser()
  town = await openTown('xihu', true)
  for (const [name, post, where] of CAST)
    await seat(town, 'xihu', { name, post, where, phone: '', skill: '', homeEntry: false })
  const send = async (path: string, body: object) => {
    const answer = await ask(town, personOf(town, '郑伟'), 'POST', path, body)
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`)
    return answer.body
  }
  slug = String((await send('/stations', station))['slug'])
  await send(`/stations/${station.id}/lendables`, { id: newId(), name: '雨伞', pieces: 2, days: 3 })
})
afterAll(async () => {
  await town.close()
  await browser.close()
})

async function look(page: Page, name: string, target?: number): Promise<void> {
  await page.waitForTimeout(400) // the live stream stays open, so the network is never idle
  await shoot(page, `guests-${name}`)
  await axe(page)
  await assertNoSidewaysScroll(page)
  if (target) await assertTargetSize(page, target)
}

describe.each(SIZES)(
  'a passer-by with a phone at $typeSize px, $width px wide',
  ({ typeSize, width, target }) => {
    const seen = (page: Page, what: string) => look(page, `${what}-${typeSize}`, target)

    it('scans the code, asks for help without an account, and finds back by the link', async () => {
      const page = await openPage(browser, { width, height: 1600, typeSize })
      await page.goto(`${town.address}/stations/${slug}`)
      await page.getByText('雨伞（还有 2 件）').waitFor()
      await seen(page, 'station')
      await page.getByRole('link', { name: '在这里求助' }).click()
      await page.getByRole('button', { name: '开始求助' }).waitFor()
      await seen(page, 'door')
      await page.getByRole('button', { name: '开始求助' }).click()
      await page.getByRole('button', { name: '发给驿站' }).click()
      await page.getByText('请写一句要办的事，或者说一段话、拍一张照片').first().waitFor()
      await page.getByLabel('要帮什么忙').fill('孩子走散了，有人打架，快来人')
      await page.getByText('有危险请先打电话').waitFor()
      await seen(page, 'ask')
      await page.getByRole('button', { name: '发给驿站' }).click()
      await page.getByRole('heading', { name: '求助已发出' }).waitFor()
      await page.getByText('孩子走散了').waitFor()
      await seen(page, 'sent')
      const link = page.url()
      expect(link).toMatch(/\/guest#[A-Za-z0-9_-]{43}$/)
      await page.context().close()

      const again = await openPage(browser, { width, height: 1600, typeSize })
      await again.goto(link)
      await again.getByRole('button', { name: '打开我的求助' }).click()
      await again.getByRole('link', { name: /孩子走散了/ }).click()
      await again.getByText('办到哪一步了').waitFor()
      expect(await again.getByRole('link', { name: '我的求助' }).getAttribute('href')).toBe('/guest')
      await seen(again, 'order')
      await again.context().close()
    })

    it('takes a number, is called from the desk, and the wall shows it', async () => {
      const page = await openPage(browser, { width, height: 1600, typeSize })
      await page.goto(`${town.address}/stations/${slug}`)
      await page.getByRole('button', { name: '取一个号' }).click()
      await page.getByText(/前面还有 0 位/).waitFor()
      await seen(page, 'number')
      const desk = atDesk(await takePhone(town, browser, '赵敏', { width: 1440, height: 1400 }), town.address)
      await desk.open(`/stations/${slug}`, '东门流动驿站')
      await desk.page.getByLabel('我在哪个窗口').fill('2 号窗口')
      expect(await desk.act('叫下一个', /numbers\/next$/)).toBe(200)
      await desk.reads(/叫了 \d+ 号。/)
      await look(desk.page, `desk-${typeSize}`)
      await page.reload()
      await page.getByText('叫到您了，请到 2 号窗口。').waitFor()
      const wall = await openPage(browser, { width: 1440, height: 900, typeSize })
      await wall.goto(`${town.address}/stations/${slug}/queue`)
      await wall.getByText('请到 2 号窗口').waitFor()
      await look(wall, `wall-${typeSize}`)
      await desk.page
        .getByRole('button', { name: /号办完了$/ })
        .first()
        .click()
      await desk.reads('现在没有人在等。')
      for (const one of [page, wall, desk.page]) await one.context().close()
    })
  },
)

it('a piece is lent and taken back at the desk, and the sheet with the code is printed', async () => {
  const desk = atDesk(await takePhone(town, browser, '赵敏', { width: 1440, height: 1400 }), town.address)
  await desk.open(`/stations/${slug}`, '东门流动驿站')
  await desk.page.getByRole('button', { name: '借出雨伞' }).click()
  await desk.dialog.getByLabel('借用牌号').fill('7')
  await look(desk.page, 'lend')
  await desk.dialog.getByRole('button', { name: /^借\s?出$/ }).click()
  await desk.reads('已借出，没有记是谁借的。')
  await desk.page.getByRole('button', { name: '收回雨伞 7' }).click()
  await desk.reads('已收回。')
  await desk.page.getByRole('link', { name: '打印二维码' }).click()
  await desk.reads('有事扫一扫：求助、取号、预约，不用登录')
  await look(desk.page, 'sheet')
  await desk.page.context().close()
})
