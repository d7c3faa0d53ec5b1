import { read as readBook, utils } from '@e965/xlsx'
import type { MyRedemption, RewardView, Settlement, Shelf } from '@linli/contract/points/redemptionShapes'
import type { Browser, Page } from 'playwright-core'
import sql from 'sql-template-tag'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { expireRedemptions } from '../../apps/server/src/rooms/points/actions/endWaiting.ts'
import { settleOrder } from '../../apps/server/src/rooms/points/actions/settleOrder.ts'
import { aRule, neighbours, someFacts } from '../../apps/server/src/rooms/points/testing.ts'
import { ask, openTown, seat, type Town, until } from '../../scenarios/kit/town.ts'
import { atDesk, type Desk } from '../kit/atDesk.ts'
import {
  assertNoSidewaysScroll,
  assertTargetSize,
  axe,
  launchBrowser,
  openPage,
  shoot,
} from '../kit/browser.ts'
import { personOf, read, takePhone } from '../kit/hand.ts'

const CAST = [
  ['王秀兰', '居民', '/s01/c01/g01/b1/e1/'],
  ['陈建国', '志愿者', '/s01/c01/g01/'],
  ['刘小燕', '志愿者', '/s01/c01/g01/'],
  ['徐建国', '志愿者', '/s01/c01/g01/'],
  ['郑伟', '区级管理员', '/'],
  ['钱审', '审计员', '/'],
  ['李店员', '单位承办人', '邻家便民店（示例）'],
] as const
const EGGS = '鸡蛋一盒（10枚）'
const SHOP = '邻家便民店（示例）'
const SIZES = [
  { typeSize: 18, width: 390, target: 48, name: '陈建国' },
  { typeSize: 30, width: 320, target: 60, name: '刘小燕' },
] as const

let browser: Browser
let town: Town
beforeAll(async () => {
  browser = await launchBrowser()
  town = await openTown('xihu', true)
  for (const [name, post, where] of CAST)
    await seat(town, 'xihu', { name, post, where, phone: '', skill: '', homeEntry: post === '志愿者' })
  await until(async () => ((await shelfOf('王秀兰')).items.length === 6 ? null : 'the shelf is not founded'))
})
afterEach(() => town.house.db.setShift(0))
afterAll(async () => {
  await town.close()
  await browser.close()
})

const shelfOf = (name: string) => read<Shelf>(town, name, '/points/shelf')
const mine = async (name: string) =>
  (await read<{ items: MyRedemption[] }>(town, name, '/me/redemptions')).items
const newest = async (name: string): Promise<MyRedemption> => {
  const [one] = await mine(name)
  if (!one) throw new Error(`${name} redeemed nothing`)
  return one
}
const purse = async (name: string) => {
  const { balance, held } = await read<{ balance: number; held: number }>(town, name, '/me/points')
  return { balance, held }
}
const rewardNamed = async (zh: string): Promise<RewardView> => {
  const { items } = await read<{ items: RewardView[] }>(town, '郑伟', '/points/rewards?limit=100')
  const found = items.find(({ name }) => name.zh === zh)
  if (!found) throw new Error(`there is no reward ${zh}`)
  return found
}
/** A command of one of the people, which must succeed. */
async function send(name: string, path: string, body: object): Promise<Record<string, unknown>> {
  const answer = await ask(town, personOf(town, name), 'POST', path, body)
  if (answer.status >= 300) throw new Error(`${name} ${path}: ${JSON.stringify(answer.body)}`)
  return answer.body
}
/** Points that somebody earned from the community, through the ledger as always. */
async function earn(name: string, amount: number): Promise<void> {
  const rule = aRule({ amount, dailyCap: 1_000_000, pairWeeklyCap: 1_000_000 })
  const { needs, orders } = neighbours(town.house.db, [rule])
  const order = someFacts({
    state: 'closed',
    result: 'solved',
    requesterPersonId: newId(),
    handlerPersonId: personOf(town, name).personId,
    community: '/s01/c01/',
  })
  orders.set(order.id, order)
  await settleOrder(needs, 1, order.id)
}
const redeem = async (name: string, zh: string, quantity = 1): Promise<MyRedemption> => {
  const { id, points } = await rewardNamed(zh)
  await send(name, '/points/redemptions', {
    id: newId(),
    rewardId: id,
    quantity,
    points: points * quantity,
  })
  return newest(name)
}

