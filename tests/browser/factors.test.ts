import { Secret, TOTP } from 'otpauth'
import type { Browser, Page } from 'playwright-core'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createStaffAccount } from '../../apps/server/src/kernel/auth/accounts.ts'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { setPassword } from '../../apps/server/src/kernel/auth/passwordsKept.ts'
import { createSession } from '../../apps/server/src/kernel/auth/sessions.ts'
import { enrolTotp } from '../../apps/server/src/kernel/auth/totp.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { grantStatement } from '../../apps/server/src/rooms/people/index.ts'
import { place, type World } from '../../scenarios/kit/moves.ts'
import { atDesk, type Desk } from '../kit/atDesk.ts'
import {
  assertNoSidewaysScroll,
  axe,
  launchBrowser,
  openPage,
  type PageSettings,
  shoot,
} from '../kit/browser.ts'
import { openPeopledTown, personOf } from '../kit/hand.ts'

// A real browser, and a device of its own making (CDP's virtual authenticator) that holds the passkeys. Passkeys need a
// name, so the town is called localhost here.

const PASSWORD = 'four kettles on the hill'
let browser: Browser
let world: World
let address = ''
beforeAll(async () => {
  browser = await launchBrowser()
  world = await openPeopledTown()
  address = world.address.replace('127.0.0.1', 'localhost')
})
afterAll(async () => {
  await browser.close()
  await world.close()
})

async function withDevice(page: Page): Promise<void> {
  const cdp = await page.context().newCDPSession(page)
  await cdp.send('WebAuthn.enable')
  await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  })
}
/** A session of its own for somebody of the town, in a browser of its own. */
async function phoneOf(name: string, settings: PageSettings = {}): Promise<Page> {
  const { accountId, personId } = personOf(world, name)
  const { token } = await world.house.db.globalTransaction((tx) =>
    createSession(tx, { accountId, region: 1, personId }, 'phone'),
  )
  const page = await openPage(browser, settings)
  await withDevice(page)
  await page
    .context()
    .addCookies([{ name: 'linli_session', value: token, url: address, httpOnly: true, sameSite: 'Lax' }])
  return page
}
/** As if a quarter of an hour had gone by since the person showed who they are. */
async function proofIsOld(accountId: string): Promise<void> {
  await world.house.db.global(
    sql`update sessions set proved_at = app_now() - interval '16 minutes' where account_id = ${accountId}`,
  )
  world.house.sessions.forget(accountId)
}
const proofsOf = async (accountId: string): Promise<string[]> => {
  const rows = await world.house.db.read<{ said: string }>(
    systemScope(1),
    sql`select facts->>'way' || ' ' || (facts->>'result') as said from audit_entries
      where region_id = 1 and action = 'prove' and account_id = ${accountId} order by seq`,
  )
  return rows.map(({ said }) => said)
}

