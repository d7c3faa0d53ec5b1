import type { Browser, Page, Request } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { place, type World } from '../../scenarios/kit/moves.ts'
import { launchBrowser, openPage } from '../kit/browser.ts'
import { openPeopledTown, personOf, takePhone } from '../kit/hand.ts'

let browser: Browser
let world: World
beforeAll(async () => {
  browser = await launchBrowser()
  world = await openPeopledTown()
})
afterAll(async () => {
  await browser.close()
  await world.close()
})

/** The live lines that a page holds open now, and how many it has opened so far. */
function linesOf(page: Page) {
  const open = new Set<Request>()
  const lines = { open, opened: 0 }
  page.on('request', (request) => {
    if (!request.url().endsWith('/api/live')) return
    open.add(request)
    lines.opened += 1
  })
  page.on('requestfailed', (request) => open.delete(request))
  page.on('requestfinished', (request) => open.delete(request))
  return lines
}

const look = (page: Page, state: 'hidden' | 'visible') =>
  page.evaluate((value) => {
    Object.defineProperty(document, 'visibilityState', { configurable: true, get: () => value })
    document.dispatchEvent(new Event('visibilitychange'))
  }, state)

it('a page that nobody looks at gives its line back, and what happened meanwhile is there when somebody looks', async () => {
  const page = await takePhone(world, browser, '陈建国')
  const lines = linesOf(page)
  await page.clock.install()
  await page.goto(`${world.address}/claims`)
  await page.getByText('新单会自己出现。').waitFor()
  expect(lines.open.size).toBe(1)

  await look(page, 'hidden')
  await page.clock.fastForward(5_000)
  expect(lines.open.size).toBe(1) // a short glance elsewhere costs nothing
  await page.clock.fastForward(6_000)
  await expect.poll(() => lines.open.size).toBe(0)
  await place(world, '王秀兰', '水龙头水管小修', new Map())
  await world.house.settle()
  await page.clock.fastForward(120_000)
  expect(lines.opened).toBe(1) // out of sight it does not try again

  await look(page, 'visible')
  await page.getByRole('button', { name: '我去' }).waitFor()
  await expect.poll(() => lines.open.size).toBe(1)
  await page.context().close()
})

it('seats in frames hold no line of their own and hear from the page around them', async () => {
  const page = await openPage(browser, { width: 900, height: 900 })
  const lines = linesOf(page)
  await page.goto(`${world.address}/manifest.webmanifest`)
  const seats = ['陈建国', '刘小燕'].map((name) => `linli-seat:${name}:${personOf(world, name).token}`)
  await page.evaluate((names) => {
    document.body.replaceChildren(
      ...names.map((name) =>
        Object.assign(document.createElement('iframe'), { name, src: '/claims', height: '800' }),
      ),
    )
  }, seats)
  const boards = page.frames().filter((frame) => frame !== page.mainFrame())
  expect(boards).toHaveLength(2)
  for (const board of boards) await board.getByText('新单会自己出现。').waitFor()
  const known = await Promise.all(boards.map((board) => board.getByRole('button', { name: '我去' }).count()))

  await place(world, '王秀兰', '水龙头水管小修', new Map())
  await world.house.settle()
  await page.evaluate(() => {
    const around = new BroadcastChannel('linli-live')
    around.postMessage([{ id: '', event: 'orders.orderChanged', data: '{}' }])
    around.close()
  })
  for (const [index, board] of boards.entries())
    await expect.poll(() => board.getByRole('button', { name: '我去' }).count()).toBe((known[index] ?? 0) + 1)
  expect(lines.opened).toBe(0)
  await page.context().close()
})
