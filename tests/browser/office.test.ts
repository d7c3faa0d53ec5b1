import { Secret, TOTP } from 'otpauth'
import type { Browser } from 'playwright-core'
import { create } from 'qrcode'
import sql, { type Sql } from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import type { Row } from '../../apps/server/src/kernel/db/database.ts'
import { type FirstAdmin, foundAdmin } from '../../apps/server/src/rooms/people/index.ts'
import { move, place, type World } from '../../scenarios/kit/moves.ts'
import { ask, openTown, type Person, seat, type Town, until } from '../../scenarios/kit/town.ts'
import { atDesk, type Desk } from '../kit/atDesk.ts'
import { assertNoSidewaysScroll, axe, launchBrowser, openPage, shoot } from '../kit/browser.ts'
import { fillTemplate, type RegisterRow, type SheetKind } from '../kit/registerFile.ts'

const STEP = 30_000
const WRONG_CODE = /登录名、密码或动态码不对/
const DOOR = {
  街道: '桃源街道',
  社区: '柳苑社区',
  网格: '一网格',
  小区: '阳光小区',
  楼栋: '3栋',
  单元: '2单元',
}
const NEXT = { ...DOOR, 楼栋: '4栋', 单元: '1单元' }

/** Each register with wrong rows, what is said of them, and right rows with how many of each they bring. */
const REGISTERS = [
  {
    word: '网格楼栋单元表',
    count: sql`select count(*)::int as n from areas where region_id = 1 and closed_at is null`,
    wrong: [DOOR, { ...NEXT, 社区: '' }],
    reports: ['3', '社区', '中间空了一级', '请从最上一级起逐级填写'],
    right: [DOOR, NEXT],
    added: 7,
    kinds: ['xlsx', 'csv', 'xlsx'],
  },
  {
    word: '房屋表',
    count: sql`select count(*)::int as n from households where region_id = 1`,
    wrong: [
      { ...DOOR, 室号: '501' },
      { ...DOOR, 单元: '9单元', 室号: '502' },
      { ...DOOR, 室号: '五〇一!' },
    ],
    reports: ['3', '单元', '没有找到“9单元”', '请先导入网格楼栋单元表', '4', '室号写法不对'],
    right: [
      { ...DOOR, 室号: '501' },
      { ...NEXT, 室号: '101' },
    ],
    added: 2,
    kinds: ['csv', 'xlsx', 'csv'],
  },
  {
    word: '人员表',
    count: sql`select count(*)::int as n from people where region_id = 1`,
    wrong: [
      { 姓名: '王秀兰', 电话: '138 0000 0001', ...DOOR, 室号: '501' },
      { 姓名: '李桂香', 电话: '12345', ...DOOR, 室号: '501' },
      { 姓名: '', 电话: '13800000009', ...DOOR },
    ],
    reports: ['3', '电话', '电话写法不对', '4', '姓名', '没有姓名'],
    right: [
      { 姓名: '王秀兰', 电话: '138 0000 0001', ...DOOR, 室号: '501' },
      { 姓名: '李桂香', 电话: '0791-88886666', ...NEXT, 室号: '101' },
    ],
    added: 2,
    kinds: ['xlsx', 'csv', 'xlsx'],
  },
] as const satisfies readonly {
  word: string
  count: Sql
  wrong: readonly RegisterRow[]
  reports: readonly string[]
  right: readonly RegisterRow[]
  added: number
  kinds: readonly [SheetKind, SheetKind, SheetKind]
}[]