describe('a resident on a phone', () => {
  it('sets a passkey up, signs out, and comes back with it instead of a message', async () => {
    const page = await phoneOf('王秀兰')
    await page.goto(`${address}/me`)
    await page.getByRole('link', { name: /用指纹或人脸登录/ }).click()
    await page.getByRole('button', { name: '在这部手机上设置' }).click()
    await page.getByText('设好了，下次登录就可以用').waitFor()
    await page.getByRole('heading', { level: 2, name: '我的手机' }).waitFor()
    await axe(page)
    await page.goto(`${address}/me`)
    await page.getByRole('button', { name: '退出登录' }).click()
    await page.getByRole('heading', { level: 1 }).first().waitFor()
    await page.goto(`${address}/sign-in?next=${encodeURIComponent('/me/sessions')}`)
    await page.getByRole('button', { name: '设过的，用指纹或人脸登录' }).click()
    await page.getByText('这部手机').waitFor()
    await page.getByText(/谷歌浏览器 · Linux 电脑/).waitFor()
    await page.context().close()
  })

  it('is asked once more when the proof is old, and the very same request goes on', async () => {
    const page = await phoneOf('陈建国')
    const { accountId, phone } = personOf(world, '陈建国')
    await page.goto(`${address}/me/sessions`)
    await page.getByRole('button', { name: '让它退出' }).first().waitFor()
    await proofIsOld(accountId)
    const keys: (string | undefined)[] = []
    page.on('request', (one) => {
      if (one.url().endsWith('/revoke')) keys.push(one.headers()['idempotency-key'])
    })
    await page.getByRole('button', { name: '让它退出' }).first().click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', { name: `发验证码到 ${phone.slice(0, 3)}****${phone.slice(7)}` }).click()
    await dialog.getByText('这是演示，不发短信').waitFor()
    await axe(page)
    await dialog.getByLabel('验证码').fill('12')
    await dialog.getByRole('button', { name: '证明并继续' }).click()
    await dialog.getByText('请填 6 位数字').first().waitFor()
    await dialog.getByRole('button', { name: '替我填上' }).click()
    await dialog.getByRole('button', { name: '证明并继续' }).click()
    await dialog.waitFor({ state: 'detached' })
    await page.getByText('另一处').waitFor({ state: 'hidden' })
    expect(keys).toHaveLength(2)
    expect(keys[0]).toBe(keys[1])
    expect(await proofsOf(accountId)).toEqual(['code proved'])
    await page.getByText('这部手机').waitFor()
    await page.context().close()
  })

  it('who would rather not is told why, and nothing is done', async () => {
    const page = await phoneOf('刘小燕')
    const { accountId } = personOf(world, '刘小燕')
    await page.goto(`${address}/me/sessions`)
    await page.getByRole('button', { name: '让它退出' }).first().waitFor()
    await proofIsOld(accountId)
    await page.getByRole('button', { name: '让它退出' }).first().click()
    await page.getByRole('button', { name: '先不办了' }).click()
    await page.getByText('这一步很重要，请先再证明一次是您本人').waitFor()
    expect(await page.getByText('另一处').count()).toBe(1)
    await page.context().close()
  })
})

describe('staff at a desk', () => {
  let login = ''
  let accountId = ''
  let secret = ''
  let desk: Desk
  let number = 0
  const codeNow = (later = 0) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + later * 30_000 })

  beforeEach(async () => {
    number += 1
    login = `fang.desk${number}`
    const { db, crypto } = world.house
    accountId = await db.globalTransaction(async (tx) => {
      const id = await createStaffAccount(tx, login)
      await setPassword(tx, id, PASSWORD)
      secret = (await enrolTotp(tx, crypto, id, login)).secret
      return id
    })
    await db.commit(systemScope(1), [
      sql`insert into people (region_id, id, account_id, name, path, created_at) values (1, ${newId()}, ${accountId}, '方敏', '/', app_now())`,
      ...(['dispatcher', 'intake'] as const).map((role) =>
        grantStatement(1, { accountId, role, areaPath: '/', unitId: null, postId: null }),
      ),
    ])
    const page = await openPage(browser, { width: 1440, height: 1000 })
    await withDevice(page)
    desk = atDesk(page, address)
    await page.goto(`${address}/desk/account`)
    await desk.main.getByLabel('登录名').fill(login)
    await desk.main.getByLabel('密码').fill(PASSWORD)
    return () => page.context().close()
  })
  const enter = async (): Promise<void> => {
    await desk.main.getByLabel('动态码', { exact: true }).fill(codeNow())
    await desk.press('登录')
    await desk.page.getByRole('heading', { level: 1, name: '我的登录' }).waitFor()
  }

  it('adds a passkey, and it takes the place of the code at the next sign-in', async () => {
    await enter()
    await desk.main.getByLabel('给它起个名字').fill('办公室电脑')
    await desk.press('在这台设备上设一把')
    await desk.reads('办公室电脑')
    await axe(desk.page)
    await desk.page.getByRole('button', { name: '退出' }).click()
    await desk.page.getByRole('heading', { level: 1, name: '登录工作台' }).waitFor()
    await desk.main.getByLabel('登录名').fill(login)
    await desk.main.getByLabel('密码').fill(PASSWORD)
    await desk.press('用通行密钥代替动态码')
    await desk.page.getByRole('banner').getByText('方敏').waitFor()
  })

  it('proves by the code of the authenticator, wrong ones first, then changes the authenticator', async () => {
    await enter()
    await proofIsOld(accountId)
    await desk.press('换一个验证器')
    await desk.dialog.getByLabel('动态码').fill(codeNow() === '000000' ? '000001' : '000000')
    await desk.dialog.getByRole('button', { name: '证明并继续' }).click()
    await desk.dialog.getByText('没有对上').waitFor()
    await axe(desk.page)
    await desk.dialog.getByLabel('动态码').fill(codeNow(1))
    await desk.dialog.getByRole('button', { name: '证明并继续' }).click()
    await desk.reads('用验证器扫这个码')
    secret = (await desk.main.locator('.account-secret').textContent()) ?? ''
    await desk.main.getByLabel('验证器现在显示的 6 位数字').fill(codeNow())
    await desk.press('确认绑定')
    await desk.reads('换好了')
    expect(await proofsOf(accountId)).toEqual(['totp refused', 'totp proved'])
  })

  it('sees a number in clear after a proof, though another question stands open before it', async () => {
    await place(world, '王秀兰', '水龙头水管小修', new Map())
    await enter()
    await desk.page.goto(`${address}/desk/orders/${world.orderId}`)
    await desk.page
      .getByRole('button', { name: /查看完整/ })
      .first()
      .click()
    await desk.dialog.getByLabel('为什么要看').fill('上门前联系')
    await proofIsOld(accountId)
    await desk.dialog.getByRole('button', { name: '记录并查看' }).click()
    const question = desk.page.getByRole('dialog', { name: '请再证明一次是您本人' })
    await question.getByLabel('动态码').fill(codeNow(1))
    await question.getByRole('button', { name: '证明并继续' }).click()
    await desk.page.getByText(personOf(world, '王秀兰').phone).first().waitFor()
    expect(await proofsOf(accountId)).toEqual(['totp proved'])
  })

  it('without any factor yet can do nothing but set one up, and nobody else sees its key', async () => {
    await world.house.db.global(
      sql`update accounts set totp_secret = null, start_until = app_now() + interval '1 day' where id = ${accountId}`,
    )
    await desk.main.getByLabel('我是第一次登录，还没有动态码').check()
    await desk.press('登录')
    await desk.page.getByRole('heading', { level: 1, name: '绑定第二道验证' }).waitFor()
    await desk.press('绑定验证器')
    secret = (await desk.main.locator('.account-secret').textContent()) ?? ''
    await axe(desk.page)
    await desk.main.getByLabel('验证器现在显示的 6 位数字').fill(codeNow())
    await desk.press('确认绑定')
    await desk.page.getByRole('heading', { level: 1, name: '我的登录' }).waitFor()
  })
})

