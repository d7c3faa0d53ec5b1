import { Secret, TOTP } from 'otpauth'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type FirstAdmin, foundAdmin } from '../../apps/server/src/rooms/people/index.ts'
import type { Desk } from '../kit/atDesk.ts'
import { assertNoSidewaysScroll, axe, openPage, shoot } from '../kit/browser.ts'
import { codeOf, type Office, openOffice, signIn } from '../kit/office.ts'

const OWN = 'seven herons over the ferry'
const FITS = [
  { width: 1440, typeSize: 18, locale: 'zh-CN' },
  { width: 390, typeSize: 30, locale: 'zh-CN' },
  { width: 320, typeSize: 18, locale: 'zh-CN' },
  { width: 320, typeSize: 30, locale: 'zh-CN' },
  { width: 390, typeSize: 18, locale: 'en' },
] as const

/** From the operator's command to a colleague at work: every account, password and factor on the way, in a browser. */
describe('accounts of those who work here', () => {
  let office: Office
  let first: FirstAdmin
  let security: Desk
  const passwords = new Map<string, string>()
  const keys = new Map<string, string>()

  beforeAll(async () => {
    office = await openOffice()
    first = await foundAdmin(office.town.house, 1, { login: 'yu', name: '余守安' })
    security = await office.sitDown()
  })
  afterAll(() => office.close())

  /** The page that asks for a password of one's own, filled and sent. */
  async function chooseOwn(at: Desk, old: string, password: string): Promise<number> {
    await at.main.getByLabel('现在的密码').fill(old)
    await at.main.getByLabel('新密码').fill(password)
    return at.act('换成新密码', /\/me\/password/)
  }
  /** What a field is to a browser, and whether it lets somebody paste. */
  const passwordField = (at: Desk, label: string) =>
    at.main
      .getByLabel(label)
      .evaluate((field: HTMLInputElement) => [
        field.type,
        field.autocomplete,
        field.dispatchEvent(new ClipboardEvent('paste', { bubbles: true, cancelable: true })),
      ])
  /** Opens an account at the security administrator's desk; what is shown once is noted. */
  async function create(name: string, login: string): Promise<void> {
    await security.press('开通工作账号')
    await security.dialog.getByLabel('姓名').fill(name)
    await security.dialog.getByLabel('登录名').fill(login)
    expect(await security.send('开通', /\/staff-accounts$/)).toBe(201)
    await security.dialog.getByText('关上以后不再显示').waitFor()
    const [, password] = await security.dialog.locator('code').allTextContents()
    passwords.set(login, password ?? '')
    if (login === 'zhao') {
      await shoot(security.page, 'accounts-handed-out')
      await axe(security.page)
    }
    await security.dialog.getByRole('button', { name: '已经告诉本人' }).click()
    await security.reads('办好了，已记录。')
  }
  async function fits({ page }: Desk, picture: string): Promise<void> {
    await shoot(page, picture)
    await assertNoSidewaysScroll(page)
    await axe(page)
  }
  /** The first sign-in: without a code, an own password, an authenticator. */
  async function begin(at: Desk, login: string): Promise<void> {
    await at.page.goto(`${office.town.address}/desk/`)
    await at.main.getByLabel('登录名').fill(login)
    await at.main.getByLabel('密码').fill(passwords.get(login) ?? '')
    await at.main.getByRole('checkbox', { name: /第一次登录/ }).check()
    expect(await at.act('登录', /\/sign-in\/password/)).toBe(200)
    await at.page.getByRole('heading', { level: 1, name: '先设一个自己的密码' }).waitFor()
    await fits(at, `accounts-first-password-${login}`)
    expect(await chooseOwn(at, passwords.get(login) ?? '', OWN)).toBe(200)
    await at.page.getByRole('heading', { level: 1, name: '绑定第二道验证' }).waitFor()
    await at.press('绑定验证器')
    const secret = (await at.main.locator('code').textContent()) ?? ''
    keys.set(login, secret)
    await fits(at, `accounts-first-factor-${login}`)
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate()
    await at.main.getByLabel(/6 位数字/).fill(code)
    expect(await at.act('确认绑定', /\/me\/totp$/)).toBe(200)
  }
  async function act(login: string, choice: string, fill?: () => Promise<void>): Promise<number> {
    const row = security.main.getByRole('row', { name: new RegExp(login) })
    await row.getByRole('button', { name: '办理' }).click()
    await security.dialog.getByRole('radio', { name: choice, exact: true }).check()
    await fill?.()
    return security.send(choice, /\/staff-accounts\//)
  }
  const because = (words: string) => () => security.dialog.getByLabel('理由').fill(words)

  it('fields of passwords hide what is typed, let paste, and tell password managers what they are', async () => {
    await security.page.goto(`${office.town.address}/desk/`)
    expect(await passwordField(security, '密码')).toEqual(['password', 'current-password', true])
  })

  it('the first security administrator signs in with what the command showed, and must choose a password', async () => {
    await security.page.goto(`${office.town.address}/desk/`)
    expect(await signIn(security, first.login, first.password, codeOf(first.totpUri))).toBe(200)
    await security.page.getByRole('heading', { level: 1, name: '先设一个自己的密码' }).waitFor()
    expect(await passwordField(security, '现在的密码')).toEqual(['password', 'current-password', true])
    expect(await passwordField(security, '新密码')).toEqual(['password', 'new-password', true])
    await security.press('换成新密码')
    for (const words of ['请填现在的密码', '新密码至少 12 个字']) await security.reads(words)
    expect(await chooseOwn(security, first.password, 'linli and the willows')).toBe(422)
    await security.reads(/密码里有您的登录名、姓名、地名/)
    await shoot(security.page, 'accounts-own-password')
    await axe(security.page)
    expect(await chooseOwn(security, first.password, OWN)).toBe(200)
    await security.page.getByRole('heading', { level: 1, name: '工作账号' }).waitFor()
    expect(await security.page.getByRole('navigation').getByRole('link').allTextContents()).toEqual([
      '工作账号',
    ])
  })

  it('opens accounts; what the form wants is said in words', async () => {
    await security.press('开通工作账号')
    await security.dialog.getByRole('button', { name: '开通', exact: true }).click()
    for (const words of ['请填姓名', /登录名要 3 到 40 位小写字母/]) await security.reads(words)
    await security.dialog.getByRole('button', { name: '不办了' }).click()
    for (const [name, login] of [
      ['赵敏', 'zhao'],
      ['程立新', 'cheng'],
      ['袁清越', 'yuan'],
    ] as const)
      await create(name, login)
    await expect.poll(() => security.rows('工作账号')).toHaveLength(4)
    expect((await security.rows('工作账号')).filter((row) => row.includes('还没启用'))).toHaveLength(3)
  })

  it('appoints two others; the same person is never two of the three', async () => {
    for (const [login, role] of [
      ['cheng', '区级管理员'],
      ['yuan', '审计员'],
    ] as const) {
      expect(await act(login, '任命管理员', () => security.pick('哪一类管理员', role))).toBe(200)
      await expect.poll(async () => (await security.rows('工作账号')).join()).toContain(role)
    }
    const row = security.main.getByRole('row', { name: /cheng/ })
    await row.getByRole('button', { name: '办理' }).click()
    expect(await security.dialog.getByRole('radio', { name: '任命管理员' }).count()).toBe(0)
    await security.dialog.getByRole('radio', { name: '免去管理员' }).check()
    await security.dialog.getByLabel('理由').fill('换人')
    expect(await security.send('免去管理员', /\/end$/)).toBe(409)
    await security.reads(/最后一位在用的这类管理员/)
    await shoot(security.page, 'accounts-last')
    await axe(security.page)
    await security.dialog.getByRole('button', { name: '不办了' }).click()
    const own = security.main.getByRole('row', { name: /余守安/ })
    expect(await own.getByRole('button').count()).toBe(0)
  })

  it('a duty officer signs in, chooses a password, sets up an authenticator, is given a post, and works', async () => {
    const zhao = await office.sitDown()
    await begin(zhao, 'zhao')
    await zhao.reads('您的事都在手机页面上办')

    const cheng = await office.sitDown()
    await begin(cheng, 'cheng')
    const [person] = await office.rows<{ id: string }>(
      sql`select p.id from people p join accounts a on a.id = p.account_id where p.region_id = 1 and a.login = 'zhao'`,
    )
    await cheng.open(`/people/${person?.id}`, /赵/)
    await cheng.press('任职')
    await cheng.pick('什么岗位', '区级值班员')
    expect(await cheng.send('任职', /\/posts$/)).toBe(201)

    await zhao.page.reload()
    await zhao.page.getByRole('navigation').getByRole('link', { name: '电话受理' }).waitFor()
    await zhao.open('/account', '我的登录')
    await zhao.main.getByLabel('新密码').waitFor()
    await shoot(zhao.page, 'accounts-mine')
    await axe(zhao.page)
    for (const desk of [zhao, cheng]) await desk.page.context().close()
  })

  it('hands out a new password, takes the factor off, locks out and lets in again', async () => {
    await security.open('/staff-accounts', '工作账号')
    expect(await act('zhao', '重设密码，并解除动态码和通行密钥', because('手机丢了，当面核对过'))).toBe(200)
    const [, password] = await security.dialog.locator('code').allTextContents()
    passwords.set('zhao', password ?? '')
    await security.dialog.getByRole('button', { name: '已经告诉本人' }).click()
    const zhao = await office.sitDown()
    await begin(zhao, 'zhao')
    await zhao.page.getByRole('navigation').getByRole('link', { name: '电话受理' }).waitFor()

    expect(await act('zhao', '停用账号', because('调走了'))).toBe(200)
    await expect.poll(async () => (await security.rows('工作账号')).join()).toContain('已停用')
    await zhao.page.reload()
    await zhao.page.getByRole('heading', { level: 1, name: '登录工作台' }).waitFor()
    expect(await act('zhao', '恢复账号', because('又回来了'))).toBe(200)
    await zhao.page.context().close()
    expect(await office.audited('resetStaffAccount', '手机丢了，当面核对过')).toBe(1)
    expect(await office.audited('disableStaffAccount', '调走了')).toBe(1)
  })

  it('the auditor reads who did what', async () => {
    const yuan = await office.sitDown(undefined, { width: 320, height: 900, typeSize: 30 })
    await begin(yuan, 'yuan')
    await yuan.page.setViewportSize({ width: 1440, height: 1000 })
    await yuan.open('/audit', '查看记录')
    for (const [action, count] of [
      ['开通工作账号', 3],
      ['任命管理员', 2],
      ['停用工作账号', 1],
    ] as const) {
      await yuan.pick('做了什么', action)
      await expect.poll(() => yuan.rows('查看记录')).toHaveLength(count)
      expect((await yuan.rows('查看记录')).every((row) => row.includes('余守安'))).toBe(true)
    }
    await yuan.page.context().close()
  })

  it('says when there is nobody, and when the list cannot be had', async () => {
    await security.open('/staff-accounts?name=nobody', '工作账号')
    await security.reads('没有这样的工作账号')
    await security.page.route('**/api/staff-accounts**', (route) => route.abort())
    await security.page.reload()
    await security.main.getByRole('button', { name: '再试一次' }).waitFor()
    await axe(security.page)
    await security.page.unroute('**/api/staff-accounts**')
  })

  it.each(FITS)('fits $width px wide, type of $typeSize px, $locale', async ({ width, typeSize, locale }) => {
    const page = await openPage(office.browser, { width, height: 1000, typeSize, locale })
    await page.context().addCookies(await security.page.context().cookies())
    for (const [name, path] of [
      ['list', '/staff-accounts'],
      ['mine', '/account'],
    ]) {
      await page.goto(`${office.town.address}/desk${path}`)
      await page.locator('main h1').first().waitFor()
      await page.locator('.desk-loading').first().waitFor({ state: 'detached' })
      if (name === 'list') await page.locator('.password-rules li').first().waitFor()
      await shoot(page, `accounts-${name}-${width}-${typeSize}-${locale}`)
      if (locale !== 'en') await axe(page)
      await assertNoSidewaysScroll(page)
    }
    if (locale !== 'en') {
      await page.goto(`${office.town.address}/desk/staff-accounts`)
      await page.getByRole('button', { name: '办理' }).first().click()
      await page.getByRole('dialog').getByRole('radio').first().check()
      await shoot(page, `accounts-act-${width}-${typeSize}-${locale}`)
      await axe(page)
      await assertNoSidewaysScroll(page)
    }
    await page.context().close()
  })
})
