import type { ActivityView, MySignup } from '@linli/contract/activities/shapes'
import type { SlotView } from '@linli/contract/stations/shapes'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { ask } from '../../scenarios/kit/town.ts'
import { launchBrowser, openPage } from '../kit/browser.ts'
import { personOf, read, takePhone } from '../kit/hand.ts'
import { OPEN_ALWAYS } from '../kit/houseStations.ts'
import { lookWhole, openTaoyuan, PHONES, type Taoyuan } from '../kit/taoyuan.ts'

const HOUR = 3_600_000

let browser: Browser
let place: Taoyuan
let town: Taoyuan['town']
let send: Taoyuan['send']
beforeAll(async () => {
  browser = await launchBrowser()
  place = await openTaoyuan()
  ;({ town, send } = place)
})
afterAll(async () => {
  await town.close()
  await browser.close()
})

const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR).toISOString()
const activity = (title: string, begins: number, more: object = {}) => ({
  id: newId(),
  kind: 'freeClinic',
  theme: null,
  title,
  words: '量血压、测血糖，有医生坐诊。',
  unitId: null,
  path: '/s01/c01/',
  stationId: null,
  place: '桃源路 18 号一楼',
  startsAt: inHours(begins),
  endsAt: inHours(begins + 2),
  forWhom: '谁都可以来',
  bring: '身份证',
  phone: '079188001234',
  signUp: true,
  seats: 1,
  helpers: 2,
  repeat: null,
  ...more,
})
async function published(title: string, begins: number, more: object = {}) {
  const body = activity(title, begins, more)
  const { slug } = await send('/activities', body)
  await send(`/activities/${body.id}/publication`, { rest: true })
  return { id: body.id, slug: String(slug) }
}
const mine = async (name: string) =>
  (await read<{ items: MySignup[] }>(town, name, '/activity-signups/mine')).items

const look = (page: Page, name: string, target?: number) => lookWhole(page, `activities-${name}`, target)