describe('the pages of one’s own sign-in', () => {
  it.each([
    [1440, 18],
    [390, 18],
    [320, 30],
    [1440, 30],
  ] as const)('on desk at %i wide and %i px', async (width, typeSize) => {
    const page = await phoneOf('郑伟', { width, height: 900, typeSize })
    await page.goto(`${address}/desk/account`)
    await page.getByText('这里', { exact: true }).waitFor()
    await assertNoSidewaysScroll(page)
    await shoot(page, `factors-desk-account-${width}-${typeSize}`)
    await proofIsOld(personOf(world, '郑伟').accountId)
    await page.getByRole('button', { name: '在这台设备上设一把' }).click()
    await page
      .getByRole('dialog')
      .getByRole('button', { name: /发验证码到/ })
      .click()
    // Also where a code is on its way from a moment ago: it can be filled in.
    await page.getByRole('dialog').getByRole('textbox', { name: '验证码' }).waitFor()
    await shoot(page, `factors-desk-proof-${width}-${typeSize}`)
    await page.goto(`${address}/desk/sign-in`)
    await page.getByLabel('登录名').waitFor()
    await assertNoSidewaysScroll(page)
    await shoot(page, `factors-desk-sign-in-${width}-${typeSize}`)
    await page.context().close()
  })

  it.each([
    [390, 18],
    [390, 30],
    [320, 30],
    [1440, 18],
  ] as const)('on hand at %i wide and %i px', async (width, typeSize) => {
    const page = await phoneOf('徐建国', { width, height: 844, typeSize })
    for (const path of ['sessions', 'passkeys']) {
      await page.goto(`${address}/me/${path}`)
      await page.locator('.card, .button-primary').first().waitFor()
      await assertNoSidewaysScroll(page)
      await shoot(page, `factors-hand-${path}-${width}-${typeSize}`)
    }
    const { accountId } = personOf(world, '徐建国')
    await page.getByRole('button', { name: '在这部手机上设置' }).waitFor()
    await proofIsOld(accountId)
    await page.getByRole('button', { name: '在这部手机上设置' }).click()
    await page.getByRole('dialog').getByRole('button').first().waitFor()
    await shoot(page, `factors-hand-proof-${width}-${typeSize}`)
    await page.context().close()
  })
})
