import type { MyDuties } from '@linli/contract/duties/shapes'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ask, openTown, seat, type Town } from '../../scenarios/kit/town.ts'
import { atDesk } from '../kit/atDesk.ts'
import { assertNoSidewaysScroll, axe, launchBrowser, shoot } from '../kit/browser.ts'
import { personOf, read, takePhone } from '../kit/hand.ts'

const CAST = [
  ['陈建国', '志愿者', '/s01/c01/g01/'],
  ['刘小燕', '志愿者', '/s01/c01/g01/'],
  ['郑伟', '区级管理员', '/'],
] as const

let browser: Browser
let town: Town
beforeAll(async () => {
  browser = await launchBrowser()
  town = await openTown('xihu', true)
  for (const [name, post, where] of CAST)
    await seat(town, 'xihu', {
      name,
      post,
      where,
      phone: '',
      skill: post === '志愿者' ? '水暖' : '',
      homeEntry: false,
    })
})
afterAll(async () => {
  await town.close()
  await browser.close()
})

/** What every page must pass. */
async function look(page: Page, name: string): Promise<void> {
  await page.waitForTimeout(400) // the live stream stays open, so the network is never idle
  await shoot(page, `duties-${name}`)
  await axe(page)
  await assertNoSidewaysScroll(page)
}
const day = (ahead: number) => new Date(Date.now() + (8 + ahead * 24) * 3600_000).toISOString().slice(0, 10)

it('starts a mobilisation at the desk: what is missing is said, whom it would ask and what would be short', async () => {
  const office = await takePhone(town, browser, '郑伟', { width: 1440, height: 1000 })
  const desk = atDesk(office, town.address)
  await desk.open('/rosters', '排班')
  await look(office, 'none')
  await desk.press('发起应急动员')
  await desk.dialog.getByRole('button', { name: '建立' }).click()
  await desk.dialog.getByText('请至少写一个岗位').first().waitFor()
  await look(office, 'missing')
  await desk.dialog.getByLabel('名称').fill('汛期值守')
  await desk.dialog.getByLabel('为什么').fill('河水上涨，南门要有人')
  await desk.pick('范围', /g01网格$/, 'g01网格')
  await desk.dialog.getByLabel('从哪天').fill(day(1))
  await desk.dialog.getByLabel('到哪天').fill(day(2))
  await desk.dialog.getByLabel('岗位', { exact: true }).fill('南门，南门岗亭，1')
  await desk.dialog.getByText(/至少要 5 人答应/).waitFor()
  await look(office, 'draft')
  expect(await desk.send('建立', /\/rosters$/)).toBe(201)
  await office.getByRole('heading', { level: 1, name: '汛期值守' }).waitFor()
  await office.getByText(/就是都来，也至少空 \d+ 个班位/).waitFor()
  await look(office, 'reach')
  expect(await desk.act('征询 2 人', /members$/)).toBe(200)
  await desk.reads(/新征询了 2 人/)
  await look(office, 'asked-desk')
  await office.context().close()
})