describe('at the desk', () => {
  it('a series is planned with its room, published, one date takes another room, and from a date on it is given up', async () => {
    const { id: station } = await place.station()
    const [room, hall] = [newId(), newId()]
    const hourly = { kind: 'room', minutes: 60, seats: 1, daysAhead: 30 }
    await send(`/stations/${station}/bookables`, { ...hourly, id: room, name: '活动室' })
    await send(`/stations/${station}/bookables`, { ...hourly, id: hall, name: '多功能厅' })
    const full = async (on: string, which = room) => {
      const { items } = await read<{ items: SlotView[] }>(town, '赵敏', `/bookables/${which}/slots?day=${on}`)
      return items.filter(({ free }) => free === 0).length
    }
    const desk = await place.desk(browser, '赵敏')
    const { page, dialog } = desk
    await desk.open('/activities', '活动')
    await desk.reads('还没有安排活动')
    await desk.press('安排活动')
    await dialog.getByRole('button', { name: /^保\s?存$/ }).click()
    await dialog.getByText('请写一写做什么').first().waitFor()
    await dialog.getByLabel('名称').fill('四点半课堂')
    await desk.pick('类别', '四点半课堂')
    await dialog.getByLabel('做什么').fill('写作业、读书、下棋。')
    await desk.pick('哪个社区的活动', /桃源社区$/, '桃源社区')
    await desk.pick('在哪个驿站办', '桃源驿站')
    await desk.pick('哪间屋', '活动室')
    await expect.poll(() => dialog.getByLabel('地点').inputValue()).toContain('活动室')
    const day = (days: number) => new Date(Date.now() + (days * 24 + 8) * HOUR).toISOString().slice(0, 10)
    await dialog.getByLabel('哪天', { exact: true }).fill(day(1))
    await dialog.getByLabel('几点开始').fill('16:30')
    await dialog.getByLabel('几点结束').fill('18:00')
    for (const weekday of ['周一', '周二', '周三', '周四', '周五', '周六', '周日'])
      await dialog.getByText(weekday, { exact: true }).click()
    await dialog.getByLabel('办到哪天').fill(day(4))
    await look(page, 'desk-new')
    await dialog.getByRole('button', { name: /^保\s?存$/ }).click()
    await page.getByRole('heading', { level: 1, name: '四点半课堂' }).waitFor()
    await page.getByRole('button', { name: /^发\s?布$/ }).click()
    await dialog.getByRole('button', { name: /^发\s?布$/ }).click()
    await desk.reads(/已发布 4 场/)
    await look(page, 'desk-published')
    await desk.press('修改')
    await desk.pick('哪间屋', '多功能厅')
    await expect.poll(() => dialog.getByLabel('地点').inputValue()).toContain('多功能厅')
    await look(page, 'desk-other-room')
    expect(await desk.send('保存', /changes/)).toBe(200)
    await desk.reads(/已保存/)
    expect([await full(day(1)), await full(day(1), hall), await full(day(2))]).toEqual([0, 2, 2])
    await desk.open('/activities', '活动')
    await page.getByRole('link', { name: '四点半课堂' }).nth(1).click()
    await page.getByRole('heading', { level: 1, name: '四点半课堂' }).waitFor()
    await desk.press('取消活动')
    await dialog.getByRole('button', { name: '取消活动', exact: true }).click()
    await dialog.getByText('请选取消哪几场').first().waitFor()
    await dialog.getByLabel(/这一场和以后的，共 2 场/).check()
    await dialog.getByLabel('原因').fill('开春不办了')
    await look(page, 'desk-give-up')
    expect(await desk.send('取消活动', /calling-off/)).toBe(200)
    await desk.reads(/已取消 2 场/)
    expect([await full(day(2)), await full(day(3)), await full(day(4))]).toEqual([2, 0, 0])
    await page.context().close()
  })

  it('checks in a caller, counts heads, and forgets who came', async () => {
    const { id } = await published('社区义诊', 0.5, { seats: 30 })
    const desk = await place.desk(browser, '赵敏')
    const { page, dialog } = desk
    await desk.open(`/activities/${id}`, '社区义诊')
    await desk.press('代人报名')
    await dialog.getByLabel('对方电话').fill('138 0000 0009')
    await dialog.getByLabel(/怎么称呼/).fill('李大爷')
    await dialog.getByRole('button', { name: /^报\s?名$/ }).click()
    await desk.reads('报上了，已经发通知给对方。')
    await desk.reads('138****0009')
    await page
      .getByRole('table')
      .getByRole('button', { name: /^签\s?到$/ })
      .click()
    await desk.reads('已签到。')
    await look(page, 'desk-door')
    town.house.db.setShift(HOUR)
    try {
      await page.clock.setFixedTime(new Date(Date.now() + HOUR))
      await page.reload()
      await desk.press('写小结')
      await dialog.getByLabel('到场人数').fill('46')
      await dialog.getByLabel('办得怎么样').fill('四十六位邻居来量了血压。')
      await look(page, 'desk-summary')
      await dialog.getByRole('button', { name: '保存小结' }).click()
      await desk.reads(/谁来过已经清掉/)
      await desk.reads(/到场 46 人/)
    } finally {
      town.house.db.setShift(0)
    }
    await page.context().close()
  })

  it('a merchant is written down and grids show what they lack', async () => {
    const desk = await place.desk(browser, '郑伟')
    const { page, dialog } = desk
    await desk.open('/merchants', '一刻钟生活圈')
    await desk.press('登记商户')
    await dialog.getByRole('button', { name: /^保\s?存$/ }).click()
    await dialog.getByText('请选能做什么').first().waitFor()
    await dialog.getByLabel('名称').fill('桥头药店')
    await desk.pick('在哪个社区', /桃源社区$/, '桃源社区')
    await dialog.getByLabel('地址').fill('桥头 1 号')
    await dialog.getByRole('textbox', { name: /^位置/ }).fill('115.9052,28.6768')
    await dialog.getByRole('combobox', { name: '能做什么' }).fill('药店')
    await page.keyboard.press('Enter')
    await dialog.getByText('没有台阶，轮椅进得去').click()
    await look(page, 'desk-merchant-new')
    await dialog.getByRole('button', { name: /^保\s?存$/ }).click()
    await page.getByRole('heading', { level: 1, name: '桥头药店' }).waitFor()
    await desk.press('公示评为信得过')
    await dialog.getByRole('button', { name: /^公\s?示$/ }).click()
    await dialog
      .getByText(/还没有达到公布的条件/)
      .first()
      .waitFor()
    await look(page, 'desk-merchant-rule')
    await desk.open('/merchant-gaps', '生活圈缺口')
    await desk.reads(/个有缺口/)
    await look(page, 'desk-gaps')
    await page.context().close()
  })
})

