import type { MyReporting } from '@linli/contract/partners/shapes'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTown, seat, type Town } from '../../scenarios/kit/town.ts'
import { atDesk } from '../kit/atDesk.ts'
import { assertNoSidewaysScroll, axe, launchBrowser, shoot } from '../kit/browser.ts'
import { read, takePhone } from '../kit/hand.ts'

const CAST = [
  ['熊志强', '志愿者', '/s01/c01/g01/'],
  ['何大姐', '志愿者', '/s01/c01/g02/'],
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

it('a member shows who they are and what they promise, a neighbour saw it kept, and taken back it is gone', async () => {
  const phone = await takePhone(town, browser, '熊志强', { width: 320, height: 1400, typeSize: 30 })
  await phone.goto(`${town.address}/reporting`)
  await phone.getByRole('link', { name: '亮身份、亮承诺' }).click()
  await phone.getByRole('button', { name: '同意公开' }).click()
  await phone.getByText('请选给谁看').first().waitFor()
  await look(phone, 'show-missing-30')
  await phone.getByLabel('怎么称呼您').fill('熊师傅')
  await phone.getByLabel('您负责什么').fill('三栋的楼道和路灯')
  await phone.getByRole('radio', { name: '本社区居民，登录后可见' }).check()
  await phone.getByRole('button', { name: '同意公开' }).click()
  await phone.getByRole('heading', { name: '我的承诺' }).waitFor()
  await phone.getByLabel('答应做什么').fill('每月看一次楼道灯')
  await phone.getByRole('button', { name: '亮出这条承诺' }).click()
  await phone.getByText('每月看一次楼道灯 · 在办').waitFor()
  await look(phone, 'mine-30')

  const everybody = await (
    await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'zh-CN' })
  ).newPage()
  await everybody.goto(`${town.address}/pledges`)
  await everybody.getByText('还没有人亮身份').waitFor()
  await look(everybody, 'wall-none')
  const neighbour = await takePhone(town, browser, '何大姐', { width: 390, height: 1000, typeSize: 18 })
  await neighbour.goto(`${town.address}/pledges`)
  await neighbour.getByRole('button', { name: '我看到办到了' }).click()
  await neighbour.getByRole('button', { name: '确认办到了' }).click()
  await neighbour.getByText('请写做了什么、什么时候').first().waitFor()
  await look(neighbour, 'wall-keep')
  await neighbour.getByLabel('做了什么、什么时候').fill('七月二日换了两盏灯')
  await neighbour.getByRole('button', { name: '确认办到了' }).click()
  await neighbour.getByText('居民确认：七月二日换了两盏灯').waitFor()
  await look(neighbour, 'wall-kept')

  const office = await takePhone(town, browser, '余芳', desktop)
  const desk = atDesk(office, town.address)
  await desk.open('/pledges', '承诺墙')
  await desk.reads('熊师傅')
  await look(office, 'desk-wall')
  await desk.press('撤下')
  await desk.dialog.getByLabel('原因').fill('请写清楚是哪一栋')
  expect(await desk.send('撤下', /hiding$/)).toBe(200)
  await desk.reads(/已撤下：请写清楚是哪一栋/)
  await phone.reload()
  await phone.getByText('原因：请写清楚是哪一栋').waitFor()
  await phone.getByRole('button', { name: '收回，不再公开' }).click()
  await phone.getByRole('heading', { name: '亮身份、亮职责' }).waitFor()
  for (const page of [phone, everybody, neighbour, office]) await page.context().close()
})

it('a community puts an item on its menu and sends a list; members take up, the unit answers', async () => {
  const office = await takePhone(town, browser, '余芳', desktop)
  const desk = atDesk(office, town.address)
  await desk.open('/menu-and-lists', '服务菜单和清单')
  await look(office, 'sharing-none')
  await desk.press('菜单加一项')
  await desk.dialog.getByRole('button', { name: '写上菜单' }).click()
  await desk.dialog.getByText('请写项目').first().waitFor()
  await desk.pick('社区', /c01社区$/, 'c01社区')
  await desk.dialog.getByLabel('项目').fill('修雨棚')
  await desk.dialog.getByLabel('要做什么').fill('周六上午，带工具')
  await look(office, 'menu-dialog')
  expect(await desk.send('写上菜单', /menu-items$/)).toBe(201)

  const phone = await takePhone(town, browser, '熊志强', { width: 320, height: 1400, typeSize: 30 })
  await phone.goto(`${town.address}/reporting`)
  await phone.getByRole('button', { name: '认领' }).click()
  await phone.getByText('您已认领').waitFor()
  await look(phone, 'menu-30')

  const liaison = await takePhone(town, browser, '陶工', { width: 390, height: 844, typeSize: 18 })
  const unit = atDesk(liaison, town.address)
  await unit.open('/my-unit', '本单位报到')
  await unit.press('单位报到')
  await unit.pick('社区', /c01社区$/, 'c01社区')
  await unit.dialog.getByLabel('能带来的资源').fill('会议室一间')
  await look(liaison, 'unit-report-dialog')
  expect(await unit.send('报到', /units$/)).toBe(201)
  await desk.open('/check-ins', '双报到')
  await desk.press('接收或不接收')
  await desk.dialog.getByRole('radio', { name: '接收', exact: true }).check()
  expect(await desk.send('确定', /decision$/)).toBe(200)

  await desk.open('/menu-and-lists', '服务菜单和清单')
  await desk.reads('党员 1 人')
  await desk.press('送清单给单位')
  await desk.pick('单位', '区城管局', '城管')
  await desk.pick('社区', /c01社区$/, 'c01社区')
  await desk.dialog.getByLabel('资源清单').waitFor()
  expect(await desk.dialog.getByLabel('资源清单').inputValue()).toBe('会议室一间')
  await look(office, 'list-dialog')
  expect(await desk.send('送给单位', /partner-lists$/)).toBe(201)

  await liaison.reload()
  expect(await unit.act('认领', /takes$/)).toBe(201)
  await unit.press('答复')
  await unit.dialog.getByRole('checkbox', { name: /修雨棚/ }).check()
  await unit.dialog.getByLabel('单位的话').fill('下周六来')
  await look(liaison, 'list-answer')
  expect(await unit.send('答复社区', /answer$/)).toBe(200)
  await look(liaison, 'unit-sharing')
  await office.reload()
  await desk.reads('下周六来')
  await look(office, 'sharing')
  for (const page of [phone, liaison, office]) await page.context().close()
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