describe('the office behind the orders', () => {
  let browser: Browser
  let town: Town
  let admin: FirstAdmin
  let desk: Desk

  const rows = <T extends Row>(statement: Sql): Promise<T[]> =>
    town.house.db.read<T>(systemScope(1), statement)
  const count = async (statement: Sql): Promise<number> => (await rows<{ n: number }>(statement))[0]?.n ?? -1
  const audited = (action: string, reason?: string) =>
    count(sql`select count(*)::int as n from audit_entries where region_id = 1 and action = ${action}
      and reason is not distinct from ${reason ?? null}`)
  const pathOf = async (name: string): Promise<string> => {
    const [area] = await rows<{ path: string }>(
      sql`select path from areas where region_id = 1 and name = ${name} and closed_at is null`,
    )
    if (!area) throw new Error(`there is no area ${name}`)
    return area.path
  }
  /** The code on the authenticator of somebody; each is good once, so a second sign-in takes the next. */
  const codeOf = (totpUri: string, later = 0): string =>
    new TOTP({ secret: Secret.fromBase32(new URL(totpUri).searchParams.get('secret') ?? '') }).generate({
      timestamp: Date.now() + later * STEP,
    })
  const sitDown = async (name?: string): Promise<Desk> => {
    const page = await openPage(browser, { width: 1440, height: 1000 })
    await page.addInitScript(() => {
      window.print = () => document.documentElement.setAttribute('data-printed', '')
    })
    const token = name && town.people.get(name)?.token
    if (token)
      await page
        .context()
        .addCookies([
          { name: 'linli_session', value: token, url: town.address, httpOnly: true, sameSite: 'Lax' },
        ])
    return atDesk(page, town.address)
  }
  async function signIn(at: Desk, login: string, password: string, code: string): Promise<number> {
    await at.main.getByLabel('登录名').fill(login)
    await at.main.getByLabel('密码').fill(password)
    await at.main.getByLabel('动态码').fill(code)
    return at.act('登录', /\/sign-in\/password/)
  }

  beforeAll(async () => {
    browser = await launchBrowser()
    town = await openTown('xihu', true)
    admin = await foundAdmin(town.house, 1, { login: 'cheng', name: '程立新' })
    desk = await sitDown()
  })
  afterAll(async () => {
    await town.close()
    await browser.close()
  })

  it('signs staff in by login, password and code, refuses a wrong code, and signs out', async () => {
    const { page } = desk
    await page.goto(`${town.address}/desk/people`)
    await page.getByRole('heading', { level: 1, name: '登录工作台' }).waitFor()
    await desk.press('登录')
    for (const words of ['请填登录名', '请填密码', '请填动态码']) await desk.reads(words)
    expect(await signIn(desk, admin.login, admin.password, '000000')).toBe(401)
    await desk.reads(WRONG_CODE)
    expect(await audited('signInWithPassword')).toBe(1)
    expect(await signIn(desk, admin.login, admin.password, codeOf(admin.totpUri))).toBe(200)
    await page.getByRole('heading', { level: 1, name: '人员' }).waitFor()
    await page.getByRole('banner').getByText('程立新').waitFor()

    await page.getByRole('button', { name: '退出' }).click()
    await page.getByRole('heading', { level: 1, name: '登录工作台' }).waitFor()
    await page.getByRole('navigation').waitFor({ state: 'detached' })
    expect(await page.getByRole('banner').textContent()).not.toContain('程立新')
    expect(await count(sql`select count(*)::int as n from sessions where revoked_at is null`)).toBe(0)
    expect(await signIn(desk, admin.login, admin.password, codeOf(admin.totpUri))).toBe(401) // used up
    expect(await signIn(desk, admin.login, admin.password, codeOf(admin.totpUri, 1))).toBe(200)
    await page.getByRole('navigation').getByRole('link', { name: '人员' }).waitFor()
  })

  it.each(REGISTERS)(
    'imports $word by its template: wrong rows write nothing, right ones once',
    async (the) => {
      const { page } = desk
      await desk.open('/places/import', '名册导入')
      await page.getByRole('radio', { name: the.word }).check()
      const download = page.waitForEvent('download')
      await desk.press(`下载“${the.word}”模板`)
      const saved = await download
      expect(saved.suggestedFilename()).toBe(`${the.word}.xlsx`)
      const parts: Buffer[] = []
      for await (const part of await saved.createReadStream()) parts.push(Buffer.from(part))
      const template = Buffer.concat(parts)
      const choose = (kind: SheetKind, lines: readonly RegisterRow[]) =>
        page.getByLabel('表格文件').setInputFiles({
          name: `${the.word}.${kind}`,
          mimeType: 'application/octet-stream',
          buffer: fillTemplate(template, lines, kind),
        })
      const before = await count(the.count)

      await desk.press('检查这个文件')
      await desk.reads('请先选一个 .xlsx 或 .csv 文件')
      await choose(the.kinds[0], the.wrong)
      expect(await desk.act('检查这个文件', /\/registers\//)).toBe(200)
      await desk.reads(/什么都没有写入/)
      const report = (await desk.rows('要改的地方')).join(' ')
      for (const words of the.reports) expect(report).toContain(words)
      expect(await desk.main.getByRole('button', { name: '导入', exact: true }).count()).toBe(0)
      await shoot(page, `office-import-${the.word}`)
      expect(await count(the.count)).toBe(before)

      for (const [kind, added] of [
        [the.kinds[1], the.added],
        [the.kinds[2], 0],
      ] as const) {
        await choose(kind, the.right)
        expect(await desk.act('检查这个文件', /\/registers\//)).toBe(200)
        await desk.reads(/检查通过，还没有写入/)
        expect(await count(the.count)).toBe(before + (added > 0 ? 0 : the.added))
        expect(await desk.act('导入', /\/registers\//)).toBe(200)
        await desk.reads('已导入。')
        const figures = await desk.main.locator('dl.figures').textContent()
        expect(figures).toContain(`新增${added}改动0`)
        expect(await count(the.count)).toBe(before + the.added)
      }
    },
  )

  it('registers a person, reveals the number with a reason on record, corrects the entry', async () => {
    const { page } = desk
    await desk.open('/people', '人员')
    await desk.press('登记人员')
    await desk.dialog.getByRole('button', { name: '登记', exact: true }).click()
    await desk.reads('请填姓名')
    await desk.dialog.getByLabel('姓名').fill('赵敏')
    await desk.dialog.getByLabel(/电话/).fill('13800000004')
    await desk.pick('住址', /阳光小区.*3栋$/, '阳光小区3栋')
    expect(await desk.send('登记', /\/people$/)).toBe(201)
    await page.waitForURL(/\/people\/[0-9a-f-]{36}$/)
    await desk.reads('138****0004')
    const id = page.url().split('/').at(-1) ?? ''

    await desk.press('查看完整电话')
    await desk.dialog.getByRole('button', { name: '记录并查看' }).click()
    await desk.reads('请写明查看的事由')
    await desk.dialog.getByLabel('为什么要看').fill('核对开通账号的本人')
    expect(await desk.send('记录并查看', /\/reveal/)).toBe(200)
    await desk.main.getByText('13800000004').waitFor()
    expect(await audited('revealPhone', '核对开通账号的本人')).toBe(1)

    await desk.press('更正资料')
    await desk.dialog.getByLabel('姓名').fill('赵小敏')
    await desk.dialog.getByRole('checkbox', { name: '不予受理须两人同意' }).check()
    expect(await desk.send('保存', /\/people\//)).toBe(200)
    await desk.reads('已更正。')
    const [person] = await rows(
      sql`select name, needs_two_eyes from people where region_id = 1 and id = ${id}`,
    )
    expect(person).toEqual({ name: '赵小敏', needs_two_eyes: true })
    await desk.main.locator('.desk-facts').getByText('是', { exact: true }).waitFor()

    await desk.open('/people', '人员')
    await desk.main.getByLabel('按完整电话找').fill('138 0000 0004')
    await desk.press('找人')
    await desk.main.getByRole('status').getByRole('link', { name: /赵/ }).waitFor()
  })

  it('opens a staff account, appoints to a post and ends it; who holds none is told where to go', async () => {
    const { page } = desk
    await desk.main.getByRole('status').getByRole('link', { name: /赵/ }).click()
    await page.getByRole('button', { name: '任职' }).click()
    await desk.pick('岗位', '社区工作者')
    await desk.pick('辖区', /柳苑社区$/, '柳苑社区')
    expect(await desk.send('任职', /\/posts$/)).toBe(409)
    await desk.reads(/请先为这位同事开通账号/)
    await desk.dialog.getByRole('button', { name: '不办了' }).click()

    await desk.press('开通工作账号')
    await desk.dialog.getByLabel('登录名').fill('zhao')
    await desk.dialog.getByLabel('初始密码').fill('short')
    await desk.dialog.getByRole('button', { name: '开通', exact: true }).click()
    await desk.reads(/初始密码至少 12 位/)
    await desk.dialog.getByLabel('初始密码').fill('四个水壶在山上开了')
    await desk.dialog.getByLabel('初始密码').fill('four kettles on the hill')
    expect(await desk.send('开通', /\/staff-account$/)).toBe(200)
    const key = await desk.dialog.locator('code').textContent()
    expect(await desk.dialog.getByRole('img', { name: '验证器的密钥' }).count()).toBe(1)
    await desk.dialog.getByRole('button', { name: '已经扫好了' }).click()
    const totpUri = `otpauth://totp/zhao?secret=${key}`

    const worker = await sitDown()
    await worker.page.goto(`${town.address}/desk/`)
    expect(await signIn(worker, 'zhao', 'four kettles on the hill', codeOf(totpUri))).toBe(200)
    await worker.reads('您的事都在手机页面上办')
    expect(await worker.page.getByRole('navigation').count()).toBe(0)
    await shoot(worker.page, 'office-no-work')
    await axe(worker.page)

    await desk.press('任职')
    await desk.pick('岗位', '社区工作者')
    await desk.pick('辖区', /柳苑社区$/, '柳苑社区')
    expect(await desk.send('任职', /\/posts$/)).toBe(201)
    await desk.reads(/权限随岗位生效/)
    await desk.main.getByRole('cell', { name: '社区工作者' }).waitFor()
    const grants = sql`select role, area_path from grants g join accounts a on a.id = g.account_id
      where a.login = 'zhao' and (g.to_at is null or g.to_at > app_now()) order by role`
    const path = await pathOf('柳苑社区')
    expect(await rows(grants)).toEqual([
      { role: 'dispatcher', area_path: path },
      { role: 'intake', area_path: path },
    ])
    await worker.page.reload()
    await worker.page.getByRole('navigation').getByRole('link', { name: '电话受理' }).waitFor()

    await desk.open('/posts', '岗位')
    await desk.main
      .getByRole('row', { name: /社区工作者/ })
      .getByRole('button', { name: '卸任' })
      .click()
    await desk.dialog.getByLabel(/说明/).fill('调到别的社区')
    expect(await desk.send('卸任', /\/posts\//)).toBe(200)
    await desk.reads('已卸任，权限已经结束。')
    expect(await rows(grants)).toEqual([])
    expect(await audited('endPost', '调到别的社区')).toBe(1)
    await worker.page.reload()
    await worker.reads('您的事都在手机页面上办')
    await worker.page.getByRole('link', { name: /点单/ }).click()
    await worker.page.waitForURL(`${town.address}/orders/new`)
    await worker.page.context().close()
  })

  it('appoints to a post of the whole region and to one in a unit', async () => {
    await desk.open('/people', '人员')
    await desk.main.getByLabel('按完整电话找').fill('13800000004')
    await desk.press('找人')
    await desk.main.getByRole('status').getByRole('link', { name: /赵/ }).click()
    for (const [post, unit] of [['审计员'], ['单位承办人', '禾润物业（示例）']]) {
      await desk.press('任职')
      await desk.pick('岗位', post ?? '')
      if (unit) await desk.pick('单位', unit)
      expect(await desk.send('任职', /\/posts$/)).toBe(201)
      await desk.main.getByRole('cell', { name: post ?? '' }).waitFor()
    }
    const held = await rows(
      sql`select post, area_path, unit_id is not null as unit from posts where region_id = 1 and to_on is null order by post`,
    )
    expect(held).toEqual([
      { post: 'auditor', area_path: '/', unit: false },
      { post: 'unitHandler', area_path: null, unit: true },
    ])
  })

  it('verifies skills and home entry of a helper, opens a team, puts the helper in and takes out', async () => {
    const { page } = desk
    const where = await pathOf('一网格')
    await seat(town, 'xihu', {
      name: '陈建国',
      post: '志愿者',
      where,
      phone: '13800000002',
      skill: '水暖',
      homeEntry: false,
    })
    const { personId } = person('陈建国')
    await desk.open('/helpers', '志愿者')
    await desk.pick('技能', '电工')
    await desk.reads('这个范围里没有符合条件的志愿者')
    await desk.pick('技能', '水暖')
    await desk.main.getByRole('link', { name: /^陈/ }).click()
    expect(await desk.act('核验“入户资质”', /home-entry/)).toBe(200)
    await desk.main.getByRole('button', { name: '取消“入户资质”' }).waitFor()
    expect(
      await rows(sql`select home_entry from helpers where region_id = 1 and person_id = ${personId}`),
    ).toEqual([{ home_entry: true }])
    await desk.press('核验')
    await desk.reads('请选一项技能')
    await desk.pick('再核验一项技能', '电工')
    expect(await desk.act('核验', /skills/)).toBe(200)
    await desk.main.getByRole('button', { name: '取消“电工”' }).waitFor()
    expect(await desk.act('取消“水暖”', /skills/)).toBe(200)
    await desk.main.getByRole('button', { name: '取消“水暖”' }).waitFor({ state: 'detached' })
    const skills = sql`select skill from helper_skills where region_id = 1 and person_id = ${personId}
      and to_at is null and verified_at is not null order by skill`
    expect(await rows(skills)).toEqual([{ skill: 'electrics' }])
    await desk.pick('再核验一项技能', '水暖')
    expect(await desk.act('核验', /skills/)).toBe(200)
    await desk.main.getByRole('button', { name: '取消“水暖”' }).waitFor()

    await desk.open('/teams', '服务队伍')
    await desk.press('组建队伍')
    await desk.dialog.getByRole('button', { name: '组建', exact: true }).click()
    await desk.reads('请选队伍类别')
    await desk.pick('队伍类别', '志愿者队')
    await desk.dialog.getByLabel('队名').fill('柳苑暖水队')
    await desk.pick('所在地', /柳苑社区$/, '柳苑社区')
    expect(await desk.send('组建', /\/teams$/)).toBe(201)
    await desk.reads('已组建：柳苑暖水队')

    await desk.open(`/people/${personId}`, /陈/)
    await desk.pick('加入队伍', '柳苑暖水队')
    expect(await desk.act('加入', /\/members/)).toBe(201)
    await desk.main.getByRole('button', { name: '离开“柳苑暖水队”' }).waitFor()
    const members = sql`select count(*)::int as n from team_members where region_id = 1 and to_at is null`
    expect(await count(members)).toBe(1)
    await page.screenshot({ path: 'test-results/office-person.png', fullPage: true })
    expect(await desk.act('离开“柳苑暖水队”', /\/members|\/end/)).toBe(200)
    await desk.reads('没有加入队伍')
    expect(await count(members)).toBe(0)
  })

  it('renames, closes and prints the codes of an area; the codes lead to the house', async () => {
    const { page } = desk
    const building = await pathOf('4栋')
    await desk.open(`/places?at=${encodeURIComponent(building)}`, /4栋/)
    await desk.press('改名')
    await desk.dialog.getByLabel('名称').fill('5栋')
    expect(await desk.send('保存', /\/rename$/)).toBe(200)
    await page.getByRole('heading', { level: 1, name: /5栋/ }).waitFor()
    expect(await pathOf('5栋')).toBe(building)

    await desk.press('撤销')
    await desk.dialog.getByRole('button', { name: '撤销这个区域' }).click()
    await desk.reads('请写明撤销的理由')
    await desk.dialog.getByLabel('撤销理由').fill('楼已拆除')
    expect(await desk.send('撤销这个区域', /\/close$/)).toBe(409)
    await desk.reads(/请先迁走或撤销它们/)
    await desk.dialog.getByRole('button', { name: '不办了' }).click()

    await desk.press('在下面新设一个')
    await desk.dialog.getByLabel('名称').fill('7单元')
    expect(await desk.send('保存', /\/areas$/)).toBe(201)
    const entrance = await pathOf('7单元')
    await desk.open(`/places?at=${encodeURIComponent(entrance)}`, /7单元/)
    expect(await desk.main.getByRole('button', { name: '在下面新设一个' }).count()).toBe(0)
    await desk.press('撤销')
    await desk.dialog.getByLabel('撤销理由').fill('登记错了')
    expect(await desk.send('撤销这个区域', /\/close$/)).toBe(200)
    await page.getByRole('heading', { level: 1, name: /5栋/ }).waitFor()
    expect(await audited('closeArea', '登记错了')).toBe(1)
    expect(await rows(sql`select 1 from areas where path = ${entrance} and closed_at is null`)).toEqual([])

    await desk.open(`/places?at=${encodeURIComponent(await pathOf('一网格'))}`, /一网格/)
    await page.getByRole('link', { name: '打印楼门二维码' }).click()
    await page.getByRole('heading', { level: 1, name: /二维码/ }).waitFor()
    await desk.reads(/只有这台电脑打得开，先不要张贴/)
    const slugs = await rows<{ qr_slug: string }>(
      sql`select qr_slug from areas where region_id = 1 and level in ('building', 'entrance') and closed_at is null order by path`,
    )
    const drawn = await page
      .locator('.code-sheet path')
      .evaluateAll((paths) => paths.map((path) => (path.getAttribute('d') ?? '').split('M').length - 1))
    const expected = slugs.map(({ qr_slug: slug }) =>
      create(`${town.address}/q/${slug}`, { errorCorrectionLevel: 'M' }).modules.data.reduce(
        (sum, dark) => sum + dark,
        0,
      ),
    )
    expect(drawn.toSorted()).toEqual(expected.toSorted())
    await shoot(page, 'office-codes')
    await desk.press('打印这一页')
    expect(await page.locator('html[data-printed]').count()).toBe(1)
    await page.goto(`${town.address}/q/${slugs.at(-1)?.qr_slug}`)
    await page
      .getByText(/阳光小区/)
      .first()
      .waitFor()
  })

  it('keeps the books of points: rules, filters, proof of the month, a correction', async () => {
    const { page } = desk
    await earn()
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
    const entries = await rows<{ kind: string; amount: string }>(
      sql`select kind, amount from point_entries where region_id = 1 order by at`,
    )
    expect(entries.map(({ kind }) => kind)).toEqual(['earn', 'earn', 'correction'])
    expect(entries.at(-1)?.amount).toBe('1')

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
    await desk.open('/audit', '查看记录')
    await until(async () =>
      (await count(sql`select count(*)::int as n from audit_seals`)) > 0 ? null : 'nothing is sealed yet',
    )
    await desk.press('再核对一次')
    await desk.reads('完整，没有被改动过')
    await desk.pick('做了什么', '查看人员电话')
    await expect.poll(() => desk.rows('查看记录')).toHaveLength(1)
    expect((await desk.rows('查看记录'))[0]).toContain('核对开通账号的本人')
    await desk.pick('做了什么', '撤销地点')
    await expect.poll(async () => (await desk.rows('查看记录')).join()).toContain('登记错了')
    await desk.pick('做了什么', '更正人员')
    await desk.main.getByRole('link', { name: '这位人员' }).click()
    await desk.page.getByRole('heading', { level: 1, name: /赵/ }).waitFor()
  })

  it('keeps what was told in the inbox, one by one and all at once', async () => {
    const reviewer = await sitDown('陈建国')
    await reviewer.open('/inbox', '通知')
    const unread = sql`select count(*)::int as n from notices where region_id = 1 and read_at is null
      and person_id = ${person('陈建国').personId}`
    const before = await count(unread)
    expect(before).toBeGreaterThan(1)
    await reviewer.main.getByRole('button', { name: '看过了' }).first().click()
    await reviewer.reads(new RegExp(`${before - 1} 条没看过，全部标为看过`))
    expect(await count(unread)).toBe(before - 1)
    expect(await reviewer.act(/全部标为看过/, /\/notices/)).toBe(200)
    await reviewer.main.getByRole('button', { name: /全部标为看过/ }).waitFor({ state: 'detached' })
    expect(await count(unread)).toBe(0)
    await reviewer.main.getByRole('link', { name: '打开工单' }).first().click()
    await reviewer.page.waitForURL(/\/orders\//)
    await reviewer.page.context().close()
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
      const page = await openPage(browser, { width, height: 1000, typeSize, locale })
      await page.context().addCookies(await desk.page.context().cookies())
      const id = person('陈建国').personId
      const grid = encodeURIComponent(await pathOf('一网格'))
      const area = await rows<{ id: string }>(sql`select id from areas where name = '一网格'`)
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
        audit: '/audit',
        inbox: '/inbox',
      }
      const faults: string[] = []
      for (const [name, path] of Object.entries(paths)) {
        await page.goto(`${town.address}/desk${path}`)
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

  const person = (name: string): Person => {
    const found = town.people.get(name)
    if (!found) throw new Error(`nobody is called ${name}`)
    return found
  }

  /** A helper mends a tap, and the neighbour says that it is mended: one entry of points. */
  async function earn(): Promise<void> {
    const community = await pathOf('柳苑社区')
    const street = await pathOf('桃源街道')
    for (const [name, post, where] of [
      ['郑伟', '区级管理员', '/'],
      ['孙丽', '审核员', street],
      ['周洁', '回访员', street],
      ['何平', '居民', community],
    ] as const)
      await seat(town, 'xihu', { name, post, where, phone: '', skill: '', homeEntry: false })
    const world: World = {
      ...town,
      orderId: '',
      placedBy: '',
      lastAnswers: [],
      winner: '',
      loser: '',
    }
    const none = new Map<string, string>()
    await place(world, '何平', '水龙头水管小修', none)
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
})
