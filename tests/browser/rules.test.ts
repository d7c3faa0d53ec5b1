import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTown, seat, type Town } from '../../scenarios/kit/town.ts'
import { atDesk } from '../kit/atDesk.ts'
import { assertNoSidewaysScroll, axe, launchBrowser, shoot } from '../kit/browser.ts'
import { takePhone } from '../kit/hand.ts'

const SIZES = [
  { width: 1440, typeSize: 18, clock: 'accept.prompt', limit: '受理 · 及时' },
  { width: 320, typeSize: 30, clock: 'accept.ordinary', limit: '受理 · 一般' },
] as const
const NAMES = ['郑伟', '何芳'] as const

let browser: Browser
let town: Town
beforeAll(async () => {
  browser = await launchBrowser()
  town = await openTown('xihu', true)
  const admin = { post: '区级管理员', where: '/', phone: '', skill: '', homeEntry: false }
  for (const name of NAMES) await seat(town, 'xihu', { name, ...admin })
})
afterAll(async () => {
  await town.close()
  await browser.close()
})

async function look(page: Page, name: string): Promise<void> {
  await shoot(page, `rules-${name}`)
  await axe(page)
  await assertNoSidewaysScroll(page)
}

describe.each(SIZES)('a desk at $width px, $typeSize px type', ({ width, typeSize, clock, limit }) => {
  const size = `${width}-${typeSize}`
  const take = async (name: string) =>
    atDesk(await takePhone(town, browser, name, { width, height: 1000, typeSize }), town.address)

  it('a limit is changed after a look, the slower administrator is told and loses nothing, and it is taken back', async () => {
    const address = `/rules/clock?key=${clock}`
    const desk = await take('郑伟')
    await desk.open('/rules?of=clock', '本地规则')
    await desk.page.getByRole('link', { name: limit, exact: true }).waitFor()
    await look(desk.page, `list-${size}`)
    const slower = await take('何芳')
    await slower.open(address, `时限：${limit}`)
    await slower.page.getByLabel('多少').fill('77')

    await desk.open(address, `时限：${limit}`)
    const amount = desk.page.getByLabel('多少')
    const before = await amount.inputValue()
    await amount.fill('0')
    await desk.press('先看看会怎样')
    await desk.reads(/超出了允许的范围/)
    await amount.fill('99')
    await desk.press('先看看会怎样')
    await desk.reads(/没办结的单：\d+ 件/)
    await desk.press('就这样改')
    await desk.reads('请写为什么改')
    await desk.page.getByLabel('为什么改').fill('街道联席会定的')
    await look(desk.page, `look-${size}`)
    await desk.press('就这样改')
    await desk.reads(/改好了/)
    await desk.reads('街道联席会定的')

    await slower.press('先看看会怎样')
    await slower.reads(/您填的都还在/)
    await slower.press('看过了，接着改')
    expect(await slower.page.getByLabel('多少').inputValue()).toBe('77')
    await slower.press('先看看会怎样')
    await slower.reads(/没办结的单/)
    await slower.page.context().close()

    await desk.press('改回第 1 版')
    await desk.page.getByLabel('为什么改').fill('先照原来的')
    await look(desk.page, `back-${size}`)
    await desk.press('就这样改')
    await desk.reads('先照原来的')
    expect(await amount.inputValue()).toBe(before)
    await desk.page.context().close()
  })

  it('the process of the place is drawn, and said in words', async () => {
    const desk = await take('郑伟')
    await desk.open('/process', '办单流程')
    await desk.page.getByRole('img', { name: /办单流程图/ }).waitFor()
    await desk.page.getByRole('heading', { name: '待受理' }).waitFor()
    await look(desk.page, `process-${size}`)
    await desk.press('看全图')
    await desk.page.getByRole('button', { name: '放大' }).waitFor()
    await desk.page.context().close()
  })
})