/** What every page of hand must pass: nothing found by axe, no sideways scroll, targets for a thumb. */
async function look(page: Page, name: string, target?: number): Promise<void> {
  await page.locator('main h1').first().waitFor()
  await page.waitForTimeout(400) // the live stream stays open, so the network is never idle
  const width = page.viewportSize()?.width ?? 390
  const height = await page.evaluate(() => document.documentElement.scrollHeight + 120)
  await page.setViewportSize({ width, height })
  await shoot(page, `redemption-${name}`)
  await axe(page)
  await assertNoSidewaysScroll(page)
  if (target) await assertTargetSize(page, target)
}

describe.each(SIZES)('a phone at $typeSize px, $width px wide', ({ typeSize, width, target, name }) => {
  const phone = () => takePhone(town, browser, name, { width, height: 1400, typeSize })
  const seen = (page: Page, what: string) => look(page, `${what}-${typeSize}`, target)
  const button = (page: Page, words: string | RegExp) =>
    page.getByRole('button', { name: words, exact: true })

  it('says what stands in the way in words, and leads nobody to a button that would refuse', async () => {
    const page = await phone()
    await page.goto(`${town.address}/points`)
    await page.getByRole('link', { name: /我的兑换/ }).click()
    await page.getByText('还没有兑换过').waitFor()
    await seen(page, 'none')
    await page.getByRole('link', { name: '去货架看看' }).click()
    await page.getByText('您现在可以用 0 分').waitFor()
    await page.getByText('积分还差 99 分。').waitFor()
    await seen(page, 'shelf-poor')
    await page.getByRole('link', { name: new RegExp(EGGS.slice(0, 4)) }).click()
    await page.getByText('现在换不了').waitFor()
    await page.getByText(SHOP).waitFor()
    expect(await page.getByRole('button', { name: /换/ }).count()).toBe(0)
    await seen(page, 'hindered')
    await page.goto(`${town.address}/points/shelf/${newId()}`)
    await page.getByRole('link', { name: '看看别的' }).click()
    await page.getByRole('heading', { level: 1, name: '兑换货架' }).waitFor()
    await page.goto(`${town.address}/points/redemptions/${newId()}`)
    await page.getByRole('link', { name: '看我的兑换' }).click()
    await page.getByText('还没有兑换过').waitFor()
    await page.context().close()
  })

  it('redeems after a second look, shows the code large and as a picture, and cancels after a second thought', async () => {
    await earn(name, 1150)
    const page = await phone()
    await page.goto(`${town.address}/points`)
    await page.getByRole('link', { name: /兑换货架/ }).click()
    await page.getByText('您现在可以用 1150 分').waitFor()
    await seen(page, 'shelf')
    await page.getByRole('link', { name: new RegExp(EGGS.slice(0, 4)) }).click()
    await button(page, '多一份').click()
    await button(page, '多一份').click()
    await button(page, '多一份').click()
    await page.getByText('现在最多换 4 份。').waitFor()
    expect(await button(page, '多一份').count()).toBe(0)
    await button(page, '少一份').click()
    await button(page, '少一份').click()
    await seen(page, 'reward')
    await button(page, '用 198 分换').click()
    await page.getByText(`${EGGS} × 2`).waitFor()
    await seen(page, 'confirm')
    await button(page, '再想想').click()
    expect(await mine(name)).toEqual([])
    await button(page, '用 198 分换').click()
    await button(page, '确定换').click()
    await page.waitForURL(/\/points\/redemptions\//)

    const held = await newest(name)
    expect(held).toMatchObject({
      state: 'held',
      quantity: 2,
      points: 198,
      code: expect.stringMatching(/^\d{8}$/),
    })
    expect(page.url()).toContain(held.id)
    expect(await purse(name)).toEqual({ balance: 1150, held: 198 })
    const digits = page.locator('main').getByText(held.code?.slice(0, 4) ?? '', { exact: true })
    expect(await digits.locator('..').textContent()).toBe(held.code)
    const size = await digits.evaluate((element) => parseFloat(getComputedStyle(element).fontSize))
    expect(size).toBeGreaterThanOrEqual(40)
    await page.getByRole('img', { name: '领取码的二维码' }).waitFor()
    await page.getByText(/给您留到 明天 /).waitFor()
    await page.getByText(`到${SHOP}，把这个码给店员看`).waitFor()
    await seen(page, 'code')

    await page.goto(`${town.address}/points`)
    await page.getByText('为兑换留着').waitFor()
    expect(await page.locator('main dl').textContent()).toContain('可用952')
    await page.getByText('兑换，先留着').waitFor()
    await seen(page, 'points')
    await page.getByRole('link', { name: /我的兑换/ }).click()
    await page.getByText('待领取').waitFor()
    await seen(page, 'mine')
    await page.getByRole('link', { name: new RegExp(EGGS.slice(0, 4)) }).click()
    await button(page, '不要了，取消兑换').click()
    await button(page, '先留着').click()
    expect((await newest(name)).state).toBe('held')
    await button(page, '不要了，取消兑换').click()
    await seen(page, 'cancel')
    await button(page, '取消兑换').click()
    await page.getByText('已经取消').waitFor()
    await page.getByText('198 分没有动，还是您的。').waitFor()
    expect(await button(page, '不要了，取消兑换').count()).toBe(0)
    expect((await newest(name)).state).toBe('cancelled')
    expect(await purse(name)).toEqual({ balance: 1150, held: 0 })
    await seen(page, 'cancelled')
    await page.context().close()
  })

  it('keeps the base of a fee, the month’s limit and the last piece, each said on the shelf', async () => {
    const gone = `纸巾${typeSize}`
    const unit = (await rewardNamed(EGGS)).merchant.id
    await send('郑伟', '/points/rewards', {
      id: newId(),
      kind: 'goods',
      name: { zh: gone, en: 'Tissues' },
      unit,
      area: '/s01/c01/',
      points: 5,
      fen: 50,
      base: 0,
      monthlyLimit: null,
      stock: 0,
    })
    await redeem(name, '磨刀一把（物业服务台）', 2)
    const page = await phone()
    await page.goto(`${town.address}/points/shelf`)
    await page.getByText('已经兑完了，补了货再来。').first().waitFor()
    await page.getByText('这个月您兑了 2 份，每人每月最多 2 份，下个月再来。').waitFor()
    await page.getByText('要先留下 1000 分，超过的部分才能用，还差 50 分。').first().waitFor()
    await page.getByRole('link', { name: new RegExp(gone) }).click()
    await page.getByText('现在换不了').waitFor()
    expect(await page.getByRole('button', { name: /换/ }).count()).toBe(0)
    await send(name, `/points/redemptions/${(await newest(name)).id}/cancel`, {})
    await page.context().close()
  })

  it('is told when the price changed meanwhile, and asks for the new one', async () => {
    const page = await phone()
    const { id } = await rewardNamed('保温杯一只')
    await page.goto(`${town.address}/points/shelf/${id}`)
    const before = (await rewardNamed('保温杯一只')).points
    await button(page, `用 ${before} 分换`).click()
    const { version } = await rewardNamed('保温杯一只')
    await send('郑伟', `/points/rewards/${id}/changes`, { version, points: before + 10 })
    await button(page, '确定换').click()
    await page.getByText('这件兑换品所需的积分刚刚变了').waitFor()
    await button(page, `用 ${before + 10} 分换`).waitFor()
    expect((await mine(name)).filter(({ state }) => state === 'held')).toEqual([])
    await page.context().close()
  })

  it('turns to collected while it is open, then to given back; what ran out says that nothing was lost', async () => {
    const page = await phone()
    const eggs = await redeem(name, EGGS)
    await page.goto(`${town.address}/points/redemptions/${eggs.id}`)
    await page.getByRole('img', { name: '领取码的二维码' }).waitFor()
    await send('李店员', '/points/redemptions/collect', { code: eggs.code ?? '' })
    await page.getByText('已经领到了').waitFor()
    expect(await page.getByRole('img', { name: '领取码的二维码' }).count()).toBe(0)
    await seen(page, 'collected')
    await send('郑伟', `/points/redemptions/${eggs.id}/refund`, { reason: 'faulty', restock: true })
    await page.getByText('已经退回').waitFor()
    await page.getByText('有质量问题').waitFor()
    await seen(page, 'refunded')
    expect(await purse(name)).toEqual({ balance: 1150, held: 0 })

    const late = await redeem(name, EGGS)
    town.house.db.setShift(25 * 3600_000)
    await expireRedemptions(town.house.db, 1)
    town.house.db.setShift(0)
    await page.goto(`${town.address}/points/redemptions/${late.id}`)
    await page.getByText('过了时间，没有领').waitFor()
    await page.getByText('99 分还是您的，想要可以再换。').waitFor()
    await seen(page, 'expired')
    await page.goto(`${town.address}/points`)
    await page.getByText('没有领，这些分没有动').first().waitFor()
    await page.context().close()
  })

  it('says that it could not be opened, and tries again', async () => {
    const page = await phone()
    await page.route('**/api/points/shelf*', (route) => route.fulfill({ status: 503, body: '{}' }))
    await page.goto(`${town.address}/points/shelf`)
    await page.getByRole('alert').waitFor()
    await seen(page, 'error')
    await page.unroute('**/api/points/shelf*')
    await button(page, '再试一次').first().click()
    await page.getByText('您现在可以用 1150 分').waitFor()
    await page.context().close()
  })
})

describe('at desks', () => {
  const sitDown = async (name: string, width = 1440): Promise<Desk> => {
    const page = await openPage(browser, { width, height: 1000 })
    await page.addInitScript(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', '')
    })
    const { token } = personOf(town, name)
    await page
      .context()
      .addCookies([
        { name: 'linli_session', value: token, url: town.address, httpOnly: true, sameSite: 'Lax' },
      ])
    return atDesk(page, town.address)
  }
  const link = (desk: Desk, name: string) => desk.page.getByRole('navigation').getByRole('link', { name })

  it('adds a reward, changes it, adds pieces, withdraws it', async () => {
    const desk = await sitDown('郑伟')
    await desk.open('/points/rules', '积分规则')
    await link(desk, '兑换品').click()
    await desk.page.getByRole('heading', { level: 1, name: '兑换品' }).waitFor()
    await look(desk.page, 'desk-rewards-1440')
    await desk.press('上架兑换品')
    await desk.dialog.getByRole('button', { name: '上架', exact: true }).click()
    for (const words of ['请选商户', '请选给哪里的居民兑换', '请填名称', '请填金额，最多两位小数，例如 9.90'])
      await desk.reads(words)
    await look(desk.page, 'desk-add-1440')
    await desk.dialog.getByRole('radio', { name: '抵扣物业费' }).check()
    await desk.dialog.getByLabel('须留积分').fill('10')
    await desk.dialog.getByRole('radio', { name: '实物' }).check()
    await desk.pick('商户', SHOP)
    await desk.pick('给哪里的居民兑换', /c01社区$/, 'c01社区')
    await desk.dialog.getByLabel('名称', { exact: true }).fill('毛巾一条')
    await desk.dialog.getByLabel('英文名称').fill('A towel')
    await desk.dialog.getByLabel('一份要几分').fill('40')
    await desk.dialog.getByLabel('一份付给商户多少元').fill('8.5')
    await desk.dialog.getByLabel(/每人每月最多几份/).fill('2')
    await desk.dialog.getByLabel(/有几份/).fill('三')
    await desk.dialog.getByRole('button', { name: '上架', exact: true }).click()
    await desk.reads('请填 0 以上的整数，或者不填')
    await desk.dialog.getByLabel(/有几份/).fill('3')
    expect(await desk.send('上架', /\/points\/rewards$/)).toBe(201)
    await desk.reads('已上架，居民现在就能换。')
    expect(await rewardNamed('毛巾一条')).toMatchObject({
      kind: 'goods',
      points: 40,
      fen: 850,
      base: 0,
      stock: 3,
      monthlyLimit: 2,
      offered: true,
      area: '/s01/c01/',
    })
    expect((await shelfOf('王秀兰')).items.map(({ name }) => name.zh)).toContain('毛巾一条')

    const row = desk.main.getByRole('row', { name: /毛巾一条/ })
    await row.getByRole('button', { name: '调整' }).click()
    await desk.dialog.getByLabel('一份要几分').fill('45')
    await desk.dialog.getByLabel('增减几份').fill('x')
    await desk.dialog.getByRole('button', { name: '保存' }).click()
    await desk.reads('请填整数，减少就写负数，例如 -5')
    await desk.dialog.getByLabel('增减几份').fill('-9')
    expect(await desk.send('保存', /\/changes$/)).toBe(409)
    await desk.reads('货架上没有这么多可减')
    await desk.dialog.getByLabel('增减几份').fill('-1')
    await desk.dialog.getByLabel(/兑到哪天/).fill('2030-12-31')
    expect(await desk.send('保存', /\/changes$/)).toBe(200)
    await desk.reads('已保存，从现在起按新的算。')
    expect(await rewardNamed('毛巾一条')).toMatchObject({
      points: 45,
      stock: 2,
      to: '2030-12-31T16:00:00.000Z',
      name: { zh: '毛巾一条', en: 'A towel' },
    })

    await row.getByRole('button', { name: '下架' }).click()
    await desk.dialog.getByRole('button', { name: '不办了' }).click()
    expect((await rewardNamed('毛巾一条')).offered).toBe(true)
    await row.getByRole('button', { name: '下架' }).click()
    expect(await desk.send('下架', /\/changes$/)).toBe(200)
    await row.getByText('不在货架上').waitFor()
    expect((await rewardNamed('毛巾一条')).offered).toBe(false)
    expect(await row.getByRole('button', { name: '下架' }).count()).toBe(0)
    await row.getByRole('button', { name: '调整' }).click()
    await desk.dialog.getByLabel(/兑到哪天/).fill('')
    expect(await desk.send('保存', /\/changes$/)).toBe(200)
    await row.getByText('在货架上', { exact: true }).waitFor()
    expect((await rewardNamed('毛巾一条')).offered).toBe(true)

    await desk.pick('商户', '禾润物业（示例）')
    await row.waitFor({ state: 'detached' })
    expect((await desk.rows('兑换品')).every((text) => text.includes('禾润物业'))).toBe(true)
    await desk.page.context().close()
  })

  it('hands over at the counter by the code, typed or scanned, once', async () => {
    await earn('徐建国', 400)
    const [towel, eggs] = [await redeem('徐建国', '毛巾一条'), await redeem('徐建国', EGGS)]
    const desk = await sitDown('李店员')
    await desk.open('/tasks', /任务/)
    await link(desk, '领取核销').click()
    await desk.page.getByRole('heading', { level: 1, name: '领取核销' }).waitFor()
    await look(desk.page, 'desk-counter-1440')
    await desk.main.getByLabel('领取码').fill('12')
    await desk.press('查一查')
    await desk.reads('请输入完整的领取码，只有数字')
    await desk.main.getByLabel('领取码').fill('0000 0000')
    await desk.press('查一查')
    await desk.reads(/没有找到这个领取码的兑换单/)
    await look(desk.page, 'desk-counter-wrong-1440')
    await desk.main.getByLabel('领取码').fill(`${towel.code?.slice(0, 4)} ${towel.code?.slice(4)}`)
    await desk.main.getByLabel('领取码').press('Enter')
    await desk.page.getByRole('heading', { name: '毛巾一条 × 1' }).waitFor()
    await desk.reads(/徐\*+ 用 45 分换的/)
    await look(desk.page, 'desk-counter-found-1440')
    await desk.press('先不交，回去')
    expect((await mine('徐建国')).every(({ state }) => state === 'held')).toBe(true)
    await desk.main.getByLabel('领取码').fill(towel.code ?? '')
    await desk.press('查一查')
    expect(await desk.act('已交给对方', /\/collect$/)).toBe(200)
    await desk.reads('已经记下：毛巾一条 × 1，交给居民了。')
    await desk.main.getByRole('listitem').filter({ hasText: towel.number }).getByText('已领取').waitFor()
    expect(await purse('徐建国')).toEqual({ balance: 355, held: 99 })
    expect(await desk.main.getByRole('button', { name: '退回' }).count()).toBe(0)

    // A telephone's camera opens the address that the picture says.
    const phone = await sitDown('李店员', 390)
    await phone.open(`/points/counter#${eggs.code}`, '领取核销')
    expect(await phone.main.getByLabel('领取码').inputValue()).toMatch(/^\d{4} \d{4}$/)
    await phone.press('查一查')
    await phone.page.getByRole('heading', { name: `${EGGS} × 1` }).waitFor()
    await look(phone.page, 'desk-counter-found-390')
    expect(await phone.act('已交给对方', /\/collect$/)).toBe(200)
    await phone.reads(/已经记下/)
    expect(await phone.main.getByLabel('领取码').inputValue()).toBe('')
    await look(phone.page, 'desk-counter-390')
    expect(await purse('徐建国')).toEqual({ balance: 256, held: 0 })
    await phone.main.getByLabel('领取码').fill(eggs.code ?? '')
    await phone.press('查一查')
    await phone.reads(/没有找到这个领取码的兑换单/)
    for (const one of [desk, phone]) await one.page.context().close()
  })

  it('finds redemptions by state, merchant and day, and gives one back with a reason', async () => {
    await redeem('徐建国', '磨刀一把（物业服务台）')
    const desk = await sitDown('郑伟')
    await desk.open('/points/rewards', '兑换品')
    const sharpening = desk.main.getByRole('row', { name: /磨刀一把/ })
    await sharpening.getByRole('link', { name: '1 份等着领' }).click()
    await desk.page.getByRole('heading', { level: 1, name: '兑换单' }).waitFor()
    await desk.reads('只显示一种兑换品的兑换单。')
    await expect.poll(async () => (await desk.rows('兑换单')).length).toBe(1)
    await desk.press('看全部兑换单')
    await expect.poll(async () => (await desk.rows('兑换单')).length).toBeGreaterThanOrEqual(3)
    await look(desk.page, 'desk-redemptions-1440')
    await desk.pick('商户', SHOP)
    await desk.pick('状态', '已领取')
    await expect.poll(async () => (await desk.rows('兑换单')).length).toBe(2)
    await desk.main.getByLabel('从哪天领的').fill('2020-01-01')
    await desk.main.getByLabel('到哪天领的（含）').fill('2020-01-02')
    await desk.reads('没有符合条件的兑换单')
    await look(desk.page, 'desk-redemptions-empty-1440')
    await desk.press('看全部兑换单')
    await desk.pick('状态', '已领取')

    const row = desk.main.getByRole('row', { name: /毛巾一条/ })
    await row.getByRole('button', { name: '退回' }).click()
    await desk.dialog.getByRole('button', { name: '退回', exact: true }).click()
    await desk.reads('请选退回的理由')
    await desk.dialog.getByRole('radio', { name: '给错了' }).check()
    await desk.dialog.getByRole('checkbox', { name: '东西完好，放回货架' }).check()
    await look(desk.page, 'desk-refund-1440')
    expect(await desk.send('退回', /\/refund$/)).toBe(200)
    await desk.reads('已退回，积分还给了居民。')
    await row.waitFor({ state: 'detached' })
    expect(await purse('徐建国')).toEqual({ balance: 301, held: 50 })
    expect((await rewardNamed('毛巾一条')).stock).toBe(2)
    await desk.open('/points/ledger', '积分总账')
    await desk.reads('兑换退回')
    await desk.page.context().close()
  })

  it('settles by merchant and month, the page and the spreadsheet alike', async () => {
    const [now] = await town.house.db.read<{ month: string }>(
      systemScope(1),
      sql`select to_char(app_now() at time zone 'Asia/Shanghai', 'YYYY-MM') as month`,
    )
    const month = now?.month ?? ''
    const desk = await sitDown('钱审')
    await desk.open('/points/settlement', '结算单')
    await desk.reads('与积分账一致')
    await look(desk.page, 'desk-settlement-1440')
    const { total, merchants } = await read<Settlement>(town, '钱审', `/points/settlements/${month}`)
    expect(await desk.main.locator('dl.figures').textContent()).toContain(
      `应付（元）${(total.dueFen / 100).toFixed(2)}`,
    )
    expect(await desk.rows('商户结算')).toHaveLength(merchants.length)
    const download = desk.page.waitForEvent('download')
    await desk.press('导出 Excel')
    const saved = await download
    expect(saved.suggestedFilename()).toBe(`结算单-${month}.xlsx`)
    const parts: Buffer[] = []
    for await (const part of await saved.createReadStream()) parts.push(Buffer.from(part))
    const sheet = readBook(Buffer.concat(parts)).Sheets['结算单']
    if (!sheet) throw new Error('the workbook has no statement')
    const lines = utils.sheet_to_json<unknown[]>(sheet, { header: 1 })
    expect(lines.at(-1)?.at(-1)).toBe(total.dueFen / 100)
    await desk.press('打印')
    expect(await desk.page.locator('html').getAttribute('data-printed')).toBe('')
    await desk.pick('商户', '禾润物业（示例）')
    await desk.reads(`${month} 没有要结算的兑换`)
    await desk.main.getByLabel('月份', { exact: true }).fill('2025-01')
    await desk.reads('2025-01 没有要结算的兑换')
    await look(desk.page, 'desk-settlement-empty-1440')
    await desk.page.context().close()
  })

  it('lets audit read without a button, and a merchant read the own counter only', async () => {
    const audit = await sitDown('钱审')
    for (const [path, title] of [
      ['/points/rewards', '兑换品'],
      ['/points/redemptions', '兑换单'],
    ] as const) {
      await audit.open(path, title)
      await audit.main.getByRole('table').waitFor()
      expect(await audit.main.getByRole('button', { name: /上架|下架|调整|退回/ }).count(), path).toBe(0)
    }
    const clerk = await sitDown('李店员')
    await clerk.open('/points/redemptions', '兑换单')
    await clerk.main.getByRole('table').waitFor()
    expect((await clerk.rows('兑换单')).every((text) => text.includes(SHOP))).toBe(true)
    expect(await clerk.main.getByLabel('商户').count()).toBe(0)
    await clerk.open('/points/settlement', '结算单')
    expect((await clerk.rows('商户结算')).every((text) => text.includes(SHOP))).toBe(true)
    for (const one of [audit, clerk]) await one.page.context().close()
  })

  it('fits a narrow window, in both languages', async () => {
    const desk = await sitDown('郑伟', 390)
    for (const path of ['rewards', 'redemptions', 'settlement']) {
      await desk.page.goto(`${town.address}/desk/points/${path}`)
      await desk.main.locator('h1').waitFor()
      await look(desk.page, `desk-${path}-390`)
    }
    await desk.open('/points/rewards', '兑换品')
    await desk.press('上架兑换品')
    await look(desk.page, 'desk-add-390')
    await desk.dialog.getByRole('button', { name: '不办了' }).click()
    await desk.page.getByRole('button', { name: 'English' }).click()
    await desk.page.getByRole('heading', { level: 1, name: 'Rewards' }).waitFor()
    await desk.page.getByText('A towel').waitFor()
    await look(desk.page, 'desk-rewards-en-390')
    await desk.page.route('**/api/points/settlements/**', (route) =>
      route.fulfill({ status: 503, body: '{}' }),
    )
    await desk.page.goto(`${town.address}/desk/points/settlement`)
    await desk.page.getByRole('alert').waitFor()
    await look(desk.page, 'desk-error-en-390')
    await desk.page.context().close()
  })
})

