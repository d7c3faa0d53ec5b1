import sql from 'sql-template-tag'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type DoorsKit, HOME, openDoors, phoneWithCode } from '../../../../../../tests/kit/doors.ts'
import { type Visitor, visitor } from '../../../../../../tests/kit/peers/visitor.ts'
import { openWeChat, type WeChatPeer } from '../../../../../../tests/kit/peers/weChat.ts'
import { newId } from '../../ids.ts'
import { systemScope } from '../actor.ts'

// The whole way over HTTP: our page, WeChat's page, back to ours, and what must not be possible on it.

const MINUTE = 60_000
let weChat: WeChatPeer
let doors: DoorsKit
let here: Visitor
let number = 0

beforeAll(async () => {
  weChat = await openWeChat()
  const { appId, secret, authorizeUrl, apiUrl } = weChat
  doors = await openDoors({ wechat: { appId, secret, authorizeUrl, apiUrl } })
})
afterAll(async () => {
  await doors.close()
  await weChat.close()
})
beforeEach(() => {
  number += 1
  weChat.openid = `o6_bmjrPTlm6_2sgVt7hMZOPfL${number}`
  here = visitor(doors.app, HOME)
})
afterEach(() => {
  weChat.answer = undefined
  doors.kit.db.setShift(0)
})

async function goAndReturn(who = here, next = '/orders') {
  const { body } = await who.post('/sign-in/wechat/start', { next })
  return who.walk(String(body['url']))
}
const finish = (brought: Record<string, string>, who = here) => who.post('/sign-in/wechat/finish', brought)
/** Signs in for the first time. @returns the phone it was bound to */
async function bindFresh(who = here): Promise<string> {
  await finish((await goAndReturn(who)).brought, who)
  const proof = await phoneWithCode(doors.codes)
  const answer = await who.post('/sign-in/wechat/bind', proof)
  expect(answer.status).toBe(200)
  return proof.phone
}
const accountOf = async (who: Visitor) => {
  const [row] = await doors.kit.db.global<{ account_id: string }>(
    sql`select account_id from sessions where revoked_at is null order by created_at desc, id desc limit 1`,
  )
  expect(who.cookies.has('linli_session')).toBe(true)
  return row?.account_id ?? ''
}

describe('the first time', () => {
  test('asks for a phone by its code, then remembers', async () => {
    const { address, brought } = await goAndReturn()
    expect(address).toBe(`${HOME}/sign-in/wechat`)
    const back = await finish(brought)
    expect(back).toMatchObject({ status: 200, body: { next: '/orders', signedIn: false } })
    expect(here.cookies.has('linli_session')).toBe(false)
    const proof = await phoneWithCode(doors.codes)
    expect(await here.post('/sign-in/wechat/bind', proof)).toMatchObject({
      status: 200,
      body: { next: '/orders' },
    })
    const account = await accountOf(here)

    const later = visitor(doors.app, HOME)
    const again = await finish((await goAndReturn(later, '/inbox')).brought, later)
    expect(again).toMatchObject({ status: 200, body: { next: '/inbox', signedIn: true } })
    expect(await accountOf(later)).toBe(account)
  })

  test('the cookies: the session’s for every page, the ticket’s for ten minutes, neither for scripts', async () => {
    const { body, setCookies } = await here.post('/sign-in/wechat/start', { next: '/' })
    expect(setCookies).toHaveLength(1)
    expect(setCookies[0]).toMatch(/^__Host-linli_ticket=/)
    for (const flag of ['Path=/;', 'HttpOnly', 'Secure', 'SameSite=Strict', 'Max-Age=600'])
      expect(setCookies[0]).toContain(flag)
    const back = await finish((await here.walk(String(body['url']))).brought)
    expect(back.body['signedIn']).toBe(false)
    const bound = await here.post('/sign-in/wechat/bind', await phoneWithCode(doors.codes))
    expect(bound.setCookies.join('\n')).toMatch(/linli_session=.*Path=\/;.*HttpOnly; Secure; SameSite=Lax/)
    expect(here.cookies.has('linli_ticket')).toBe(false)
    expect(JSON.stringify([body, back.body, bound.body])).not.toContain(weChat.openid)
  })

  test('a wrong code binds nothing, and the right one still does', async () => {
    await finish((await goAndReturn()).brought)
    const { phone, code } = await phoneWithCode(doors.codes)
    const wrong = await here.post('/sign-in/wechat/bind', {
      phone,
      code: code === '000000' ? '000001' : '000000',
    })
    expect(wrong).toMatchObject({ status: 401, body: { code: 'auth.wrongCode' } })
    expect((await here.post('/sign-in/wechat/bind', { phone, code })).status).toBe(200)
  })

  test('what is kept of it: neither the openid nor the phone', async () => {
    const phone = await bindFresh()
    const [row] = await doors.kit.db.global<{ all: string }>(
      sql`select string_agg(i::text, '|') || (select string_agg(t::text, '|') from door_tickets t) as all from identities i`,
    )
    expect(row?.all).not.toContain(weChat.openid)
    expect(row?.all).not.toContain(Buffer.from(weChat.openid).toString('hex'))
    expect(row?.all).not.toContain(phone)
  })

  test('is written into the record', async () => {
    await bindFresh()
    const account = await accountOf(here)
    const rows = await doors.kit.db.read(
      systemScope(1),
      sql`select person_id from audit_entries where region_id = 1 and action = 'bindWeChat' and subject_id = ${account}::uuid`,
    )
    expect(rows).toHaveLength(1)
  })
})

