import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { World } from '../../scenarios/kit/moves.ts'
import { launchBrowser } from '../kit/browser.ts'
import { openPeopledTown, takePhone } from '../kit/hand.ts'

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

const WORDS = '厨房水管漏水，家里没有人'
const kept = (page: Page): Promise<string> => page.evaluate(() => JSON.stringify({ ...localStorage }))

/** A phone on which somebody began an order and left it, on the page where one signs out. */
async function withDraft(name: string): Promise<Page> {
  const page = await takePhone(world, browser, name, { width: 390, height: 844 })
  await page.goto(`${world.address}/orders/new`)
  await page.getByLabel('要办什么事').fill(WORDS)
  await expect.poll(() => kept(page)).toContain(WORDS)
  await page.goto(`${world.address}/me`)
  await page.getByText(name).waitFor()
  return page
}

it('signing out leaves nothing of the person on the phone', async () => {
  const page = await withDraft('陈建国')
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByText('陈建国').waitFor({ state: 'detached' })
  expect(await kept(page)).not.toContain(WORDS)
  await page.goBack()
  await page.getByText('请先登录').waitFor()
  expect(await page.locator('body').textContent()).not.toContain('陈建国')
  await page.context().close()
})

it('without a network it says that it did not, and the words are gone from the phone all the same', async () => {
  const page = await withDraft('刘小燕')
  await page.context().setOffline(true)
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByRole('alert').waitFor()
  expect(await kept(page)).not.toContain(WORDS)
  await page.context().setOffline(false)
  await page.getByRole('button', { name: '退出登录' }).click()
  await page.getByText('刘小燕').waitFor({ state: 'detached' })
  await page.context().close()
})
