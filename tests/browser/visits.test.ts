import type { Question, TakenArea } from '@linli/contract/visits/shapes'
import type { Browser, Page } from 'playwright-core'
import sharp from 'sharp'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { ask, openAreas, openTown, seat, type Town } from '../../scenarios/kit/town.ts'
import {
  assertNoSidewaysScroll,
  assertTargetSize,
  axe,
  launchBrowser,
  openPage,
  shoot,
} from '../kit/browser.ts'
import { personOf, read, takePhone } from '../kit/hand.ts'

const GRID = '/s01/c01/g01/'
const CAST = [
  ['徐建国', '网格员', GRID],
  ['李强', '网格员', GRID],
  ['王芳', '网格员', GRID],
  ['郑伟', '区级管理员', '/'],
] as const
const DOORS = 130
const QUESTIONS: Question[] = [
  { key: 'alone', kind: 'choice', label: '家里要不要帮忙', choices: ['有', '没有'], required: true },
  {
    key: 'needs',
    kind: 'several',
    label: '需要什么帮助',
    choices: ['送餐', '陪诊', '维修'],
    required: true,
    onlyIf: { question: 'alone', is: '有' },
  },
  { key: 'note', kind: 'text', label: '还想说什么', required: false },
  { key: 'door', kind: 'photo', label: '楼道照片', required: false },
]

let browser: Browser
let town: Town
beforeAll(async () => {
  browser = await launchBrowser()
  town = await openTown('xihu', true)
  for (const [name, post, where] of CAST)
    await seat(town, 'xihu', { name, post, where, phone: '', skill: '', homeEntry: false })
  await openAreas(town.house, town.preset, `${GRID}b1/`)
  await openAreas(town.house, town.preset, `${GRID}b2/`)
  await town.house.db.commit(systemScope(1), [
    sql`insert into households (region_id, id, path, room, address_cipher, address_hmac, opened_at)
      select 1, gen_random_uuid(), ${GRID} || case when n <= 66 then 'b1/' else 'b2/' end,
        ((((n - 1) % 66) / 6 + 1) * 100 + (n - 1) % 6 + 1)::text, '', '', app_now() from generate_series(1, ${DOORS}::int) n`,
  ])
})
afterAll(async () => {
  await browser.close()
  await town.close()
})

async function begin(name: string, more: object = {}): Promise<string> {
  const { status, body } = await ask(town, personOf(town, '郑伟'), 'POST', '/campaigns', {
    kind: 'doorToDoor',
    name,
    path: GRID,
    from: '2026-11-01',
    to: '2026-12-31',
    questions: QUESTIONS,
    ...more,
  })
  expect(status, JSON.stringify(body)).toBe(201)
  return String(body['id'])
}

const headsAt = async (campaign: string, name = '徐建国') =>
  (await read<TakenArea>(town, name, `/campaigns/${campaign}/area`)).households

/** A phone with the campaign's doors on it. */
async function walking(name: string, campaign: string, title: string): Promise<Page> {
  const page = await takePhone(town, browser, name, { width: 390, height: 844 })
  page.setDefaultTimeout(8000)
  await page.goto(`${town.address}/visits`)
  await page.getByRole('heading', { name: title }).waitFor()
  await page.locator('.card', { hasText: title }).getByRole('button', { name: '取到手机上' }).click()
  await page.getByRole('link', { name: new RegExp(title) }).waitFor()
  await page.evaluate(() => navigator.serviceWorker.ready)
  await page.goto(`${town.address}/visits/${campaign}`)
  await page.getByRole('heading', { name: title }).waitFor()
  return page
}

const open = async (page: Page, at: number): Promise<void> => {
  await page.locator('.door').nth(at).click()
  await page.getByRole('button', { name: '没人在家' }).waitFor()
}

async function fill(page: Page, answer: '有' | '没有'): Promise<void> {
  await page.getByRole('radio', { name: answer, exact: true }).check()
  if (answer === '有') await page.getByRole('checkbox', { name: '送餐' }).check()
}

