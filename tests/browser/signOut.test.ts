import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { World } from '../../scenarios/kit/moves.ts'
import { launchBrowser } from '../kit/browser.ts'
import { openPeopledTown, personOf, read, takePhone } from '../kit/hand.ts'

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

it('what one left waiting on a shared phone is neither seen nor sent by the next, and goes out when the first is back', async () => {
  const page = await takePhone(world, browser, '王秀兰', { width: 390, height: 844 })
  await page.goto(`${world.address}/orders/new`)
  await page.getByLabel('要办什么事').fill(WORDS)
  await page.getByRole('button', { name: '下一步' }).click()
  await page.getByRole('button', { name: '发出' }).waitFor()
  await page.context().setOffline(true)
  await page.getByRole('button', { name: '发出' }).click()
  await page.getByText('未发送 1 条').waitFor()

  await holdBy(page, '徐建国') // the first one's session ran out, and the next one signed in
  await page.context().setOffline(false)
  await page.goto(`${world.address}/me`)
  await page.getByText('徐建国').waitFor()
  expect(await page.locator('body').textContent()).not.toContain('未发送')
  await page.evaluate(() => window.dispatchEvent(new Event('online')))
  await page.reload()
  await page.getByText('徐建国').waitFor()
  expect(await titlesOf('徐建国')).toEqual([])
  expect(await titlesOf('王秀兰')).toEqual([])

  await holdBy(page, '王秀兰')
  await page.goto(`${world.address}/me`)
  await page.getByText('王秀兰').waitFor()
  await expect.poll(() => titlesOf('王秀兰')).toEqual([WORDS])
  expect(await kept(page)).not.toContain(WORDS)
  await page.context().close()
})

/** The phone is signed in as somebody else from now on. */
async function holdBy(page: Page, name: string): Promise<void> {
  const value = personOf(world, name).token
  await page
    .context()
    .addCookies([{ name: 'linli_session', value, url: world.address, httpOnly: true, sameSite: 'Lax' }])
}

const titlesOf = async (name: string): Promise<string[]> =>
  (await read<{ items: { title: string }[] }>(world, name, '/me/orders')).items.map(({ title }) => title)
