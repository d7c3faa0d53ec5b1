import type { Static } from '@linli/contract/schema'
import type { BookingList, MyBookings, StationView } from '@linli/contract/stations/shapes'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { ask } from '../../scenarios/kit/town.ts'
import { atDesk } from '../kit/atDesk.ts'
import { launchBrowser, openPage } from '../kit/browser.ts'
import { personOf, read, takePhone } from '../kit/hand.ts'
import { lookWhole, openTaoyuan, PHONES, type Taoyuan } from '../kit/taoyuan.ts'

let browser: Browser
let place: Taoyuan
let town: Taoyuan['town']
let send: Taoyuan['send']
let slug = ''
beforeAll(async () => {
  browser = await launchBrowser()
  place = await openTaoyuan()
  ;({ town, send } = place)
})
afterAll(async () => {
  await town.close()
  await browser.close()
})

/** A station where it is so many ten-millionths of a degree east. */
const standing = async (name: string, longitude: number) => ({
  name,
  ...(await place.station({ name, position: { longitude, latitude: 286800000, system: 'wgs84' } })),
})
const mine = async (name: string) =>
  (await read<Static<typeof MyBookings>>(town, name, '/bookings/mine')).items

const look = (page: Page, name: string, target?: number) => lookWhole(page, `stations-${name}`, target)

describe('at the desk', () => {
  it('a station is written down, its hours as on the door, and what can be booked there', async () => {
    const desk = await place.desk(browser, '郑伟')
    const { page, dialog } = desk
    await desk.open('/stations', '驿站')
    await desk.reads('还没有登记驿站')
    await look(page, 'desk-none')
    await desk.press('登记驿站')
    await dialog
      .getByRole('button', { name: '保 存' })
      .or(dialog.getByRole('button', { name: '保存' }))
      .click()
    await dialog.getByText('请填地址，写到门牌').first().waitFor()
    await dialog.getByLabel('名称').fill('桃源党群服务站')
    await desk.pick('在哪个社区', /桃源社区$/, '桃源社区')
    await dialog.getByLabel('地址').fill('桃源路 18 号一楼，公交站旁边')
    await dialog.getByRole('textbox', { name: /^位置/ }).fill('115.9052,28.6768')
    await dialog.getByText('没有台阶，轮椅进得去').click()
    await look(page, 'desk-new')
    await dialog.getByRole('button', { name: /^保\s?存$/ }).click()
    await desk.reads('已登记，居民现在就能看到。')
    await page.getByRole('link', { name: '桃源党群服务站' }).click()
    await page.getByRole('heading', { level: 1, name: '桃源党群服务站' }).waitFor()
    slug = page.url().split('/').at(-1) ?? ''

    await desk.press('改开放时间')
    await dialog.getByLabel('周一', { exact: true }).fill('上午')
    await dialog.getByRole('button', { name: /^保\s?存$/ }).click()
    await dialog.getByText('看不懂，请写成 08:30-12:00 14:00-17:30').first().waitFor()
    await dialog.getByLabel('周一', { exact: true }).fill('8:30-12:00 12:00-14:00值班 14:00到17:30')
    await dialog.getByRole('button', { name: '周二到周五跟周一一样' }).click()
    await dialog.getByLabel('周六', { exact: true }).fill('00:00-24:00')
    await dialog.getByLabel('周日', { exact: true }).fill('09:00-16:00值班')
    await dialog.getByLabel('法定节假日').fill('10:00-15:00值班')
    await dialog.getByRole('button', { name: '加单独的一天' }).click()
    await dialog.getByLabel('哪天').fill('2027-01-29')
    await dialog.getByLabel(/为什么/).fill('停电检修')
    await look(page, 'desk-hours')
    await dialog.getByRole('button', { name: /^保\s?存$/ }).click()
    await desk.reads(/开放时间已保存/)
    const kept = await read<StationView>(town, '郑伟', `/stations/at/${slug}`)
    expect(kept.hours.week.friday).toEqual([
      { from: '08:30', to: '12:00', duty: false },
      { from: '12:00', to: '14:00', duty: true },
      { from: '14:00', to: '17:30', duty: false },
    ])
    expect(kept.hours.week.saturday).toEqual([{ from: '00:00', to: '00:00', duty: false }])
    expect(kept.hours.days).toEqual([{ day: '2027-01-29', spans: [], note: '停电检修' }])
    // Read off a map of GCJ-02, it is kept some hundred metres from there.
    expect(kept.position?.longitude).not.toBe(1159052000)
    expect(Math.abs((kept.position?.longitude ?? 0) - 1159052000)).toBeLessThan(100_000)

    await desk.press('添加可约项目')
    await dialog.getByLabel('名称').fill('议事厅')
    await dialog.getByRole('button', { name: /^添\s?加$/ }).click()
    await desk.reads('已添加，居民现在就能约。')
    await look(page, 'desk-station')
    await page.context().close()
  })

  it('somebody on duty books for a caller, sees the day and may cancel; nobody else is shown the buttons', async () => {
    const station = await standing('夜间驿站', 1159200000)
    await send(`/stations/${station.id}/bookables`, {
      id: newId(),
      kind: 'service',
      name: '代办窗口',
      minutes: 60,
      seats: 1,
      daysAhead: 7,
    })
    const desk = await place.desk(browser, '赵敏')
    const { page, dialog } = desk
    await desk.open(`/stations/${station.slug}`, '夜间驿站')
    expect(await page.getByRole('button', { name: '改开放时间' }).count()).toBe(0)
    await desk.reads('这天没有预约')
    const tomorrow = new Date(Date.now() + 32 * 3_600_000).toISOString().slice(0, 10)
    await page.getByLabel('哪天').fill(tomorrow)
    await desk.press('代人预约')
    await desk.pick('几点', /^10:00–11:00/, '10:00')
    await dialog.getByLabel('对方电话').fill('138 0000 0001')
    await look(page, 'desk-telephone')
    expect(await desk.send('预约', /by-telephone/)).toBe(201)
    await desk.reads('约好了，已经发通知给对方。')
    await desk.reads('138****0001')
    await look(page, 'desk-day')
    const list = await read<Static<typeof BookingList>>(
      town,
      '赵敏',
      `/stations/${station.id}/bookings?day=${tomorrow}`,
    )
    expect(list.items).toHaveLength(1)
    expect((await mine('王秀兰'))[0]).toMatchObject({ bookable: '代办窗口', state: 'booked' })
    await page
      .getByRole('table')
      .getByRole('button', { name: /^取\s?消$/ })
      .click()
    expect(await desk.send('取消预约', /cancellation/)).toBe(200)
    await desk.reads('这天没有预约')
    expect((await mine('王秀兰'))[0]?.state).toBe('cancelled')
    await send(`/stations/${station.id}/closing`, { version: 1 })
    await page.context().close()
  })
})