/** A line as it is in a stairwell: 4 Mbit/s up, 10 down, a tenth of a second there and back. */
const SLOW_LINE = {
  offline: false,
  latency: 100,
  uploadThroughput: (4 * 1024 * 1024) / 8,
  downloadThroughput: (10 * 1024 * 1024) / 8,
}

/** A photo that does not pack well, so that the phone brings it as large as it lets photos be. */
async function grainyPhoto(name: string) {
  const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const
  const buffer = await sharp({
    create: { width: 1600, height: 1200, channels: 3, background: '#888888', noise },
  })
    .jpeg()
    .toBuffer()
  return { name: `${name}.jpg`, mimeType: 'image/jpeg', buffer }
}

/** How many presses of a finger the work takes, and how often something is typed into a field. */
async function pressesOf(
  page: Page,
  work: () => Promise<void>,
): Promise<{ readonly presses: number; readonly typed: number }> {
  await page.evaluate(() => {
    const counter = { presses: 0, typed: 0 }
    Object.assign(window, { counter })
    document.addEventListener('pointerdown', () => {
      counter.presses += 1
    })
    document.addEventListener('input', ({ target }) => {
      if (
        target instanceof HTMLTextAreaElement ||
        (target instanceof HTMLInputElement && !/radio|checkbox|file/.test(target.type))
      )
        counter.typed += 1
    })
  })
  await work()
  return page.evaluate(
    () => (window as unknown as { counter: { presses: number; typed: number } }).counter, // set above
  )
}

