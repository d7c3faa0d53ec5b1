import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { World } from '../../scenarios/kit/moves.ts'
import { ask } from '../../scenarios/kit/town.ts'
import { atDesk } from '../kit/atDesk.ts'
import {
  assertNoSidewaysScroll,
  assertTabReachesAll,
  assertTargetSize,
  axe,
  launchBrowser,
  shoot,
} from '../kit/browser.ts'
import { bringToFollowUp, openPeopledTown, personOf, takePhone } from '../kit/hand.ts'
import { unzip } from '../matrix/unzip.ts'

// A neighbour reads what is kept of her, takes a copy home, takes a consent back, writes to the office, asks to be erased
// and thinks better of it; the office answers.

let browser: Browser
let world: World
beforeAll(async () => {
  browser = await launchBrowser()
  world = await openPeopledTown()
  await bringToFollowUp(world, '陈建国')
  const reveal = { reason: '约上门时间' }
  const path = `/orders/${world.orderId}/contact/reveal`
  expect((await ask(world, personOf(world, '赵敏'), 'POST', path, reveal)).status).toBe(200)
})
afterAll(async () => {
  await browser.close()
  await world.close()
})

const phone = (name: string, settings: { width?: number; typeSize?: 18 | 30 } = {}): Promise<Page> =>
  takePhone(world, browser, name, { width: 390, height: 844, ...settings })

async function judged(page: Page, picture: string): Promise<void> {
  await axe(page)
  await assertNoSidewaysScroll(page)
  await shoot(page, picture)
}