describe('what came back is refused', () => {
  const lost = { status: 401, body: { code: 'auth.wayLost' } }

  test('with another state', async () => {
    const { brought } = await goAndReturn()
    const other = await goAndReturn(visitor(doors.app, HOME))
    const before = weChat.exchanges
    expect(await finish({ ...brought, state: String(other.brought['state']) })).toMatchObject(lost)
    expect(weChat.exchanges).toBe(before) // the code was not even sent on
  })

  test('in another browser, which has no ticket or one of its own', async () => {
    const { brought } = await goAndReturn()
    const thief = visitor(doors.app, HOME)
    expect(await finish(brought, thief)).toMatchObject(lost)
    await thief.post('/sign-in/wechat/start', { next: '/' })
    expect(await finish(brought, thief)).toMatchObject(lost)
    expect(thief.cookies.has('linli_session')).toBe(false)
  })

  test('a second time, also when both come at once', async () => {
    await bindFresh()
    here = visitor(doors.app, HOME)
    const { brought } = await goAndReturn()
    const ticket = here.cookies.get('linli_ticket') ?? ''
    const visitors = Array.from({ length: 6 }, () => {
      const one = visitor(doors.app, HOME)
      one.cookies.set('linli_ticket', ticket)
      return one
    })
    const answers = await Promise.all(visitors.map((one) => finish(brought, one)))
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(answers.filter(({ body }) => body['code'] === 'auth.wayLost')).toHaveLength(5)
  })

  test('after ten minutes', async () => {
    const { brought } = await goAndReturn()
    doors.kit.db.setShift(10 * MINUTE + 1000)
    expect(await finish(brought)).toMatchObject(lost)
  })

  test('with a ticket that was changed, or one of another step', async () => {
    const { brought } = await goAndReturn()
    const ticket = here.cookies.get('linli_ticket') ?? ''
    here.cookies.set('linli_ticket', `${ticket.slice(0, -2)}xx`)
    expect(await finish(brought)).toMatchObject(lost)
    here.cookies.set('linli_ticket', ticket)
    expect(await here.post('/sign-in/wechat/bind', await phoneWithCode(doors.codes))).toMatchObject(lost)
  })

  test('with a code that WeChat does not know', async () => {
    const { brought } = await goAndReturn()
    expect(await finish({ ...brought, code: 'invented' })).toMatchObject(lost)
  })

  test('in WeChat’s preview, where everybody is the same made-up user', async () => {
    const { brought } = await goAndReturn()
    weChat.answer = { openid: 'o-snapshot', is_snapshotuser: 1 }
    expect(await finish(brought)).toMatchObject({ status: 403, body: { code: 'auth.wechatPreview' } })
  })

  test.each([
    ['an error of its own', { errcode: 40125, errmsg: 'invalid appsecret' }],
    ['nothing of use', {}],
  ])('when WeChat answers %s; the operators hear of it without secrets', async (_, said) => {
    const { brought } = await goAndReturn()
    weChat.answer = said
    expect(await finish(brought)).toMatchObject({ status: 503, body: { code: 'auth.wechatSilent' } })
    expect(doors.warned.at(-1)).toMatchObject({ message: 'WeChat refused' })
    expect(JSON.stringify(doors.warned)).not.toContain(weChat.secret)
    expect(JSON.stringify(doors.warned)).not.toContain(String(brought['code']))
  })

  test('from a page of another site', async () => {
    const { brought } = await goAndReturn()
    const answer = await here.post('/sign-in/wechat/finish', brought, { 'sec-fetch-site': 'cross-site' })
    expect(answer.status).toBe(403)
  })
})

test.each([
  'https://evil.example',
  '//evil.example',
  '/\\evil.example',
  '/\t/evil.example',
  'javascript:alert(1)',
  '',
])('nobody is led away: next=%s is refused', async (next) => {
  expect((await here.post('/sign-in/wechat/start', { next })).status).toBe(400)
})

test('the way leads to WeChat and back to our own address, whatever address the request claims', async () => {
  const { body } = await here.post('/sign-in/wechat/start', { next: '/' }, { host: 'evil.example' })
  const url = new URL(String(body['url']))
  expect(`${url.origin}${url.pathname}`).toBe(weChat.authorizeUrl)
  expect(url.searchParams.get('redirect_uri')).toBe(`${HOME}/sign-in/wechat`)
  expect(url.searchParams.get('scope')).toBe('snsapi_base')
  expect(url.hash).toBe('#wechat_redirect')
})

