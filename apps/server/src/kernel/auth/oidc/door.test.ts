import { generateKeyPairSync } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import sql from 'sql-template-tag'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type DoorsKit, HOME, openDoors, type Worker, worker } from '../../../../../../tests/kit/doors.ts'
import { type Forger, openForger } from '../../../../../../tests/kit/peers/forger.ts'
import { type OpenIdPeer, openIdProvider } from '../../../../../../tests/kit/peers/openIdProvider.ts'
import { type Visitor, visitor } from '../../../../../../tests/kit/peers/visitor.ts'
import { systemScope } from '../actor.ts'
import type { SingleSignOnSettings } from '../doorSettings.ts'

// The whole flow over HTTP against a real OpenID provider; then a forger that signs whatever it is told to.

const MINUTE = 60_000
const RETURN = `${HOME}/desk/sign-in/single-sign-on`
const lost = { status: 401, body: { code: 'auth.wayLost' } }
const unknown = { status: 403, body: { code: 'auth.notAdmitted' } }
let provider: OpenIdPeer
let doors: DoorsKit
let here: Visitor
let someone: Worker

const settings = (more: Partial<SingleSignOnSettings> = {}): SingleSignOnSettings => ({
  issuer: provider.issuer,
  clientId: provider.clientId,
  secret: provider.secret,
  loginClaim: 'preferred_username',
  strongAcr: [],
  strongAmr: ['otp'],
  ...more,
})

beforeAll(async () => {
  provider = await openIdProvider(RETURN)
  doors = await openDoors({ singleSignOn: settings() })
})
afterAll(async () => {
  await doors.close()
  await provider.close()
})
beforeEach(async () => {
  here = visitor(doors.app, HOME)
  someone = await worker(doors.kit)
  provider.person = { sub: `sub-${someone.login}`, preferred_username: someone.login, amr: ['otp'] }
  provider.tokenSeconds = 300
})
afterEach(() => doors.kit.db.setShift(0))

async function goAndReturn(who = here, change: (url: URL) => void = () => {}) {
  const { body, status } = await who.post('/sign-in/single-sign-on/start', { next: '/desk/orders' })
  expect(status).toBe(200)
  const url = new URL(String(body['url']))
  change(url)
  return who.walk(url.href)
}
const finish = (brought: Record<string, string>, who = here) =>
  who.post('/sign-in/single-sign-on/finish', brought)
const enter = async (who = here) => finish((await goAndReturn(who)).brought, who)
const confirm = (code: string, who = here) => who.post('/sign-in/single-sign-on/confirm', { code })
const totp = ({ secret }: Worker, shift = 0) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + shift })
const isIn = (who: Visitor) => who.cookies.has('linli_session')
const results = async (account: string) => {
  const rows = await doors.kit.db.read<{ result: string }>(
    systemScope(1),
    sql`select facts ->> 'result' as result from audit_entries where region_id = 1 and action = 'signInBySingleSignOn' and account_id = ${account}::uuid order by seq`,
  )
  return rows.map(({ result }) => result)
}

describe('a provider that vouches for a second factor', () => {
  test('brings staff straight in, and its subject is bound from then on', async () => {
    const { address, brought } = await goAndReturn()
    expect(address).toBe(RETURN)
    expect(brought['iss']).toBe(provider.issuer)
    const back = await finish(brought)
    expect(back).toMatchObject({ status: 200, body: { next: '/desk/orders', signedIn: true } })
    expect(isIn(here)).toBe(true)
    const [session] = await doors.kit.db.global<{ door: string; hours: number }>(
      sql`select door, extract(epoch from expires_at - created_at)::int / 3600 as hours from sessions where account_id = ${someone.accountId}`,
    )
    expect(session).toEqual({ door: 'singleSignOn', hours: 12 })
    expect(await results(someone.accountId)).toEqual(['entered'])

    // The login given to somebody else at the provider opens nothing; the same subject under a new name still does.
    const usurper = visitor(doors.app, HOME)
    provider.person = { sub: 'somebody-else', preferred_username: someone.login, amr: ['otp'] }
    expect(await enter(usurper)).toMatchObject(unknown)
    const renamed = visitor(doors.app, HOME)
    provider.person = { sub: `sub-${someone.login}`, preferred_username: 'renamed', amr: ['otp'] }
    expect((await enter(renamed)).body['signedIn']).toBe(true)
  })

  test('is asked with PKCE, state and nonce, for nothing but who it is', async () => {
    const { body } = await here.post('/sign-in/single-sign-on/start', { next: '/desk/' })
    const { searchParams } = new URL(String(body['url']))
    expect(Object.fromEntries(searchParams)).toMatchObject({
      response_type: 'code',
      scope: 'openid profile',
      redirect_uri: RETURN,
      code_challenge_method: 'S256',
      state: expect.stringMatching(/^[0-9a-f]{64}$/),
      nonce: expect.stringMatching(/^[\w-]{43}$/),
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
    })
  })
})