describe('a day of visits without a network', () => {
  it('records 120 visits offline, over a reload and a closed tab, and brings each of them once over a line that is cut', async () => {
    const campaign = await begin('冬季敲门')
    let page = await walking('徐建国', campaign, '冬季敲门')
    const context = page.context()
    await context.setOffline(true)
    await page.reload()
    for (let at = 0; at < 119; at += 1) {
      await open(page, 0)
      if (at % 10 === 0) {
        await fill(page, at % 20 === 0 ? '有' : '没有')
        if (at < 30) {
          await page.locator('input[type=file]').setInputFiles(await grainyPhoto(`门口${at}`))
          await page.getByText('第 1 张，存好后再上传').waitFor()
        }
        await page.getByRole('button', { name: '记好了' }).click()
      } else {
        await page.getByText('没能走访').click()
        await page.getByRole('button', { name: '已搬走' }).click()
      }
      await page.getByText(`未上传 ${at + 1 + Math.min(3, Math.ceil((at + 1) / 10))} 条`).waitFor()
      if (at === 60) {
        await page.close()
        page = await context.newPage()
        await page.goto(`${town.address}/visits/${campaign}`)
      }
    }
    await open(page, 0)
    await page.getByRole('button', { name: '没人在家' }).click()
    await page.getByText('未上传 123 条').waitFor()
    await page.reload()
    await page.getByText('未上传 123 条').waitFor()
    await shoot(page, 'visits-offline')

    let cut = 0
    await page.route('**/api/visits/records', async (route) => {
      cut += 1
      if (cut > 2) return route.continue()
      await route.fetch() // it arrives, and its answer does not
      await route.abort()
    })
    const line = await context.newCDPSession(page)
    await context.setOffline(false)
    await line.send('Network.emulateNetworkConditions', SLOW_LINE)
    const began = performance.now()
    const send = page.getByRole('button', { name: '现在上传' })
    while ((await send.count()) > 0) {
      await send.click({ timeout: 2000 }).catch(() => undefined) // gone in between: all is there
      await page.waitForTimeout(100)
    }
    console.log(
      `120 visits and 3 large photos over a line of 4 Mbit/s up, cut twice: ${Math.round(performance.now() - began)} ms`,
    )
    expect(cut).toBeGreaterThan(2)
    const heads = (await headsAt(campaign)).flatMap((door) => door.heads)
    expect(heads.length).toBe(120)
    expect(new Set(heads.map(({ visit }) => visit)).size).toBe(120)
    expect(heads.filter(({ outcome }) => outcome === 'met').length).toBe(12)
    const photos = await town.house.db.read<{ count: number }>(
      systemScope(1),
      sql`select count(*)::int as count from visit_photos where region_id = 1`,
    )
    expect(photos[0]?.count).toBe(3)
    await page.context().close()
  }, 180_000)

  it('a finding becomes an order in the same step, and the visit names it', async () => {
    const campaign = await begin('转单走访')
    const page = await walking('徐建国', campaign, '转单走访')
    await open(page, 0)
    await fill(page, '没有')
    await page.getByLabel('发现什么要办的事').fill('三楼扶手松了')
    await page.getByRole('button', { name: '记好了' }).click()
    await page.getByText('已记在手机上').waitFor()
    await expect.poll(async () => (await headsAt(campaign)).flatMap((door) => door.heads).length).toBe(1)
    const [head] = (await headsAt(campaign)).flatMap((door) => door.heads)
    const order = await read<{ detail: string; channel: string }>(town, '郑伟', `/orders/${head?.orders[0]}`)
    expect(order).toMatchObject({ detail: '三楼扶手松了', channel: 'gridReport' })
    await page.context().close()
  })

  it('a door is done in a minute: few presses, and the day keeps its plan, its pair and its promise to come again', async () => {
    const campaign = await begin('两人同去', { dailyQuota: 5, inPairs: true })
    const page = await walking('徐建国', campaign, '两人同去')
    await page.getByText('今天计划 5 户，走了 0 户').waitFor()
    await page.locator('.door').first().click()
    await page.getByRole('radio', { name: '李强' }).waitFor()
    await shoot(page, 'visits-pair')
    const began = performance.now()
    const { presses } = await pressesOf(page, async () => {
      await page.getByRole('radio', { name: '李强' }).check()
      await fill(page, '没有')
      await page.getByRole('button', { name: '记好了' }).click()
      await page.getByText('已记在手机上').waitFor()
    })
    console.log(`one door: ${presses} presses, ${Math.round(performance.now() - began)} ms of machine`)
    expect(presses).toBeLessThanOrEqual(4)
    await page.getByText('今天计划 5 户，走了 1 户').waitFor()
    // Whoever came along to one door comes along to the next: two presses of the same three are left.
    await page.locator('.door').first().click()
    await page.getByText('和 李强 一起').waitFor()
    await page.getByText('约好什么时候再来').click()
    await page.getByRole('radio', { name: '晚上' }).check()
    await axe(page)
    await shoot(page, 'visits-again')
    await page.getByRole('button', { name: '记下，到时再来' }).click()
    await page.getByRole('button', { name: /还要走/ }).click()
    await page.getByText(/约好 .* 晚上/).waitFor()
    await expect.poll(async () => (await headsAt(campaign)).flatMap((door) => door.heads).length).toBe(2)
    await page.context().close()

    const second = await takePhone(town, browser, '李强', { width: 390, height: 844 })
    await second.goto(`${town.address}/visits`)
    await second.getByText('有 2 次走访请您确认').waitFor()
    await axe(second)
    await shoot(second, 'visits-confirm')
    await second.getByRole('button', { name: '我没有去这一户' }).first().click()
    await second.getByText('有 1 次走访请您确认').waitFor()
    await second.getByRole('button', { name: '这些我都同去了' }).click()
    await second.getByText('次走访请您确认').waitFor({ state: 'detached' })
    await second.context().close()
  })

  it('two phones that changed the same record meet as two versions, and a person says which holds', async () => {
    const campaign = await begin('两部手机')
    const one = await walking('徐建国', campaign, '两部手机')
    // The usual visit: the door, what is to be answered, done; nothing is typed.
    const usual = await pressesOf(one, async () => {
      await open(one, 0)
      await fill(one, '没有')
      await one.getByRole('button', { name: '记好了' }).click()
      await one.getByText('已记在手机上').waitFor()
    })
    expect(usual).toEqual({ presses: 3, typed: 0 })
    await expect.poll(async () => (await headsAt(campaign)).flatMap((door) => door.heads).length).toBe(1)
    const other = await walking('李强', campaign, '两部手机')
    for (const [page, note] of [
      [one, '我看到的'],
      [other, '同事看到的'],
    ] as const) {
      await page.context().setOffline(true)
      await page.getByRole('button', { name: /走过了/ }).click()
      await page.locator('.door').first().click()
      await page.getByRole('button', { name: '改这份记录' }).click()
      await page.getByLabel('还想说什么').fill(note)
      await page.getByRole('button', { name: '记好了' }).click()
      await page.getByText('未上传 1 条').waitFor()
    }
    for (const page of [one, other]) {
      await page.context().setOffline(false)
      await page.getByText('未上传 1 条').waitFor({ state: 'detached' })
    }
    await other.getByRole('button', { name: '取最新的' }).click()
    await other.getByText('有两份，要核对').click()
    await other.getByText('这次走访有 2 份记录').waitFor()
    for (const words of ['我看到的', '同事看到的']) await other.getByText(words, { exact: true }).waitFor()
    await axe(other)
    await shoot(other, 'visits-two-versions')
    await other.getByRole('button', { name: '按第 1 份算' }).click()
    await expect.poll(async () => (await headsAt(campaign)).flatMap((door) => door.heads).length).toBe(1)
    await one.context().close()
    await other.context().close()
  })

  it('a full phone says so and keeps what is on the page; signing out asks while something waits', async () => {
    const campaign = await begin('手机满了')
    const page = await walking('王芳', campaign, '手机满了')
    await page.context().setOffline(true)
    await open(page, 0)
    await fill(page, '有')
    await page.evaluate(() => {
      const put = IDBObjectStore.prototype.put
      IDBObjectStore.prototype.put = () => {
        IDBObjectStore.prototype.put = put
        throw new DOMException('full', 'QuotaExceededError')
      }
    })
    await page.getByRole('button', { name: '记好了' }).click()
    await page.getByRole('alert').getByText('手机存满了').waitFor()
    expect(await page.getByRole('checkbox', { name: '送餐' }).isChecked()).toBe(true)
    await page.getByRole('button', { name: '记好了' }).click()
    await page.getByText('未上传 1 条').waitFor()

    await page.route('**/api/visits/**', (route) => route.abort())
    await page.context().setOffline(false)
    await page.goto(`${town.address}/me`)
    await page.getByRole('button', { name: '退出登录' }).click()
    await page.getByText('还有 1 条走访没有上传').waitFor()
    await axe(page)
    await page.getByRole('button', { name: '先不退出' }).click()
    await page.unroute('**/api/visits/**')
    await page.getByRole('button', { name: '退出登录' }).click()
    await page.getByText('未上传 1 条').waitFor({ state: 'detached' })
    expect((await headsAt(campaign)).flatMap((door) => door.heads).length).toBe(1)
    await page.context().close()
  })
})