describe('a long shelf', () => {
  it('comes page by page, and a reward far down opens by its own address', async () => {
    const { merchant } = await rewardNamed(EGGS)
    for (let piece = 1; piece <= 20; piece += 1)
      await send('郑伟', '/points/rewards', {
        id: newId(),
        kind: 'goods',
        name: { zh: `贵重物品第${piece}件`, en: `Piece ${piece}` },
        unit: merchant.id,
        area: '/s01/c01/',
        points: 9000 + piece,
        fen: 100,
        base: 0,
        monthlyLimit: null,
        stock: 1,
      })
    const page = await takePhone(town, browser, '王秀兰')
    let open: () => void = () => undefined
    const opened = new Promise<void>((resolve) => {
      open = resolve
    })
    await page.route('**/api/points/shelf*', async (route) => {
      await opened
      await route.continue()
    })
    await page.goto(`${town.address}/points/shelf`)
    await page.getByText('正在打开…').waitFor()
    await look(page, 'loading-18', 48)
    open()
    await page.getByRole('link', { name: /保温杯/ }).waitFor()
    expect(await page.getByRole('link', { name: /第20件/ }).count()).toBe(0)
    await page.getByRole('button', { name: '再看一些' }).click()
    await page.getByRole('link', { name: /第20件/ }).waitFor()
    const last = await rewardNamed('贵重物品第20件')
    await page.goto(`${town.address}/points/shelf/${last.id}`)
    await page.getByRole('heading', { name: '贵重物品第20件' }).waitFor()
    await page.getByText('积分还差 9020 分。').waitFor()
    await page.context().close()
  })
})
