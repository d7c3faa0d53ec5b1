import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { move, place, type World } from '../../scenarios/kit/moves.ts'
import { ask, seat, until } from '../../scenarios/kit/town.ts'
import type { Desk } from '../kit/atDesk.ts'
import { assertNoSidewaysScroll, axe, openPage, shoot } from '../kit/browser.ts'
import { type Office, openOffice } from '../kit/office.ts'

const CAST = [
  ['郑伟', '区级管理员', '/', ''],
  ['王秀兰', '居民', '/s01/c01/g01/b1/e1/', '13800000001'],
  ['陈建国', '志愿者', '/s01/c01/g01/', '13800000002'],
  ['孙丽', '审核员', '/s01/', ''],
  ['周洁', '回访员', '/s01/', ''],
] as const

describe('the books and the record', () => {
  let office: Office
  let desk: Desk

  beforeAll(async () => {
    office = await openOffice()
    for (const [name, post, where, phone] of CAST)
      await seat(office.town, 'xihu', {
        name,
        post,
        where,
        phone,
        skill: post === '志愿者' ? '水暖' : '',
        homeEntry: true,
      })
    await earn(office)
    await administer(office)
    desk = await office.sitDown('郑伟')
  })
  afterAll(() => office.close())

  it('keeps the books of points: rules, filters, proof of the month, a correction', async () => {
    const { page } = desk
    await desk.open('/points/rules', '积分规则')
    await desk.main.getByRole('cell', { name: '水龙头水管小修' }).waitFor()

    await desk.open('/points/ledger', '积分总账')
    await expect.poll(() => desk.rows('积分分录')).toHaveLength(2) // what was promised at follow-up, and what was earned
    const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format()
    await desk.main.getByLabel('从哪天').fill('2020-01-01')
    await desk.main.getByLabel(/到哪天/).fill('2020-12-31')
    await desk.reads('没有符合条件的分录')
    await desk.press('看全部分录')
    await desk.main.getByLabel('从哪天').fill(day)
    await desk.main.getByRole('button', { name: /^陈/ }).first().click()
    await desk.reads('只显示一个账户的分录。')
    await expect.poll(() => desk.rows('积分分录')).toHaveLength(2)

    await desk.press('更正')
    await desk.dialog.getByRole('button', { name: '记一笔更正' }).click()
    await desk.reads('请选更正的理由')
    await desk.dialog.getByRole('radio').first().check()
    await desk.dialog.getByLabel('其中几分记错了').fill('0')
    await desk.reads(/请填 1 到 \d+ 之间的整数/)
    await desk.dialog.getByLabel('其中几分记错了').fill('1')
    expect(await desk.send('记一笔更正', /\/correct/)).toBe(201)
    await desk.reads('更正已记账，原来那一笔保留不变。')
    const entries = await office.rows<{ kind: string; amount: number }>(
      sql`select kind, amount from point_entries where region_id = 1 order by at`,
    )
    expect(entries.map(({ kind }) => kind)).toEqual(['earn', 'earn', 'correction'])
    expect(entries.at(-1)?.amount).toBe(1)

    await desk.open('/points/accounts', '积分账户')
    await desk.pick('账户类型', '个人户')
    await expect.poll(() => desk.rows('积分账户')).toHaveLength(1)
    await desk.open('/points/proof', '月末核对')
    await desk.reads('账平')
    const figures = await desk.main.locator('dl.figures').textContent()
    expect(figures).toMatch(/冲正1余额\d+全部账户合计（应为 0）0/)
    await page.getByRole('link', { name: '看这个月的分录' }).click()
    await desk.page.getByRole('heading', { level: 1, name: '积分总账' }).waitFor()
    await expect.poll(() => desk.rows('积分分录')).toHaveLength(3)
  })

  it('reads the record: filtered by what was done, its chain whole', async () => {
    const auditor = {
      name: '袁清越',
      post: '审计员',
      where: '/',
      phone: '13800000013',
      skill: '',
      homeEntry: false,
    }
    await seat(office.town, 'xihu', auditor)
    const desk = await office.sitDown(auditor.name)
    await desk.open('/audit', '查看记录')
    await until(async () =>
      (await office.count(sql`select count(*)::int as n from audit_seals`)) > 0
        ? null
        : 'nothing is sealed yet',
    )
    await desk.press('再核对一次')
    await desk.reads('完整，没有被改动过')
    await desk.pick('做了什么', '查看人员电话')
    await expect.poll(() => desk.rows('查看记录')).toHaveLength(1)
    expect((await desk.rows('查看记录'))[0]).toContain('核对登记的号码')
    await desk.pick('做了什么', '撤销地点')
    await expect.poll(async () => (await desk.rows('查看记录')).join()).toContain('登记错了')
    await desk.pick('做了什么', '任职')
    await expect.poll(async () => (await desk.rows('查看记录')).join()).toContain('这位人员')
    expect(await desk.main.getByRole('link', { name: '这位人员' }).count()).toBe(0) // the register is not the auditor's
    await shoot(desk.page, 'office-audit')
    await axe(desk.page)
    await desk.page.context().close()
  })

  it('keeps what was told in the inbox, one by one and all at once', async () => {
    const helper = await office.sitDown('陈建国')
    await helper.open('/inbox', '通知')
    const unread = sql`select count(*)::int as n from notices where region_id = 1 and read_at is null
      and person_id = ${office.person('陈建国').personId}`
    const before = await office.count(unread)
    expect(before).toBeGreaterThan(1)
    await helper.main.getByRole('button', { name: '看过了' }).first().click()
    await helper.reads(new RegExp(`${before - 1} 条没看过，全部标为看过`))
    expect(await office.count(unread)).toBe(before - 1)
    expect(await helper.act(/全部标为看过/, /\/notices/)).toBe(200)
    await helper.main.getByRole('button', { name: /全部标为看过/ }).waitFor({ state: 'detached' })
    expect(await office.count(unread)).toBe(0)
    await helper.main.getByRole('link', { name: '打开工单' }).first().click()
    await helper.page.waitForURL(/\/orders\//)
    await helper.page.context().close()
  })

  it.each([
    { width: 1440, typeSize: 18, locale: 'zh-CN' },
    { width: 390, typeSize: 30, locale: 'zh-CN' },
    { width: 1440, typeSize: 30, locale: 'en' },
    { width: 390, typeSize: 18, locale: 'en' },
  ] as const)(
    'fits every page: $width px wide, type of $typeSize px, $locale',
    { timeout: 240_000 },
    async ({ width, typeSize, locale }) => {
      const page = await openPage(office.browser, { width, height: 1000, typeSize, locale })
      await page.context().addCookies(await desk.page.context().cookies())
      const id = office.person('陈建国').personId
      const grid = encodeURIComponent(await office.pathOf('g01网格'))
      const area = await office.rows<{ id: string }>(sql`select id from areas where name = 'g01网格'`)
      const paths = {
        people: '/people',
        person: `/people/${id}`,
        posts: '/posts',
        helpers: '/helpers',
        teams: '/teams',
        places: '/places',
        grid: `/places?at=${grid}`,
        codes: `/places/${area[0]?.id}/codes`,
        units: '/places/units',
        import: '/places/import',
        rules: '/points/rules',
        ledger: '/points/ledger',
        accounts: '/points/accounts',
        proof: '/points/proof',
        inbox: '/inbox',
      }
      const faults: string[] = []
      for (const [name, path] of Object.entries(paths)) {
        await page.goto(`${office.town.address}/desk${path}`)
        await page.locator('main h1').first().waitFor()
        await page.locator('.desk-loading').first().waitFor({ state: 'detached' })
        await page.waitForTimeout(300) // the live stream stays open, so the network is never idle
        await shoot(page, `office-${name}-${width}-${typeSize}-${locale}`)
        for (const check of locale === 'en' ? [assertNoSidewaysScroll] : [axe, assertNoSidewaysScroll])
          await check(page).catch((error: Error) => faults.push(error.message))
      }
      expect(faults).toEqual([])
      await page.context().close()
    },
  )
})

/** A helper mends a tap, and the neighbour says that it is mended: a promise, and what was earned. */
async function earn({ town, person }: Office): Promise<void> {
  const world: World = {
    ...town,
    orderId: '',
    placedBy: '',
    lastAnswers: [],
    winner: '',
    loser: '',
  }
  await place(world, '王秀兰', '水龙头水管小修', new Map())
  await until(async () => {
    const { body } = await ask(town, person('郑伟'), 'GET', `/orders/${world.orderId}`)
    return body['state'] === 'offered' ? null : `the order is ${body['state']}`
  })
  for (const [name, word] of [
    ['陈建国', '抢单'],
    ['陈建国', '首次联系'],
    ['陈建国', '办好了'],
    ['孙丽', '审核通过'],
    ['周洁', '回访结案'],
  ] as const) {
    const { status, body } = await move(world, name, word, new Map([['照片', '办理前、办理后']]))
    expect([word, status, body['code']]).toEqual([word, 200, undefined])
  }
  await town.house.settle()
}

/** What an administrator did, so that there is a record of it. */
async function administer({ town, person, pathOf }: Office): Promise<void> {
  const admin = person('郑伟')
  const must = async (path: string, body: object): Promise<string> => {
    const answer = await ask(town, admin, 'POST', path, body)
    expect([path, answer.status < 300]).toEqual([path, true])
    return String(answer.body['id'])
  }
  await must(`/people/${person('王秀兰').personId}/reveal`, { reason: '核对登记的号码' })
  const area = await must('/areas', { parent: await pathOf('b1楼栋'), name: '7单元' })
  await must(`/areas/${area}/close`, { reason: '登记错了' })
  await must('/teams', { kind: 'volunteers', path: await pathOf('c01社区'), name: '柳苑暖水队' })
  await must(`/people/${person('孙丽').personId}/posts`, { post: 'regionDuty' })
}
