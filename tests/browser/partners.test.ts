import type { MyReporting } from '@linli/contract/partners/shapes'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTown, seat, type Town } from '../../scenarios/kit/town.ts'
import { atDesk } from '../kit/atDesk.ts'
import { assertNoSidewaysScroll, axe, launchBrowser, shoot } from '../kit/browser.ts'
import { read, takePhone } from '../kit/hand.ts'

const CAST = [
  ['熊志强', '志愿者', '/s01/c01/g01/'],
  ['余芳', '社区工作者', '/s01/c01/'],
  ['陶工', '共建单位联络员', '区城管局'],
  ['罗辉', '区级管理员', '/'],
] as const

let browser: Browser
let town: Town
beforeAll(async () => {
  browser = await launchBrowser()
  town = await openTown('donghu', true)
  for (const [name, post, where] of CAST)
    await seat(town, 'donghu', { name, post, where, phone: '', skill: '', homeEntry: false })
})
afterAll(async () => {
  await town.close()
  await browser.close()
})

/** What every page must pass. */
async function look(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(400) // the live stream stays open, so the network is never idle
  await shoot(page, `partners-${name}`)
  await axe(page)
  await assertNoSidewaysScroll(page)
}
const day = (ahead: number) => new Date(Date.now() + (8 + ahead * 24) * 3600_000).toISOString().slice(0, 10)
const desktop = { width: 1440, height: 1000 }

it('a member reports, the unit issues a letter, the community accepts, and a card goes only with a yes', async () => {
  const phone = await takePhone(town, browser, '熊志强', { width: 320, height: 1400, typeSize: 30 })
  await phone.goto(`${town.address}/reporting`)
  await phone.getByRole('button', { name: '报到', exact: true }).click()
  await phone.getByText('请选您所在的单位').first().waitFor()
  await look(phone, 'form-missing-30')
  await phone.getByLabel('找所在单位').fill('城管')
  await phone.getByRole('radio', { name: '区城管局' }).check()
  await phone.getByRole('checkbox', { name: '周六' }).check()
  await phone.getByRole('button', { name: '报到', exact: true }).click()
  await phone.getByText('等社区接收').waitFor()
  await look(phone, 'asked-30')

  const liaison = await takePhone(town, browser, '陶工', desktop)
  const unit = atDesk(liaison, town.address)
  await unit.open('/my-unit', '本单位报到')
  expect(await unit.act('开具介绍信', /letter$/)).toBe(201)
  await unit.reads(/^介〔\d{4}〕00001号/)
  await look(liaison, 'unit')

  const office = await takePhone(town, browser, '余芳', desktop)
  const desk = atDesk(office, town.address)
  await desk.open('/check-ins', '双报到')
  await look(office, 'desk')
  await desk.press('接收或不接收')
  await desk.dialog.getByRole('button', { name: '确定' }).click()
  await desk.dialog.getByText('请选接收还是不接收').first().waitFor()
  await desk.dialog.getByRole('radio', { name: '接收', exact: true }).check()
  expect(await desk.send('确定', /decision$/)).toBe(200)
  await desk.press('填反馈卡')
  await desk.dialog.getByLabel('从哪天').fill(day(-30))
  await desk.dialog.getByLabel('到哪天').fill(day(0))
  expect(await desk.send('请本人先看', /cards$/)).toBe(201)
  await desk.reads('请本人先看')

  await phone.reload()
  await phone.getByRole('button', { name: '同意送交', exact: true }).waitFor()
  await look(phone, 'card-30')
  const answer = phone.waitForResponse((one) => one.url().endsWith('answer'))
  await phone.getByLabel('有不对的、想补充的，写在这里').fill('都对')
  await phone.getByRole('button', { name: '同意送交', exact: true }).click()
  expect((await answer).status()).toBe(200)
  await office.reload()
  expect(await desk.act('送交所在单位', /sending$/)).toBe(200)
  await look(office, 'sent')
  await liaison.reload()
  await unit.reads('都对')
  await look(liaison, 'received')
  for (const page of [phone, liaison, office]) await page.context().close()
})

it('whoever reads the code of a letter learns that it is genuine and nothing else', async () => {
  const { checkIn } = await read<MyReporting>(town, '熊志强', '/me/reporting')
  const context = await browser.newContext({ viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await page.goto(`${town.address}/letters/${checkIn?.letter?.slug}`)
  await page.getByText('这封介绍信是真的，在有效期内').waitFor()
  expect(await page.locator('main').textContent()).not.toContain('熊')
  await look(page, 'letter')
  await context.close()
})

it('an agreement is proposed, signed by the other side, and kept by its word', async () => {
  const office = await takePhone(town, browser, '罗辉', desktop)
  const desk = atDesk(office, town.address)
  await desk.open('/agreements', '结对共建')
  await look(office, 'agreements-none')
  await desk.press('提出协议')
  await desk.dialog.getByRole('button', { name: '提出，等对方签署' }).click()
  await desk.dialog.getByText('请至少写一条承诺').first().waitFor()
  await desk.dialog.getByLabel('名称').fill('共建协议')
  await desk.pick('共建单位', '区城管局', '城管')
  await desk.pick('社区或网格', /c01社区$/, 'c01社区')
  await desk.dialog.getByLabel('从哪天').fill(day(-1))
  await desk.dialog.getByLabel('到哪天').fill(day(300))
  await desk.dialog
    .getByLabel('承诺', { exact: true })
    .fill(`单位，装十盏路灯，${day(30)}\n单位，帮扶资金，${day(60)}，40000`)
  await look(office, 'propose')
  expect(await desk.send('提出，等对方签署', /agreements$/)).toBe(201)
  await office.getByRole('heading', { level: 1, name: '共建协议' }).waitFor()

  const liaison = await takePhone(town, browser, '陶工', { width: 390, height: 844, typeSize: 18 })
  const unit = atDesk(liaison, town.address)
  await unit.open('/agreements', '结对共建')
  await liaison.getByRole('link', { name: '共建协议' }).click()
  expect(await unit.act('签署', /answer$/)).toBe(200)
  expect(await unit.act('报已办', /report$/)).toBe(200)
  await look(liaison, 'reported')

  await office.reload()
  expect(await desk.act('确认兑现', /confirmation$/)).toBe(200)
  await desk.press('登记到账')
  await desk.dialog.getByLabel('到账金额（元）').fill('40000')
  await desk.dialog.getByLabel('到账日期').fill(day(0))
  expect(await desk.send('登记', /payments$/)).toBe(200)
  await desk.reads(/已兑现 2 条/)
  await look(office, 'kept')

  const phone = await takePhone(town, browser, '熊志强', { width: 390, height: 1000, typeSize: 18 })
  await phone.goto(`${town.address}/promises`)
  await phone.getByText('到位 40,000 元，共 40,000 元').waitFor()
  await look(phone, 'promises')
  await desk.open('/partner-templates', '文书模板')
  await look(office, 'templates')
  for (const page of [phone, liaison, office]) await page.context().close()
})