describe('accounts that may not come in this way', () => {
  test('staff, also those who bound their WeChat before', async () => {
    await bindFresh()
    const account = await accountOf(here)
    await doors.kit.db.global(
      sql`update accounts set login = ${`s${number}${Date.now()}`} where id = ${account}`,
    )
    const later = visitor(doors.app, HOME)
    const answer = await finish((await goAndReturn(later)).brought, later)
    expect(answer).toMatchObject({ status: 403, body: { code: 'auth.staffDoor' } })
    expect(later.cookies.has('linli_session')).toBe(false)
  })

  test('closed ones', async () => {
    await bindFresh()
    await doors.kit.db.global(
      sql`update accounts set disabled_at = app_now() where id = ${await accountOf(here)}`,
    )
    const later = visitor(doors.app, HOME)
    expect(await finish((await goAndReturn(later)).brought, later)).toMatchObject({
      status: 403,
      body: { code: 'auth.accountClosed' },
    })
  })

  test('a phone of staff is refused at binding, and the WeChat stays free', async () => {
    const phone = await bindFresh()
    await doors.kit.db.global(
      sql`update accounts set login = ${`t${number}${Date.now()}`} where id = ${await accountOf(here)}`,
    )
    const other = visitor(doors.app, HOME)
    weChat.openid = `${weChat.openid}-other`
    await finish((await goAndReturn(other)).brought, other)
    doors.kit.db.setShift(2 * MINUTE)
    const code = await doors.codes.request(1, phone)
    expect(await other.post('/sign-in/wechat/bind', { phone, code })).toMatchObject({
      body: { code: 'auth.staffDoor' },
    })
    expect((await other.post('/sign-in/wechat/bind', await phoneWithCode(doors.codes))).status).toBe(200)
  })
})

describe('my WeChat', () => {
  const unbind = (who: Visitor, key = newId()) =>
    who.post('/me/doors/wechat/unbind', {}, { 'idempotency-key': key })

  test('is shown as bound, unbound by oneself, and must be proved anew', async () => {
    await bindFresh()
    expect((await here.get('/me/doors')).body).toMatchObject({ wechat: { boundAt: expect.any(String) } })
    const key = newId()
    for (let times = 0; times < 2; times += 1) expect((await unbind(here, key)).status).toBe(200)
    expect((await here.get('/me/doors')).body).toEqual({ wechat: null })
    const later = visitor(doors.app, HOME)
    expect((await finish((await goAndReturn(later)).brought, later)).body['signedIn']).toBe(false)
  })

  test('is one: a new one takes the place of the old', async () => {
    const phone = await bindFresh()
    const old = weChat.openid
    weChat.openid = `${old}-new`
    const other = visitor(doors.app, HOME)
    await finish((await goAndReturn(other)).brought, other)
    doors.kit.db.setShift(2 * MINUTE)
    const bound = await other.post('/sign-in/wechat/bind', {
      phone,
      code: await doors.codes.request(1, phone),
    })
    expect(bound.status).toBe(200)
    weChat.openid = old
    const third = visitor(doors.app, HOME)
    expect((await finish((await goAndReturn(third)).brought, third)).body['signedIn']).toBe(false)
  })

  test('waiting for two phones at once is bound to one of them', async () => {
    const twins = await Promise.all(
      [0, 1].map(async () => {
        const one = visitor(doors.app, HOME)
        await finish((await goAndReturn(one)).brought, one)
        return { one, proof: await phoneWithCode(doors.codes) }
      }),
    )
    const answers = await Promise.all(twins.map(({ one, proof }) => one.post('/sign-in/wechat/bind', proof)))
    expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])
    expect(answers.find(({ status }) => status === 409)?.body['code']).toBe('auth.wechatTaken')
  })
})

test('used tickets are swept after a day', async () => {
  await bindFresh()
  const count = async () =>
    (await doors.kit.db.global<{ n: number }>(sql`select count(*) as n from door_tickets`))[0]?.n
  await doors.sweep()
  expect(await count()).toBeGreaterThan(0)
  doors.kit.db.setShift(25 * 60 * MINUTE)
  await doors.sweep()
  expect(await count()).toBe(0)
})

describe('which doors are open', () => {
  test('is told to everybody, and a closed one says so', async () => {
    expect((await here.get('/sign-in/doors')).body).toEqual({
      phone: true,
      wechat: true,
      singleSignOn: false,
    })
    const closed = await here.post('/sign-in/single-sign-on/start', { next: '/' })
    expect(closed).toMatchObject({ status: 404, body: { code: 'auth.doorClosed' } })
  })

  test('a house without a sender says that codes do not leave', async () => {
    const bare = await openDoors({}, false)
    const told = await visitor(bare.app, HOME).get('/sign-in/doors')
    await bare.close()
    expect(told.body).toEqual({ phone: false, wechat: false, singleSignOn: false })
  })
})