it('a campaign is started at the desk: questions, a skip, a try, and how far each grid is', async () => {
  const page = await openPage(browser, { width: 1440, height: 900 })
  page.setDefaultTimeout(8000)
  const value = personOf(town, '郑伟').token
  await page
    .context()
    .addCookies([{ name: 'linli_session', value, url: town.address, httpOnly: true, sameSite: 'Lax' }])
  await page.goto(`${town.address}/desk/campaigns/new`)
  await page.getByRole('heading', { name: '发起走访' }).waitFor()
  await page.getByRole('button', { name: '发起', exact: true }).click()
  await page.getByRole('alert').getByText('请写名称').waitFor()
  await page.getByLabel('名称').fill('春季走访')
  await page.getByLabel('走访哪里').fill('g01网格')
  await page.locator('.ant-select-item-option', { hasText: 'g01网格' }).first().click()
  await page.getByLabel('开始日期').fill('2026-11-01')
  await page.getByLabel('结束日期').fill('2026-12-31')
  await page.getByLabel('问什么').fill('要不要帮忙')
  await page.getByLabel('选项，一行一个').fill('有\n没有')
  await page.getByRole('button', { name: '加一题' }).click()
  const second = page.locator('.panel', { hasText: '第 2 题' })
  await second.getByLabel('问什么').fill('要送餐吗')
  await second.getByLabel('选项，一行一个').fill('要\n不要')
  await second.getByRole('button', { name: '只在某种回答后才问' }).click()
  await second.getByLabel('只在哪一题之后问').click()
  await page.locator('.ant-select-item-option', { hasText: '要不要帮忙' }).click()
  await second.getByLabel('并且答了').click()
  await page.locator('.ant-select-item-option').getByText('有', { exact: true }).click()
  const preview = page.locator('.panel', { hasText: '试一试' })
  expect(await preview.getByText('要送餐吗').count()).toBe(0)
  await preview.getByRole('radio', { name: '有', exact: true }).check()
  await preview.getByText('要送餐吗').waitFor()
  await axe(page)
  await shoot(page, 'visits-desk-new')
  await page.getByRole('button', { name: '发起', exact: true }).click()
  await page.getByRole('heading', { name: '春季走访' }).waitFor()
  await page.getByText(`${DOORS} 户，走到 0 户`).waitFor()
  await axe(page)
  await shoot(page, 'visits-desk-progress')
  await page.getByRole('button', { name: '改表单' }).click()
  await page.getByLabel('问什么').first().fill('家里要不要帮忙')
  await page.getByRole('button', { name: '存成新的一版' }).click()
  await page.getByText('表单是第 2 版').waitFor()
  await page.goto(`${town.address}/desk/campaigns`)
  await page.getByRole('link', { name: '春季走访' }).waitFor()
  await axe(page)
  await assertNoSidewaysScroll(page)
  await shoot(page, 'visits-desk-list')
  await page.context().close()
})