describe.each(PHONES)('a phone at $typeSize px, $width px wide', ({ typeSize, width, target, name }) => {
  const seen = (page: Page, what: string) => look(page, `${what}-${typeSize}`, target)

  it('finds the nearest without an account, and says so when it may not know where it is', async () => {
    const far = await standing(`北山驿站${typeSize}`, 1159900000)
    const near = await standing(`河边驿站${typeSize}`, 1159100000)
    const page = await openPage(browser, { width, height: 1400, typeSize })
    await page.goto(`${town.address}/stations`)
    await page.getByText(near.name).waitFor()
    await seen(page, 'list')
    const names = () => page.locator('.card-title').allTextContents()
    expect((await names()).at(0)).toBe(far.name)
    await page.getByRole('button', { name: '找离我最近的' }).click()
    await page.getByText('没有拿到位置').waitFor()
    await seen(page, 'refused')
    await page.context().grantPermissions(['geolocation'])
    await page.context().setGeolocation({ longitude: 115.9101, latitude: 28.68 })
    await page.getByRole('button', { name: '找离我最近的' }).click()
    await page.getByText(/直线约 50 米/).waitFor()
    expect((await names()).at(0)).toBe(near.name)
    await seen(page, 'near')
    await page.getByRole('button', { name: '在地图上看' }).click()
    const map = page.getByRole('region', { name: '地图' })
    await map.and(page.locator('[data-ready]')).waitFor()
    const listed = (await names()).length // the list stays beneath it
    const box = await map.boundingBox()
    if (!box) throw new Error('The map takes no room')
    const RIM = 72 // the eastern dot lies at the rim of what is shown at first
    await page.mouse.click(box.x + box.width - RIM, box.y + box.height / 2)
    await expect.poll(names).toHaveLength(listed + 1)
    expect((await names()).at(0)).toBe(far.name) // the pressed one, between map and list
    await seen(page, 'map')
    await page.getByRole('button', { name: '收起地图' }).click()
    await page.getByRole('link', { name: new RegExp(near.name) }).click()
    await page.getByText('一直开着').waitFor()
    const maps = page.getByRole('link', { name: /地图/ })
    expect(await maps.count()).toBe(4)
    expect(await maps.first().getAttribute('href')).toMatch(
      /^https:\/\/uri\.amap\.com\/marker\?position=115\.9/,
    )
    await page.getByText('饮水、手机充电、借雨伞').waitFor()
    await seen(page, 'station')
    await page.goto(`${town.address}/stations/${'a'.repeat(14)}`)
    await page.getByRole('alert').waitFor()
    await seen(page, 'unknown')
    for (const { id } of [far, near]) await send(`/stations/${id}/closing`, { version: 1 })
    expect(near.slug).toMatch(/^[a-z0-9]{14}$/)
    await page.context().close()
  })

  it('books in three presses, waits where it is full, moves up, and cancels without a word against it', async () => {
    const station = await standing(`预约驿站${typeSize}`, 1159150000)
    const there = station.slug
    const room = newId()
    await send(`/stations/${station.id}/bookables`, {
      id: room,
      kind: 'room',
      name: '议事厅',
      minutes: 60,
      seats: 1,
      daysAhead: 7,
    })
    const page = await takePhone(town, browser, name, { width, height: 1400, typeSize })
    await page.goto(`${town.address}/stations/${there}`)
    await page.getByRole('button', { name: '代办证件材料' }).click()
    await page.getByLabel('要办什么事').waitFor()
    expect(await page.getByLabel('要办什么事').inputValue()).toBe('代办证件材料')
    expect(await page.getByRole('radio', { name: '代办证件材料' }).isChecked()).toBe(true)
    await page.goto(`${town.address}/stations/${there}`)
    await page.getByRole('link', { name: /议事厅/ }).click()
    await page.getByText('明天').click()
    await page.getByRole('button', { name: /^10:00–11:00 还有 1 个位子/ }).click()
    await seen(page, 'confirm')
    await page.getByRole('button', { name: '预约', exact: true }).click()
    await page.getByRole('heading', { level: 1, name: '我的预约' }).waitFor()
    await page.getByText('已约好').first().waitFor()
    await seen(page, 'mine')
    const booked = (await mine(name)).find(({ bookable }) => bookable === '议事厅')
    expect(booked).toMatchObject({ bookable: '议事厅', state: 'booked', mayCancel: true })

    // Somebody else holds the next hour: a turn on the waiting list, and up when they cancel.
    const other = personOf(town, '赵敏')
    const startsAt = new Date(Date.parse(booked?.startsAt ?? '') + 3_600_000).toISOString()
    const held = { id: newId(), bookableId: room, startsAt, wait: false }
    expect((await ask(town, other, 'POST', '/bookings', held)).status).toBe(201)
    await page.goto(`${town.address}/stations/${there}/book/${room}`)
    await page.getByText('明天').click()
    await page.getByRole('button', { name: /^11:00–12:00 约满了/ }).click()
    await seen(page, 'full')
    await page.getByRole('button', { name: '排候补', exact: true }).click()
    await page.getByText('您排第一个。').waitFor()
    await seen(page, 'waiting')
    expect((await ask(town, other, 'POST', `/bookings/${held.id}/cancellation`, {})).status).toBe(200)
    await page.reload()
    await expect.poll(() => page.getByText('已约好').count()).toBe(2)

    await page.getByRole('button', { name: '来不了，取消' }).first().click()
    await seen(page, 'cancel')
    await page.getByRole('button', { name: '取消预约', exact: true }).click()
    await page.getByRole('listitem').filter({ hasText: '议事厅' }).getByText('已取消').waitFor()
    await send(`/stations/${station.id}/closing`, { version: 1 })
    await page.context().close()
  })
})

