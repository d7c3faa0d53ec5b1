import { create } from 'qrcode'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { seat } from '../../scenarios/kit/town.ts'
import type { Desk } from '../kit/atDesk.ts'
import { axe, shoot } from '../kit/browser.ts'
import { codeOf, type Office, openOffice, signIn } from '../kit/office.ts'
import { OFFICE_REGISTERS } from '../kit/officeRegisters.ts'
import type { RegisterRow } from '../kit/registerFile.ts'
import { fillTemplate, type SheetKind } from '../kit/registerFile.ts'
import { type SettledStaff, settledStaff } from '../kit/settledStaff.ts'

const WRONG_CODE = /登录名、密码或动态码不对/

describe('the office behind the orders', () => {
  let office: Office
  let admin: SettledStaff
  let desk: Desk

  beforeAll(async () => {
    office = await openOffice()
    admin = await settledStaff(office.town.house, { login: 'cheng', name: '程立新', role: 'regionAdmin' })
    desk = await office.sitDown()
  })
  afterAll(() => office.close())

  it('signs staff in by login, password and code, refuses a wrong code, and signs out', async () => {
    const { page } = desk
    await page.goto(`${office.town.address}/desk/people`)
    await page.getByRole('heading', { level: 1, name: '登录工作台' }).waitFor()
    await desk.press('登录')
    for (const words of ['请填登录名', '请填密码', '请填动态码']) await desk.reads(words)
    expect(await signIn(desk, admin.login, admin.password, '000000')).toBe(401)
    await desk.reads(WRONG_CODE)
    expect(await office.audited('signInWithPassword')).toBe(1)
    const code = codeOf(admin.totpUri)
    expect(await signIn(desk, admin.login, admin.password, code)).toBe(200)
    await page.getByRole('heading', { level: 1, name: '人员' }).waitFor()
    await page.getByRole('banner').getByText('程立新').waitFor()

    await page.getByRole('button', { name: '退出' }).click()
    await page.getByRole('heading', { level: 1, name: '登录工作台' }).waitFor()
    await page.getByRole('navigation').waitFor({ state: 'detached' })
    expect(await page.getByRole('banner').textContent()).not.toContain('程立新')
    expect(await office.count(sql`select count(*)::int as n from sessions where revoked_at is null`)).toBe(0)
    expect(await signIn(desk, admin.login, admin.password, code)).toBe(401) // used up
    expect(await signIn(desk, admin.login, admin.password, codeOf(admin.totpUri, 1))).toBe(200)
    await page.getByRole('navigation').getByRole('link', { name: '工单队列' }).waitFor()
  })

  it.each(OFFICE_REGISTERS)(
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
      const before = await office.count(the.count)

      await desk.press('检查这个文件')
      await desk.reads('请先选一个 .xlsx 或 .csv 文件')
      await choose(the.kinds[0], the.wrong)
      expect(await desk.act('检查这个文件', /\/registers\//)).toBe(200)
      await desk.reads(/什么都没有写入/)
      const report = (await desk.rows('要改的地方')).join(' ')
      for (const words of the.reports) expect(report).toContain(words)
      expect(await desk.main.getByRole('button', { name: '导入', exact: true }).count()).toBe(0)
      await shoot(page, `office-import-${the.word}`)
      expect(await office.count(the.count)).toBe(before)

      for (const [kind, added] of [
        [the.kinds[1], the.added],
        [the.kinds[2], 0],
      ] as const) {
        await choose(kind, the.right)
        expect(await desk.act('检查这个文件', /\/registers\//)).toBe(200)
        await desk.reads(/检查通过，还没有写入/)
        expect(await office.count(the.count)).toBe(before + (added > 0 ? 0 : the.added))
        expect(await desk.act('导入', /\/registers\//)).toBe(200)
        await desk.reads('已导入。')
        const figures = await desk.main.locator('dl.figures').textContent()
        expect(figures).toContain(`新增${added}改动0`)
        expect(await office.count(the.count)).toBe(before + the.added)
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
    expect(await office.audited('revealPhone', '核对开通账号的本人')).toBe(1)

    await desk.press('更正资料')
    await desk.dialog.getByLabel('姓名').fill('赵小敏')
    await desk.dialog.getByRole('checkbox', { name: '不予受理须两人同意' }).check()
    expect(await desk.send('保存', /\/people\//)).toBe(200)
    await desk.reads('已更正。')
    const [person] = await office.rows(
      sql`select name, needs_two_eyes from people where region_id = 1 and id = ${id}`,
    )
    expect(person).toEqual({ name: '赵小敏', needs_two_eyes: true })
    await desk.main.locator('.desk-facts').getByText('是', { exact: true }).waitFor()

    await desk.open('/people', '人员')
    await desk.main.getByLabel('按完整电话找').fill('138 0000 0004')
    await desk.press('找人')
    await desk.main.getByRole('status').getByRole('link', { name: /赵/ }).waitFor()
  })

  it('appoints to a post and ends it; who holds none is told where to go', async () => {
    const { page } = desk
    await desk.main.getByRole('status').getByRole('link', { name: /赵/ }).click()
    await page.getByRole('button', { name: '任职' }).click()
    await desk.pick('什么岗位', '社区工作者')
    await desk.pick('辖区', /柳苑社区$/, '柳苑社区')
    expect(await desk.send('任职', /\/posts$/)).toBe(409)
    await desk.reads(/请先为这位同事开通在用的工作账号/)
    await desk.dialog.getByRole('button', { name: '不办了' }).click()

    const personId = page.url().split('/').at(-1) ?? ''
    const zhao = await settledStaff(office.town.house, { login: 'zhao', name: '赵小敏', personId })
    const worker = await office.sitDown()
    await worker.page.goto(`${office.town.address}/desk/`)
    expect(await signIn(worker, zhao.login, zhao.password, codeOf(zhao.totpUri))).toBe(200)
    await worker.reads('您的事都在手机页面上办')
    expect(await worker.page.getByRole('navigation').count()).toBe(0)
    await shoot(worker.page, 'office-no-work')
    await axe(worker.page)

    await desk.press('任职')
    await desk.pick('什么岗位', '社区工作者')
    await desk.pick('辖区', /柳苑社区$/, '柳苑社区')
    await desk.dialog.getByLabel(/占用时间/).fill('0')
    await desk.dialog.getByRole('button', { name: '任职', exact: true }).click()
    await desk.reads('请填 1 到 100 的整数')
    await desk.dialog.getByLabel(/占用时间/).fill('50') // shared with another place
    expect(await desk.send('任职', /\/posts$/)).toBe(201)
    await desk.reads(/权限随岗位生效/)
    await desk.main.getByRole('row', { name: /社区工作者.*50%/ }).waitFor()
    const grants = sql`select role, area_path from grants g join accounts a on a.id = g.account_id
      where a.login = 'zhao' and (g.to_at is null or g.to_at > app_now()) order by role`
    const path = await office.pathOf('柳苑社区')
    expect(await office.rows(grants)).toEqual([
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
    expect(await office.rows(grants)).toEqual([])
    expect(await office.audited('endPost', '调到别的社区')).toBe(1)
    await worker.page.reload()
    await worker.reads('您的事都在手机页面上办')
    await worker.page.getByRole('link', { name: /点单/ }).click()
    await worker.page.waitForURL(`${office.town.address}/orders/new`)
    await worker.page.context().close()
  })

  it('appoints to a post of the whole region and to one in a unit', async () => {
    await desk.open('/people', '人员')
    await desk.main.getByLabel('按完整电话找').fill('13800000004')
    await desk.press('找人')
    await desk.main.getByRole('status').getByRole('link', { name: /赵/ }).click()
    for (const [post, unit] of [['区级值班员'], ['单位承办人', '禾润物业（示例）']]) {
      await desk.press('任职')
      await desk.pick('什么岗位', post ?? '')
      if (unit) await desk.pick('单位', unit)
      expect(await desk.send('任职', /\/posts$/)).toBe(201)
      await desk.main.getByRole('cell', { name: post ?? '' }).waitFor()
    }
    const held = await office.rows(
      sql`select post, area_path, unit_id is not null as unit from posts where region_id = 1 and to_on is null
        and person_id = (select id from people where region_id = 1 and name = '赵小敏') order by post`,
    )
    expect(held).toEqual([
      { post: 'regionDuty', area_path: '/', unit: false },
      { post: 'unitHandler', area_path: null, unit: true },
    ])
  })

  it('verifies skills and home entry of a helper, opens a team, puts the helper in and takes out', async () => {
    const { page } = desk
    const where = await office.pathOf('一网格')
    await seat(office.town, 'xihu', {
      name: '陈建国',
      post: '志愿者',
      where,
      phone: '13800000002',
      skill: '水暖',
      homeEntry: false,
    })
    const { personId } = office.person('陈建国')
    await desk.open('/helpers', '志愿者')
    await desk.pick('技能', '电工')
    await desk.reads('这个范围里没有符合条件的志愿者')
    await desk.pick('技能', '水暖')
    await desk.main.getByRole('link', { name: /^陈/ }).click()
    expect(await desk.act('核验“入户资质”', /home-entry/)).toBe(200)
    await desk.main.getByRole('button', { name: '取消“入户资质”' }).waitFor()
    expect(
      await office.rows(sql`select home_entry from helpers where region_id = 1 and person_id = ${personId}`),
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
    expect(await office.rows(skills)).toEqual([{ skill: 'electrics' }])
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
    expect(await office.count(members)).toBe(1)
    await shoot(page, 'office-person')
    expect(await desk.act('离开“柳苑暖水队”', /\/members|\/end/)).toBe(200)
    await desk.reads('没有加入队伍')
    expect(await office.count(members)).toBe(0)
  })

  it('renames, closes and prints the codes of an area; the codes lead to the house', async () => {
    const { page } = desk
    const building = await office.pathOf('4栋')
    await desk.open(`/places?at=${encodeURIComponent(building)}`, /4栋/)
    await desk.press('改名')
    await desk.dialog.getByLabel('名称').fill('5栋')
    expect(await desk.send('保存', /\/rename$/)).toBe(200)
    await page.getByRole('heading', { level: 1, name: /5栋/ }).waitFor()
    expect(await office.pathOf('5栋')).toBe(building)

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
    const entrance = await office.pathOf('7单元')
    await desk.open(`/places?at=${encodeURIComponent(entrance)}`, /7单元/)
    expect(await desk.main.getByRole('button', { name: '在下面新设一个' }).count()).toBe(0)
    await desk.press('撤销')
    await desk.dialog.getByLabel('撤销理由').fill('登记错了')
    expect(await desk.send('撤销这个区域', /\/close$/)).toBe(200)
    await page.getByRole('heading', { level: 1, name: /5栋/ }).waitFor()
    expect(await office.audited('closeArea', '登记错了')).toBe(1)
    expect(
      await office.rows(sql`select 1 from areas where path = ${entrance} and closed_at is null`),
    ).toEqual([])

    await desk.open(`/places?at=${encodeURIComponent(await office.pathOf('一网格'))}`, /一网格/)
    await page.getByRole('link', { name: '打印楼门二维码' }).click()
    await page.getByRole('heading', { level: 1, name: /二维码/ }).waitFor()
    await desk.reads(/只有这台电脑打得开，先不要张贴/)
    const slugs = await office.rows<{ qr_slug: string }>(
      sql`select qr_slug from areas where region_id = 1 and level in ('building', 'entrance') and closed_at is null order by path`,
    )
    const drawn = await page
      .locator('.code-sheet path')
      .evaluateAll((paths) => paths.map((path) => (path.getAttribute('d') ?? '').split('M').length - 1))
    const expected = slugs.map(({ qr_slug: slug }) =>
      create(`${office.town.address}/q/${slug}`, { errorCorrectionLevel: 'M' }).modules.data.reduce(
        (sum, dark) => sum + dark,
        0,
      ),
    )
    const ascending = (a: number, b: number) => a - b
    expect(drawn.toSorted(ascending)).toEqual(expected.toSorted(ascending))
    await shoot(page, 'office-codes')
    await desk.press('打印这一页')
    expect(await page.locator('html[data-printed]').count()).toBe(1)
    await page.goto(`${office.town.address}/q/${slugs.at(-1)?.qr_slug}`)
    await page
      .getByText(/阳光小区/)
      .first()
      .waitFor()
  })
})