describe.each([
  { typeSize: 18, width: 390, target: 48 },
  { typeSize: 30, width: 320, target: 60 },
] as const)('at $typeSize px on $width px', ({ typeSize, width, target }) => {
  it('every page of a walk fits, is reached and is named', async () => {
    const name = `看得清${typeSize}`
    const campaign = await begin(name)
    const page = await takePhone(town, browser, '徐建国', { width, height: 844, typeSize })
    const looked = async (what: string) => {
      await axe(page)
      await assertNoSidewaysScroll(page)
      await assertTargetSize(page, target)
      await shoot(page, `visits-${what}-${typeSize}`)
    }
    await page.goto(`${town.address}/visits`)
    await page.getByRole('heading', { name }).waitFor()
    await looked('campaigns')
    await page.locator('.card', { hasText: name }).getByRole('button', { name: '取到手机上' }).click()
    await page.getByRole('link', { name: new RegExp(name) }).click()
    await page.locator('.door').first().waitFor()
    await looked('walk')
    await open(page, 0)
    await fill(page, '有')
    await looked('door')
    await page.getByRole('radio', { name: '没有', exact: true }).check()
    expect(await page.getByRole('checkbox', { name: '送餐' }).count()).toBe(0)
    await page.getByRole('button', { name: '记好了' }).click()
    await page.getByRole('button', { name: /走过了/ }).click()
    await page.locator('.door').first().click()
    await page.getByRole('button', { name: '改这份记录' }).waitFor()
    await looked('recorded')
    await page.context().close()
    expect((await headsAt(campaign)).length).toBe(DOORS)
  })
})