it('the region’s working week and days off are seen and corrected at the desk, and what the table does not know is said', async () => {
  const office = await takePhone(town, browser, '郑伟', { width: 1440, height: 1000 })
  const desk = atDesk(office, town.address)
  await desk.open('/places/days', '工作时间、放假和调休')
  await desk.reads('国务院办公厅通知')
  await look(office, 'days')
  await desk.press('改一天')
  await desk.dialog.getByLabel('哪一天').fill('2027-10-01')
  await desk.dialog.getByLabel('放假', { exact: true }).check()
  await desk.dialog.getByLabel('名称').fill('国庆节')
  await desk.dialog.getByText(/驿站这一天的开放时间会跟着变/).waitFor()
  await look(office, 'days-change')
  expect(await desk.send('改', /days\/2027-10-01$/)).toBe(200)
  await desk.reads('2027-10-01 改好了')
  await desk.press('改 全区 的工作时间')
  await desk.dialog.getByLabel('周一', { exact: true }).fill('09:00-17:00')
  await desk.dialog.getByRole('button', { name: '周二到周五跟周一一样' }).click()
  await desk.dialog.getByText(/时限按工作时间算，改了会马上重算/).waitFor()
  await look(office, 'weeks-change')
  expect(await desk.send('改', /weeks\/region$/)).toBe(200)
  await desk.reads('09:00–17:00')
  await office.context().close()
  const narrow = await takePhone(town, browser, '郑伟', { width: 390, height: 1200 })
  await atDesk(narrow, town.address).open('/places/days', '工作时间、放假和调休')
  await narrow.getByText('本地改过的').waitFor()
  await narrow.getByRole('listitem').filter({ hasText: '郑*改的' }).first().waitFor()
  await look(narrow, 'days-390')
  await narrow.context().close()
})