describe('a provider that vouches for one factor only', () => {
  beforeEach(() => {
    provider.person = { ...provider.person, amr: ['pwd'] }
  })

  test('leaves our own one-time code to be asked', async () => {
    expect(await enter()).toMatchObject({ status: 200, body: { signedIn: false } })
    expect(isIn(here)).toBe(false)
    const code = totp(someone)
    const wrong = await confirm(code === '000000' ? '000001' : '000000')
    expect(wrong).toMatchObject({ status: 401, body: { code: 'auth.wrongFactor' } })
    expect(await confirm(code)).toMatchObject({ status: 200, body: { next: '/desk/orders' } })
    expect(isIn(here)).toBe(true)
    expect(await results(someone.accountId)).toEqual(['refused', 'entered'])
  })

  test('a code is good once, and the step is done once', async () => {
    await enter()
    const ticket = here.cookies.get('linli_ticket') ?? ''
    const code = totp(someone)
    expect((await confirm(code)).status).toBe(200)
    const again = visitor(doors.app, HOME)
    again.cookies.set('linli_ticket', ticket)
    expect(await confirm(code, again)).toMatchObject({ status: 401, body: { code: 'auth.wrongFactor' } })
    doors.kit.db.setShift(MINUTE)
    expect(await confirm(totp(someone, MINUTE), again)).toMatchObject(lost)
    expect(isIn(again)).toBe(false)
  })

  test('five wrong codes lock, also when they come at once', async () => {
    await enter()
    const code = totp(someone)
    const wrong = code === '000000' ? '000001' : '000000'
    const ticket = here.cookies.get('linli_ticket') ?? ''
    const tries = Array.from({ length: 8 }, () => {
      const one = visitor(doors.app, HOME)
      one.cookies.set('linli_ticket', ticket)
      return confirm(wrong, one)
    })
    for (const { status } of await Promise.all(tries)) expect(status).toBe(401)
    expect(await confirm(code)).toMatchObject({ status: 401 })
    expect(isIn(here)).toBe(false)
  })

  test('after ten minutes one begins again', async () => {
    await enter()
    doors.kit.db.setShift(11 * MINUTE)
    expect(await confirm(totp(someone, 11 * MINUTE))).toMatchObject(lost)
  })

  test('without a ticket, or with one of the step before, there is nothing to confirm', async () => {
    expect(await confirm(totp(someone))).toMatchObject(lost)
    await goAndReturn()
    expect(await confirm(totp(someone))).toMatchObject(lost)
  })
})

describe('what the provider says of strength counts only when it was configured', () => {
  test('amr and acr that nobody configured', async () => {
    const plain = await openDoors({ singleSignOn: settings({ strongAmr: [] }) })
    const who = visitor(plain.app, HOME)
    const one = await worker(plain.kit)
    provider.person = { sub: one.login, preferred_username: one.login, amr: ['otp', 'mfa'], acr: 'mfa' }
    const { body } = await who.post('/sign-in/single-sign-on/start', { next: '/desk/' })
    const back = await finish((await who.walk(String(body['url']))).brought, who)
    await plain.close()
    expect(back).toMatchObject({ status: 200, body: { signedIn: false } })
  })

  test('a configured acr is asked for and believed', async () => {
    const strong = await openDoors({ singleSignOn: settings({ strongAmr: [], strongAcr: ['mfa'] }) })
    const who = visitor(strong.app, HOME)
    const one = await worker(strong.kit)
    provider.person = { sub: one.login, preferred_username: one.login, acr: 'mfa' }
    const { body } = await who.post('/sign-in/single-sign-on/start', { next: '/desk/' })
    expect(new URL(String(body['url'])).searchParams.get('acr_values')).toBe('mfa')
    const back = await finish((await who.walk(String(body['url']))).brought, who)
    await strong.close()
    expect(back).toMatchObject({ status: 200, body: { signedIn: true } })
  })
})

