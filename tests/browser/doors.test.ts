import { createServer } from 'node:net'
import { Secret, TOTP } from 'otpauth'
import type { Browser, Page } from 'playwright-core'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createStaffAccount } from '../../apps/server/src/kernel/auth/accounts.ts'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { enrolTotp } from '../../apps/server/src/kernel/auth/totp.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { atDesk } from '../kit/atDesk.ts'
import {
  assertNoSidewaysScroll,
  assertTargetSize,
  axe,
  launchBrowser,
  openPage,
  shoot,
} from '../kit/browser.ts'
import { openTestHouse, type TestHouse } from '../kit/house.ts'
import { codeOf, signIn } from '../kit/office.ts'
import { type OpenIdPeer, openIdProvider } from '../kit/peers/openIdProvider.ts'
import { openWeChat, type WeChatPeer } from '../kit/peers/weChat.ts'
import { settledStaff } from '../kit/settledStaff.ts'

// The doors of others in a real browser: over to a peer's own page and back.

const IN_WECHAT =
  'Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 Chrome/116.0.0.0 Mobile Safari/537.36 MicroMessenger/8.0.49'

let browser: Browser
let weChat: WeChatPeer
let provider: OpenIdPeer
let town: TestHouse
let address = ''

/** A port nobody uses: the provider must know our address before we stand there. */
const freePort = () =>
  new Promise<number>((resolve) => {
    const probe = createServer()
    probe.listen(0, '127.0.0.1', () => {
      const at = probe.address()
      probe.close(() => resolve(typeof at === 'object' && at ? at.port : 0))
    })
  })

beforeAll(async () => {
  browser = await launchBrowser()
  const port = await freePort()
  address = `http://127.0.0.1:${port}`
  weChat = await openWeChat()
  provider = await openIdProvider(`${address}/desk/sign-in/single-sign-on`)
  town = await openTestHouse({
    environment: {
      PUBLIC_URL: address,
      WECHAT_APP_ID: weChat.appId,
      WECHAT_SECRET: weChat.secret,
      WECHAT_AUTHORIZE_URL: weChat.authorizeUrl,
      WECHAT_API_URL: weChat.apiUrl,
      OIDC_ISSUER: provider.issuer,
      OIDC_CLIENT_ID: provider.clientId,
      OIDC_CLIENT_SECRET: provider.secret,
      OIDC_LOGIN_CLAIM: 'preferred_username',
    },
  })
  await town.house.app.listen({ port, host: '127.0.0.1' })
})
afterAll(async () => {
  await browser.close()
  await town.close()
  await weChat.close()
  await provider.close()
})

async function sound(page: Page, name: string): Promise<void> {
  await shoot(page, `doors-${name}`)
  await assertNoSidewaysScroll(page)
  await axe(page)
}

/** A page that says it is WeChat's own browser. */
async function inWeChat(settings: Parameters<typeof openPage>[1]): Promise<Page> {
  const page = await openPage(browser, settings)
  await page.addInitScript((agent) => {
    Object.defineProperty(navigator, 'userAgent', { get: () => agent })
  }, IN_WECHAT)
  return page
}

describe.each([
  { width: 390, typeSize: 18 },
  { width: 320, typeSize: 30 },
] as const)('in WeChat at $width px, type $typeSize px', ({ width, typeSize }) => {
  const phone = `139${width}00001`.slice(0, 11)

  it('one proves a phone once, and comes in by one press from then on', async () => {
    weChat.openid = `o-${width}-${typeSize}`
    const page = await inWeChat({ width, typeSize })
    await page.goto(`${address}/sign-in?next=%2Fme`)
    const press = page.getByRole('button', { name: '微信登录' })
    await press.waitFor()
    await sound(page, `wechat-${width}-start`)
    await press.click()
    await page.getByRole('heading', { name: '还差一步：验证手机号' }).waitFor()
    expect(new URL(page.url()).search).toBe('')
    await sound(page, `wechat-${width}-phone`)
    await page.getByLabel('手机号').fill(phone)
    await page.getByRole('button', { name: '获取验证码' }).click()
    await page.getByRole('button', { name: '替我填上' }).click()
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.waitForURL(`${address}/me`)
    await page.goto(`${address}/me/sessions`)
    await page.getByRole('heading', { name: '微信登录' }).waitFor()
    await sound(page, `wechat-${width}-mine`)
    await page.context().close()

    const again = await inWeChat({ width, typeSize })
    await again.goto(`${address}/sign-in?next=%2Fme%2Fsessions`)
    await again.getByRole('button', { name: '微信登录' }).click()
    await again.waitForURL(`${address}/me/sessions`)
    await again.getByRole('button', { name: '解除微信绑定' }).click()
    await again.getByRole('heading', { name: '微信登录' }).waitFor({ state: 'detached' })
    await again.context().close()
  })

  it('what cannot be finished says so and leads back', async () => {
    const page = await inWeChat({ width, typeSize })
    await page.goto(`${address}/sign-in/wechat?code=x&state=${'0'.repeat(64)}`)
    await page.getByText('这次登录已经过期或者用过了').waitFor()
    await sound(page, `wechat-${width}-lost`)
    await page.getByRole('link', { name: '回到登录页' }).click()
    await page.waitForURL(`${address}/sign-in`)
    await page.context().close()
  })
})