it('helpers answer on their phones, the plan stands, and a duty changes hands when the office agrees', async () => {
  const [first, second] = [
    await takePhone(town, browser, '陈建国', { width: 390, height: 1400, typeSize: 18 }),
    await takePhone(town, browser, '刘小燕', { width: 320, height: 1400, typeSize: 30 }),
  ]
  for (const [phone, size] of [
    [first, 18],
    [second, 30],
  ] as const) {
    await phone.goto(`${town.address}/duties`)
    await phone.getByText('社区想请您来值班，能来吗？').waitFor()
    await look(phone, `asked-${size}`)
    await phone.getByRole('button', { name: '我能来' }).click()
    await phone.getByText('您答应了。').waitFor()
  }
  const office = await takePhone(town, browser, '郑伟', { width: 1440, height: 1000 })
  const desk = atDesk(office, town.address)
  await desk.open('/rosters', '排班')
  await office.getByRole('link', { name: '汛期值守' }).click()
  await desk.press('生成方案')
  await office.getByRole('button', { name: '确认排班，通知大家' }).click({ timeout: 60_000 })
  await desk.reads('已生效')
  await look(office, 'in-force')

  await first.reload()
  await first.getByRole('heading', { name: '放进手机日历' }).waitFor()
  await look(first, 'mine-18')
  await first.getByRole('button', { name: '开通值班日历' }).click()
  await first.getByRole('link', { name: '加到日历' }).waitFor()
  await first.getByRole('button', { name: '来不了，求换班' }).last().click()
  await first.getByText('求换班', { exact: true }).waitFor()
  await second.reload()
  await second.getByRole('button', { name: '我来值这一班' }).waitFor()
  await look(second, 'swap-30')
  await first.context().close()
  await second.context().close()
  await office.context().close()
})

it('fills a place that stayed empty: more people are asked, one says yes, is put on and told', async () => {
  await seat(town, 'xihu', {
    name: '何美玲',
    post: '志愿者',
    where: '/s01/c01/g01/',
    phone: '',
    skill: '水暖',
    homeEntry: false,
  })
  const office = await takePhone(town, browser, '郑伟', { width: 1440, height: 1000 })
  const desk = atDesk(office, town.address)
  const { items } = await read<{ items: { id: string }[] }>(town, '郑伟', '/rosters')
  const roster = items[0]?.id ?? ''
  const duties = await read<{ items: { shift: string }[] }>(
    town,
    '郑伟',
    `/rosters/${roster}/duties?day=${day(2)}`,
  )
  const words = { night: '夜班', day: '白班', evening: '中班' }
  const open = Object.entries(words).find(([key]) => duties.items.every(({ shift }) => shift !== key))
  if (!open) throw new Error('two people cannot serve three shifts of a day')
  await desk.open(`/rosters/${roster}`, '汛期值守')
  await desk.press('人手不够，再问一些人')
  expect(await desk.act('征询 1 人', /members$/)).toBe(200)
  const phone = await takePhone(town, browser, '何美玲', { width: 390, height: 1400, typeSize: 18 })
  await phone.goto(`${town.address}/duties`)
  await phone.getByRole('button', { name: '我能来' }).click()
  await phone.getByText('您答应了，现在还没有排您。').waitFor()
  await look(phone, 'waits-18')
  await office.getByLabel('哪天', { exact: true }).fill(day(2))
  await desk.pick('哪一班', new RegExp(`^${open[1]}`), open[1])
  await office.getByText('缺 1 人').waitFor()
  await look(office, 'short')
  await desk.press('给南门补人')
  await desk.pick('补谁', /^何\*\* 已排 0 小时 /, '何')
  await look(office, 'fill')
  expect(await desk.send('补上，通知本人', /duties$/)).toBe(201)
  await office.getByLabel('南门值班的人').getByText('何**').waitFor()
  await phone.reload()
  await phone.getByText(`${open[1]} · 南门`).waitFor()
  await phone.getByRole('button', { name: '来不了，求换班' }).waitFor()
  await phone.context().close()
  await office.context().close()
})