describe.each(PHONES)('a phone at $typeSize px, $width px wide', ({ typeSize, width, target, name }) => {
  const seen = (page: Page, what: string) => look(page, `${what}-${typeSize}`, target)

  it('sees what is on without an account, signs up, waits, and cancels without a reason', async () => {
    const title = `中秋义诊${typeSize}`
    const { id, slug } = await published(title, 30)
    const visitor = await openPage(browser, { width, height: 1400, typeSize })
    await visitor.goto(`${town.address}/activities`)
    await visitor.getByRole('link', { name: new RegExp(title) }).waitFor()
    await seen(visitor, 'list')
    await visitor.getByText('按月看').click()
    await visitor.getByRole('button', { name: '下个月' }).waitFor()
    await seen(visitor, 'month')
    await visitor.goto(`${town.address}/activities/${slug}`)
    await visitor.getByRole('link', { name: '登录后报名' }).waitFor()
    await visitor.getByText(/一个字都不记/).waitFor()
    await seen(visitor, 'page')
    await visitor.context().close()

    // Somebody else has the only seat: a turn on the waiting list, and up when they cancel.
    const other = personOf(town, '赵敏')
    const held = { id: newId(), activityId: id, part: 'attend', wait: false }
    expect((await ask(town, other, 'POST', '/activity-signups', held)).status).toBe(201)
    const page = await takePhone(town, browser, name, { width, height: 1400, typeSize })
    await page.goto(`${town.address}/activities/${slug}`)
    await page.getByText(/报满了/).waitFor()
    await page.getByRole('button', { name: '报名参加' }).click()
    await seen(page, 'confirm')
    await page.getByRole('button', { name: '排候补', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: '我的活动' }).waitFor()
    await page.getByText('您排第一个。').waitFor()
    await seen(page, 'waiting')
    expect((await ask(town, other, 'POST', `/activity-signups/${held.id}/cancellation`, {})).status).toBe(200)
    await page.reload()
    await page.getByText('已报名').waitFor()
    expect((await mine(name))[0]).toMatchObject({ title, state: 'signedUp' })
    await page.getByRole('button', { name: '来不了，取消' }).click()
    await page.getByRole('button', { name: '取消报名', exact: true }).click()
    await page.getByText('已取消').waitFor()
    await seen(page, 'cancelled')
    await page.context().close()
  })

  it('checks in at the door by its code', async () => {
    const { id, slug } = await published(`读书会${typeSize}`, 0.5, { seats: null })
    const page = await takePhone(town, browser, name, { width, height: 1400, typeSize })
    expect(
      (
        await ask(town, personOf(town, name), 'POST', '/activity-signups', {
          id: newId(),
          activityId: id,
          part: 'attend',
          wait: false,
        })
      ).status,
    ).toBe(201)
    const { doorCode } = await read<{ doorCode: string }>(town, '郑伟', `/activities/${id}`)
    await page.goto(`${town.address}/activities/${slug}/here`)
    await page.getByRole('button', { name: '签到', exact: true }).click()
    await page.getByText('请填门口的六位数').first().waitFor()
    await seen(page, 'door')
    await page.goto(`${town.address}/activities/${slug}/here?code=${doorCode}`)
    await page.getByRole('button', { name: '签到', exact: true }).click()
    await page.getByText(/签到 1 人，请进/).waitFor()
    await seen(page, 'arrived')
    const view = await read<ActivityView>(town, name, `/activities/at/${slug}`)
    expect(view.seats.find(({ part }) => part === 'attend')?.taken).toBe(1)
    await page.context().close()
  })

  it('finds a merchant near by, open now, and reads the notices', async () => {
    const shop = {
      id: newId(),
      unitId: null,
      name: `河边理发店${typeSize}`,
      path: '/s01/c01/',
      address: '河边 2 号',
      position: { longitude: 1159100000, latitude: 286800000, system: 'wgs84' },
      phone: '079188005678',
      services: ['haircutting'],
      stepFree: true,
      hours: OPEN_ALWAYS,
    }
    const { slug } = await send('/merchants', shop)
    const page = await openPage(browser, { width, height: 1400, typeSize })
    await page.context().grantPermissions(['geolocation'])
    await page.context().setGeolocation({ longitude: 115.9101, latitude: 28.68 })
    await page.goto(`${town.address}/merchants`)
    await page.getByText(shop.name).waitFor()
    await page.getByRole('button', { name: '看看走过去要几分钟' }).click()
    await page.getByText('走过去约 1 分钟').first().waitFor()
    await seen(page, 'merchants')
    await page.goto(`${town.address}/merchants/${slug}`)
    await page.getByText('还不是信得过商户。').waitFor()
    await seen(page, 'merchant')
    await page.goto(`${town.address}/merchant-notices`)
    await page.getByText('现在没有公示').waitFor()
    await seen(page, 'notices')
    await page.context().close()
  })
})