it('outside WeChat the button is not there: its page would not open', async () => {
  const page = await openPage(browser)
  const doors = page.waitForResponse((answer) => answer.url().endsWith('/sign-in/doors'))
  await page.goto(`${address}/sign-in`)
  expect(await (await doors).json()).toMatchObject({ wechat: true })
  await page.getByRole('button', { name: '获取验证码' }).waitFor()
  expect(await page.getByRole('button', { name: '微信登录' }).count()).toBe(0)
  await assertTargetSize(page, 48)
  await page.context().close()
})

describe.each([
  { width: 1440, typeSize: 18 },
  { width: 390, typeSize: 30 },
] as const)('the desk at $width px, type $typeSize px', ({ width, typeSize }) => {
  async function worker(login: string): Promise<{ login: string; secret: string }> {
    const { db, crypto } = town.house
    return db.transaction(systemScope(1), async (tx) => {
      const account = await createStaffAccount(tx, login)
      const { secret } = await enrolTotp(tx, crypto, account, login)
      await tx.query(
        sql`insert into people (region_id, id, account_id, name, path, created_at) values (1, ${newId()}, ${account}, '高敏', '/', app_now())`,
      )
      await tx.query(
        sql`insert into grants (region_id, id, account_id, role, area_path, from_at) values (1, ${newId()}, ${account}, 'dispatcher', '/', app_now())`,
      )
      return { login, secret }
    })
  }

  it('single sign-on, then our own one-time code, then the page one wanted', async () => {
    const { login, secret } = await worker(`sso.w${width}`)
    provider.person = { sub: login, preferred_username: login }
    const page = await openPage(browser, { width, typeSize, height: 900 })
    await page.goto(`${address}/desk/orders`)
    const press = page.getByRole('button', { name: '统一认证登录' })
    await press.waitFor()
    await sound(page, `desk-${width}-start`)
    await press.click()
    await page.getByRole('heading', { level: 1, name: '统一认证登录' }).waitFor()
    expect(new URL(page.url()).search).toBe('')
    await sound(page, `desk-${width}-code`)
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.getByText('请填动态码，是 6 位数字').first().waitFor()
    await page
      .getByRole('textbox', { name: '动态码' })
      .fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate())
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.waitForURL(`${address}/desk/orders`)
    await page.getByText('高敏').first().waitFor()
    await page.context().close()
  })

  it('whom an administrator bound by the subject comes in by it, whatever the provider calls them', async () => {
    const { login, secret } = await worker(`bound.w${width}`)
    const subject = `subject-${width}`
    const administrator = { login: `safety.w${width}`, name: '安然', role: 'securityAdmin' } as const
    const { password, totpUri } = await settledStaff(town.house, administrator)
    const at = atDesk(await openPage(browser, { width, typeSize, height: 900 }), address)
    await at.page.goto(`${address}/desk/staff-accounts`)
    expect(await signIn(at, administrator.login, password, codeOf(totpUri))).toBe(200)
    const act = at.main.getByRole('row', { name: new RegExp(login) }).getByRole('button', { name: '办理' })
    await act.click()
    await at.dialog.getByRole('radio', { name: '绑定统一认证', exact: true }).check()
    await at.dialog.getByRole('button', { name: '绑定统一认证' }).click()
    await at.reads('请填统一认证编号')
    await sound(at.page, `desk-${width}-bind`)
    await at.dialog.getByLabel('统一认证编号').fill(subject)
    expect(await at.send('绑定统一认证', /\/single-sign-on$/)).toBe(200)
    await at.reads('办好了，已记录。')

    provider.person = { sub: subject, preferred_username: 'somebody-else' }
    const page = await openPage(browser, { width, typeSize, height: 900 })
    await page.goto(`${address}/desk/sign-in?next=%2Forders`)
    await page.getByRole('button', { name: '统一认证登录' }).click()
    await page.getByRole('heading', { level: 1, name: '统一认证登录' }).waitFor()
    await page
      .getByRole('textbox', { name: '动态码' })
      .fill(new TOTP({ secret: Secret.fromBase32(secret) }).generate())
    await page.getByRole('button', { name: '登录', exact: true }).click()
    await page.waitForURL(`${address}/desk/orders`)
    await page.context().close()

    await act.click()
    await at.dialog.getByRole('radio', { name: '解除统一认证绑定' }).check()
    expect(await at.send('解除统一认证绑定', /\/single-sign-on$/)).toBe(200)
    await at.page.context().close()
  })

  it('who is not known here is told whom to ask', async () => {
    provider.person = { sub: 'stranger', preferred_username: 'stranger' }
    const page = await openPage(browser, { width, typeSize, height: 900 })
    await page.goto(`${address}/desk/sign-in`)
    await page.getByRole('button', { name: '统一认证登录' }).click()
    await page.getByText('请联系管理员').waitFor()
    await sound(page, `desk-${width}-stranger`)
    await page.context().close()
  })
})