it('a swap is taken, and confirmed at the desk', async () => {
  const office = await takePhone(town, browser, '郑伟', { width: 1440, height: 1000 })
  const desk = atDesk(office, town.address)
  const { items } = await read<{ items: { id: string }[] }>(town, '郑伟', '/rosters')
  const roster = items[0]?.id ?? ''
  const swap = await read<MyDuties>(town, '刘小燕', '/me/duties')
  // Rest and hours may forbid it for the one colleague there is: the office lets a third be asked, or declines.
  const id = swap.swaps[0]?.id ?? ''
  const agreed = await ask(town, personOf(town, '刘小燕'), 'POST', `/swaps/${id}/agree`)
  expect([200, 409]).toContain(agreed.status)
  await desk.open(`/rosters/${roster}`, '汛期值守')
  for (const on of [day(1), day(2)]) {
    await office.getByLabel('哪天', { exact: true }).fill(on)
    const button = office.getByRole('button', { name: agreed.status === 200 ? '同意换班' : '不同意' })
    await office.waitForTimeout(500)
    if ((await button.count()) === 0) continue
    await look(office, 'swap-desk')
    const answer = office.waitForResponse((one) => one.url().endsWith('confirm'))
    await button.first().click()
    expect((await answer).status()).toBe(200)
    break
  }
  const mine = await read<MyDuties>(town, '陈建国', '/me/duties')
  expect(mine.duties.filter((duty) => duty.swap !== null)).toEqual([])
  await office.context().close()
})

it('is closed once the hours are clear: what is ahead is called off, and the summary stays', async () => {
  const office = await takePhone(town, browser, '郑伟', { width: 390, height: 1200 })
  const desk = atDesk(office, town.address)
  const { items } = await read<{ items: { id: string }[] }>(town, '郑伟', '/rosters')
  const id = items[0]?.id ?? ''
  await desk.open(`/rosters/${id}/codes`, '今天的签到码')
  await office.getByText('南门岗亭').waitFor()
  await look(office, 'codes')
  await desk.open(`/rosters/${id}`, '汛期值守')
  await look(office, 'work-390')
  await office.getByRole('button', { name: '结束，写小结' }).click()
  const closed = office.waitForResponse((one) => one.url().endsWith('/close'))
  await office.getByRole('button', { name: '结束值守', exact: true }).click()
  expect((await closed).status()).toBe(200)
  await office.getByRole('heading', { name: '小结' }).waitFor()
  await look(office, 'closed-390')
  const mine = await read<MyDuties>(town, '陈建国', '/me/duties')
  expect(mine.duties).toEqual([])
  await office.context().close()
})

it('a station’s month stands as a calendar and goes on with one press', async () => {
  const send = (who: string, method: 'POST', path: string, body: object) =>
    ask(town, personOf(town, who), method, path, body)
  const id = crypto.randomUUID()
  const desk1 = { name: '服务台', place: '门口', tasks: '接待', needed: 1 }
  const shifts = [{ key: 'free', name: '周末和节假日', start: '09:00', minutes: 420, on: 'freeDay' }]
  const body = {
    id,
    purpose: 'duty',
    title: '驿站值班',
    path: '/s01/c01/g01/',
    fromOn: day(1),
    toOn: day(30),
  }
  await send('郑伟', 'POST', '/rosters', { ...body, restHours: 11, weekHours: 40, shifts, posts: [desk1] })
  await send('郑伟', 'POST', `/rosters/${id}/members`, {})
  const phone = await takePhone(town, browser, '刘小燕', { width: 320, height: 1400, typeSize: 30 })
  await phone.goto(`${town.address}/duties`)
  await phone.getByText('以后每个月都可以排我').click()
  await phone.getByRole('button', { name: '我能来' }).click()
  await phone.getByText('您答应了。').waitFor()
  const office = await takePhone(town, browser, '郑伟', { width: 1440, height: 1000 })
  const desk = atDesk(office, town.address)
  await desk.open(`/rosters/${id}`, '驿站值班')
  await desk.press('生成方案')
  await office.getByRole('button', { name: '确认排班，通知大家' }).click({ timeout: 60_000 })
  await office.getByRole('heading', { name: '月历' }).waitFor()
  await look(office, 'month')
  await desk.press('排下个月')
  await office.getByRole('button', { name: '确认排班，通知大家' }).waitFor({ timeout: 60_000 })
  await look(office, 'next-month')
  await phone.reload()
  await phone.getByRole('button', { name: '以后先问我再排' }).waitFor()
  await look(phone, 'month-30')
  await office.context().close()
  await phone.context().close()
})
