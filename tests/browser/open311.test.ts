import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTown, seat, type Town } from '../../scenarios/kit/town.ts'
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
  await page.waitForTimeout(300)
  await shoot(page, `open311-${name}`)
  await axe(page)
  await assertNoSidewaysScroll(page)
}

describe.each(SIZES)('a desk at $width px, $typeSize px type', ({ width, typeSize }) => {
  const size = `${width}-${typeSize}`

  it('a key is issued, shown once, used by another system, counted and revoked', async () => {
    const name = `热线平台 ${size}`
    const phone = await takePhone(town, browser, '郑伟', { width, height: 1000, typeSize })
    const desk = atDesk(phone, town.address)
    await desk.open('/api-keys', '接口钥匙')
    await desk.reads('本区编号（jurisdiction_id）')
    await look(desk.page, `door-${size}`)
    await desk.press('发一把钥匙')
    await desk.dialog.getByRole('button', { name: /^发\s?出$/ }).click()
    await desk.dialog.getByText('请填是哪个系统').first().waitFor()
    await desk.dialog.getByLabel('哪个系统').fill(name)
    await desk.dialog.getByLabel('做什么用').fill('把热线收到的事送到社区')
    await look(desk.page, `issue-${size}`)
    await desk.dialog.getByRole('button', { name: /^发\s?出$/ }).click()
    await desk.reads('请现在交给对方')
    const key = (await desk.dialog.locator('.api-key').textContent()) ?? ''
    await look(desk.page, `key-${size}`)
    await desk.dialog.getByRole('button', { name: '已经交给对方' }).click()

    const answer = await fetch(`${town.address}/open311/v2/requests.json?api_key=${key}`)
    expect(answer.status).toBe(200)
    await desk.page.reload()
    await desk.reads(/用过 1 次/)
    await look(desk.page, `list-${size}`)
    await desk.press(`停用 ${name}`)
    await desk.dialog.getByLabel('理由').fill('合作到期')
    await look(desk.page, `revoke-${size}`)
    await desk.dialog.getByRole('button', { name: /^停\s?用$/ }).click()
    await desk.reads('已停用，马上生效。')
    expect((await fetch(`${town.address}/open311/v2/requests.json?api_key=${key}`)).status).toBe(403)
    await desk.page.context().close()
  })
})