describe('everybody who may not come in gets the same answer', () => {
  test('unknown, closed, of residents, of another place: word for word', async () => {
    const answers = []
    provider.person = { sub: 'stranger', preferred_username: 'stranger', amr: ['otp'] }
    answers.push(await enter())
    provider.person = { sub: 'no-claim', amr: ['otp'] }
    answers.push(await enter(visitor(doors.app, HOME)))
    await doors.kit.db.global(
      sql`update accounts set disabled_at = app_now() where id = ${someone.accountId}`,
    )
    provider.person = { sub: 'closed', preferred_username: someone.login, amr: ['otp'] }
    answers.push(await enter(visitor(doors.app, HOME)))
    const elsewhere = await worker(doors.kit, false)
    provider.person = { sub: 'elsewhere', preferred_username: elsewhere.login, amr: ['pwd'] }
    answers.push(await enter(visitor(doors.app, HOME)))
    for (const answer of answers) expect(answer).toMatchObject(unknown)
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1)
  })

  test('a bound account that was closed since, also between name and code', async () => {
    provider.person = { ...provider.person, amr: ['pwd'] }
    await enter()
    await doors.kit.db.global(
      sql`update accounts set disabled_at = app_now() where id = ${someone.accountId}`,
    )
    expect((await confirm(totp(someone))).status).toBe(401)
    expect(isIn(here)).toBe(false)
  })

  test('who was unbound, or whose account got another subject, between name and code', async () => {
    provider.person = { ...provider.person, amr: ['otp'] }
    await enter(visitor(doors.app, HOME))
    provider.person = { ...provider.person, amr: ['pwd'] }
    await enter()
    const identity = sql`delete from identities where account_id = ${someone.accountId}`
    await doors.kit.db.global(identity)
    expect(await confirm(totp(someone))).toMatchObject(unknown)

    const newcomer = await worker(doors.kit)
    provider.person = { sub: `first-${newcomer.login}`, preferred_username: newcomer.login, amr: ['pwd'] }
    const first = visitor(doors.app, HOME)
    await enter(first)
    provider.person = { sub: `other-${newcomer.login}`, preferred_username: newcomer.login, amr: ['otp'] }
    expect((await enter(visitor(doors.app, HOME))).body['signedIn']).toBe(true)
    expect(await confirm(totp(newcomer), first)).toMatchObject(unknown)
    expect(isIn(first)).toBe(false)
  })

  test('without the login claim only who was bound', async () => {
    const bare = await openDoors({ singleSignOn: settings({ loginClaim: undefined }) })
    const one = await worker(bare.kit)
    provider.person = { sub: one.login, preferred_username: one.login, amr: ['otp'] }
    const who = visitor(bare.app, HOME)
    const { body } = await who.post('/sign-in/single-sign-on/start', { next: '/desk/' })
    const back = await finish((await who.walk(String(body['url']))).brought, who)
    await bare.close()
    expect(back).toMatchObject(unknown)
  })
})