describe('my data and privacy', () => {
  it('is found under my own page, and read without a mistake in large type on a small phone', async () => {
    for (const [width, typeSize] of [
      [390, 18],
      [320, 30],
    ] as const) {
      const page = await phone('王秀兰', { width, typeSize })
      await page.goto(`${world.address}/me`)
      await page.getByRole('link', { name: /我的资料与隐私/ }).click()
      await page.getByRole('heading', { level: 1, name: '我的资料与隐私' }).waitFor()
      await page.getByRole('heading', { name: '注销账号、删除资料' }).waitFor()
      await judged(page, `privacy-${width}-${typeSize}`)
      await assertTargetSize(page, typeSize === 30 ? 60 : 48)
      await page.getByRole('link', { name: /看我的资料/ }).click()
      await page.getByText('工单里写的话').first().waitFor()
      await page.getByText('工单里写的话').first().click()
      await judged(page, `privacy-data-${width}-${typeSize}`)
      expect(await page.locator('main').textContent()).not.toMatch(/13800000001/)
      await page.goBack()
      await page.getByRole('link', { name: /谁看过我的资料/ }).click()
      await page.getByText('约上门时间').waitFor()
      expect(await page.locator('main').textContent()).not.toContain('赵敏')
      await judged(page, `privacy-looks-${width}-${typeSize}`)
      await page.context().close()
    }
  })

  it('reaches every control by Tab', async () => {
    const page = await phone('王秀兰')
    await page.goto(`${world.address}/me/privacy`)
    await page.getByRole('button', { name: '我要注销' }).waitFor()
    await assertTabReachesAll(page)
    await page.context().close()
  })

  it('a copy is asked for, made while one waits, and fetched as an archive that opens', async () => {
    const page = await phone('王秀兰')
    await page.goto(`${world.address}/me/privacy`)
    await page.getByRole('button', { name: '给我准备一份' }).click()
    await page.getByText('正在准备，一般几分钟').waitFor()
    await shoot(page, 'privacy-waiting')
    await world.house.furniture.ownData.makeCopies(1)
    await world.house.settle()
    await page.reload()
    await page.getByText('您的资料备好了').waitFor()
    await judged(page, 'privacy-ready')
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: '取走我的资料' }).click(),
    ])
    const chunks: Buffer[] = []
    for await (const chunk of await saved.createReadStream()) chunks.push(Buffer.from(chunk))
    const parts = new Map(unzip(Buffer.concat(chunks)))
    expect(parts.get('我的资料.html')?.toString('utf8')).toContain('13800000001')
    const reading = await page.context().newPage()
    await reading.setContent(parts.get('我的资料.html')?.toString('utf8') ?? '')
    await axe(reading)
    await shoot(reading, 'privacy-copy')
    await page.context().close()
  })

  it('a helper takes helping back by one press, and is asked no more', async () => {
    const page = await phone('刘小燕')
    await page.goto(`${world.address}/me/privacy`)
    const card = page.locator('.card').filter({ hasText: '把我的志愿者资料给派单员看' })
    await card.getByText('现在同意').waitFor()
    await card.getByRole('button', { name: '撤回同意' }).click()
    await card.getByText('现在没有同意').waitFor()
    await card.getByRole('button', { name: '以前怎么选的' }).click()
    await judged(page, 'privacy-withdrawn')
    const { body } = await ask(world, personOf(world, '刘小燕'), 'GET', '/me/person')
    expect(body).toMatchObject({ helper: null })
    await page.context().close()
  })

  it('erasing is asked once more, waits seven days, and is taken back by one press', async () => {
    const page = await phone('王秀兰', { width: 320, typeSize: 30 })
    await page.goto(`${world.address}/me/privacy`)
    await page.getByRole('button', { name: '有哪些不删，为什么' }).click()
    await page.getByText('积分账要一直平').waitFor()
    await page.getByRole('button', { name: '我要注销' }).click()
    await page.getByRole('heading', { name: '真的要注销吗？' }).waitFor()
    await judged(page, 'privacy-erase-asked')
    await page.getByRole('button', { name: '七天后删除' }).click()
    await page.getByText(/账号和资料将在/).waitFor()
    await judged(page, 'privacy-erase-waits')
    await page.getByRole('button', { name: '不删了，留着' }).click()
    await page.getByRole('button', { name: '我要注销' }).waitFor()
    await page.context().close()
  })

  it('a request goes to the office with its day, is answered at the desk, and the answer is read here', async () => {
    const page = await phone('王秀兰')
    await page.goto(`${world.address}/me/privacy`)
    await page.getByRole('button', { name: '写给办公室' }).click()
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByRole('alert').getByText('请写下您的请求').waitFor()
    await page.getByRole('radio', { name: '请说明为什么这样安排' }).check()
    await page.getByLabel('请说一说').fill('为什么我的单派给了陈建国？')
    await judged(page, 'privacy-request')
    await page.getByRole('button', { name: '提交' }).click()
    await page.getByText(/已经收到/).waitFor()

    const office = await takePhone(world, browser, '郑伟', { width: 1440, height: 900 })
    const desk = atDesk(office, world.address)
    await desk.open('/data-requests', '个人信息请求')
    await desk.reads('为什么我的单派给了陈建国？')
    await desk.reads(/还有 21 天/)
    await judged(office, 'privacy-desk-1440')
    for (const width of [320, 390]) {
      const small = await takePhone(world, browser, '郑伟', { width, height: 900, typeSize: 30 })
      const narrow = atDesk(small, world.address)
      await narrow.open('/data-requests', '个人信息请求')
      await narrow.reads('为什么我的单派给了陈建国？')
      await judged(small, `privacy-desk-${width}-30`)
      await narrow.press('答复')
      await narrow.dialog.getByLabel('给本人的答复').waitFor()
      await judged(small, `privacy-desk-answer-${width}-30`)
      await small.context().close()
    }
    await desk.press('答复')
    await desk.dialog.getByRole('radio', { name: '已办好' }).check()
    await desk.dialog.getByLabel('给本人的答复').fill('按距离和手上的单数排的，已请网格员复核。')
    await shoot(office, 'privacy-desk-answer')
    expect(await desk.send('答复本人', /data-requests/)).toBe(200)
    await desk.reads('没有等答复的请求')
    await office.context().close()

    await page.reload()
    await page.getByText('按距离和手上的单数排的').waitFor()
    await judged(page, 'privacy-answered')
    await page.context().close()
  })
})