describe('what came back is refused', () => {
  test('a second time', async () => {
    const { brought } = await goAndReturn()
    const ticket = here.cookies.get('linli_ticket') ?? ''
    expect((await finish(brought)).status).toBe(200)
    const again = visitor(doors.app, HOME)
    again.cookies.set('linli_ticket', ticket)
    expect(await finish(brought, again)).toMatchObject(lost)
  })

  test('with another state, in another browser, or after ten minutes', async () => {
    const { brought } = await goAndReturn()
    const other = await goAndReturn(visitor(doors.app, HOME))
    expect(await finish({ ...brought, state: String(other.brought['state']) })).toMatchObject(lost)
    expect(await finish(brought, visitor(doors.app, HOME))).toMatchObject(lost)
    doors.kit.db.setShift(11 * MINUTE)
    expect(await finish(brought)).toMatchObject(lost)
  })

  test('with another nonce, as in a code that was slipped in', async () => {
    const { brought } = await goAndReturn(here, (url) => url.searchParams.set('nonce', 'another'))
    expect(await finish(brought)).toMatchObject(lost)
    expect(doors.warned.at(-1)).toMatchObject({ message: 'single sign-on was refused' })
  })

  test('with a code of another browser’s flow: its verifier does not fit', async () => {
    const { brought } = await goAndReturn()
    const victim = visitor(doors.app, HOME)
    const theirs = await goAndReturn(victim)
    const mixed = { ...theirs.brought, code: String(brought['code']) }
    expect(await finish(mixed, victim)).toMatchObject(lost)
    expect(isIn(victim)).toBe(false)
  })

  test('with a token that has expired', async () => {
    provider.tokenSeconds = -60
    expect(await enter()).toMatchObject(lost)
  })

  test('in the name of another provider', async () => {
    const { brought } = await goAndReturn()
    expect(await finish({ ...brought, iss: 'https://evil.example' })).toMatchObject(lost)
  })

  test('and the operators hear of it without codes or names', () => {
    const told = JSON.stringify(doors.warned)
    expect(told).not.toContain(provider.secret)
    expect(told).not.toMatch(/sub-|stranger/)
  })
})

test.each(['https://evil.example/', '//evil.example', '/\\evil.example'])(
  'nobody is led away: next=%s is refused',
  async (next) => {
    expect((await here.post('/sign-in/single-sign-on/start', { next })).status).toBe(400)
  },
)

describe('a provider that forges', () => {
  let forger: Forger
  let forged: DoorsKit
  const seconds = () => Math.floor(Date.now() / 1000)
  const good = (nonce: string) => ({
    iss: forger.issuer,
    aud: 'linli',
    sub: 'forged',
    nonce,
    iat: seconds(),
    exp: seconds() + 300,
  })
  beforeAll(async () => {
    forger = await openForger()
    forged = await openDoors({
      singleSignOn: settings({ issuer: forger.issuer, clientId: 'linli', loginClaim: undefined }),
    })
  })
  afterAll(async () => {
    await forged.close()
    await forger.close()
  })
  const round = async () => {
    const who = visitor(forged.app, HOME)
    const { body } = await who.post('/sign-in/single-sign-on/start', { next: '/desk/' })
    return finish((await who.walk(String(body['url']))).brought, who)
  }

  test('a sound token of it gets as far as not being known', async () => {
    forger.token = (nonce) => ({ claims: good(nonce) })
    expect(await round()).toMatchObject(unknown)
  })

  const wrongs: [string, (nonce: string) => ReturnType<Forger['token']>][] = [
    ['for somebody else', (nonce) => ({ claims: { ...good(nonce), aud: 'another' } })],
    ['from somebody else', (nonce) => ({ claims: { ...good(nonce), iss: 'https://evil.example' } })],
    ['without a nonce', (nonce) => ({ claims: { ...good(nonce), nonce: undefined } })],
    ['without an end', (nonce) => ({ claims: { ...good(nonce), exp: undefined } })],
    ['without a subject', (nonce) => ({ claims: { ...good(nonce), sub: undefined } })],
    ['that nobody signed', (nonce) => ({ claims: good(nonce), key: 'none' })],
    [
      'signed with another key',
      (nonce) => ({
        claims: good(nonce),
        key: generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey,
      }),
    ],
    [
      'that brings its own key along',
      (nonce) => {
        const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
        const jwk = publicKey.export({ format: 'jwk' })
        return { claims: good(nonce), key: privateKey, header: { alg: 'RS256', jwk } }
      },
    ],
  ]
  test.each(wrongs)('a token %s is refused', async (_, token) => {
    forger.token = token
    expect(await round()).toMatchObject(lost)
  })
})

test('a provider that is away is said to be, and found again when it is back', async () => {
  const away = await openForger()
  const house = await openDoors({ singleSignOn: settings({ issuer: away.issuer }) })
  await away.close()
  const who = visitor(house.app, HOME)
  const start = () => who.post('/sign-in/single-sign-on/start', { next: '/desk/' })
  const told = await start()
  const back = await openForger(Number(new URL(away.issuer).port))
  const found = await start()
  await back.close()
  await house.close()
  expect(found.status).toBe(200)
  expect(told).toMatchObject({ status: 503, body: { code: 'auth.providerSilent' } })
})
