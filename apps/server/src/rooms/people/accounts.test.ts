import { Secret, TOTP } from 'otpauth'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { type Input, openTestHouse, type TestHouse } from '../../../../../tests/kit/house.ts'
import { type Actor, actorOf } from '../../../../../tests/kit/houseCast.ts'
import { ABROAD, breakGround, HERE } from '../../../../../tests/kit/houseGround.ts'
import { plantPerson, plantStaff } from '../../../../../tests/kit/houseRows.ts'

const HOUR = 3_600_000
let house: TestHouse
let security: Actor
let names = 0

beforeAll(async () => {
  house = await openTestHouse()
  await breakGround(house)
  security = await actorOf(house, 'securityAdmin', true)
})
afterAll(() => house.close())
afterEach(() => house.house.db.setShift(0))

type Body = { code?: string; [name: string]: unknown }
async function ask(token: string | undefined, operation: string, input: Input = {}, key?: string) {
  const found = house.operations.find(({ id }) => id === operation)
  if (!found) throw new Error(`no operation ${operation}`)
  const { status, body } = await house.ask(found, token, input, key)
  return { status, body: (body ?? {}) as Body } // what the operation answers
}
const to = (id: string, body: object = {}): Input => ({ params: { id }, body })
const reason = '本人来电，当面核对过证件'
const rows = async <R extends object>(text: string, values: unknown[] = []): Promise<R[]> =>
  (await house.admin.query<R>(text, values)).rows
const rolesOf = async (accountId: string): Promise<string[]> =>
  (
    await rows<{ role: string }>(
      `select role from grants where account_id = $1 and (to_at is null or to_at > now()) order by role`,
      [accountId],
    )
  ).map(({ role }) => role)
const audited = (accountId: string) =>
  rows<{ action: string; by: string; reason: string | null; facts: object }>(
    `select action, account_id as by, reason, facts from audit_entries where subject_id = $1 and not facts ? 'refused' order by seq`,
    [accountId],
  )

async function opened(more: { phone?: string; name?: string } = {}) {
  names += 1
  const body = { login: `worker.${names}`, name: '程新来', ...more }
  const answer = await ask(security.token, 'createStaffAccount', { body })
  expect(answer.status).toBe(201)
  return answer.body as { id: string; login: string; password: string; until: string }
}
const signIn = (login: string, password: string, code?: string) =>
  ask(undefined, 'signInWithPassword', { body: { login, password, bearer: true, ...(code ? { code } : {}) } })
const codeOf = (secret: string, later = 0): string =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({
    timestamp: Date.now() + house.house.db.shift() + later * 30_000,
  })
const OWN = 'seven herons over the ferry'

/** The whole of a first sign-in. @returns a token that opens the desk, and the authenticator's key */
async function settled(account: { login: string; password: string }) {
  const first = String((await signIn(account.login, account.password)).body['token'])
  await ask(first, 'changeMyPassword', { body: { old: account.password, password: OWN } })
  const { ticket, secret } = (await ask(first, 'askNewTotp')).body as { ticket: string; secret: string }
  const { body } = await ask(first, 'confirmTotp', { body: { ticket, code: codeOf(secret), bearer: true } })
  return { token: String(body['token'] ?? first), secret }
}
/** Somebody with an account of their own, appointed one of the three. */
async function holderOf(role: string) {
  const account = await opened()
  expect((await ask(security.token, 'appointAdministrator', to(account.id, { role }))).status).toBe(200)
  return account.id
}

describe('the first sign-in of a new colleague', () => {
  test('opens nothing but a password of their own and a second factor, and then everything of their post', async () => {
    const account = await opened()
    expect(account.password).toMatch(/^([a-z2-9]{4}-){4}[a-z2-9]{4}$/)
    const first = String((await signIn(account.login, account.password)).body['token'])
    expect((await ask(first, 'whoAmI')).body['due']).toBe('password')
    for (const operation of ['getMe', 'listMyOrders', 'listStaffAccounts'])
      expect((await ask(first, operation)).status, operation).toBe(403)
    expect((await ask(first, 'getMe')).body.code).toBe('auth.passwordDue')
    const change = (old: string, password: string) =>
      ask(first, 'changeMyPassword', { body: { old, password } })
    expect((await change('somebody-elses-guess', OWN)).body.code).toBe('auth.wrongOldPassword')
    for (const weak of [
      'short',
      'passwordpassword',
      '程新来的密码就是这么长的',
      '西湖的柳树一共二十四棵整',
      account.password,
    ])
      expect([weak, (await change(account.password, weak)).body.code]).toEqual([weak, 'auth.weakPassword'])
    expect((await change(account.password, OWN)).status).toBe(200)
    expect((await ask(first, 'whoAmI')).body['due']).toBe('factor')
    expect((await ask(first, 'getMe')).body.code).toBe('auth.factorDue')

    const { ticket, secret } = (await ask(first, 'askNewTotp')).body as { ticket: string; secret: string }
    const confirmed = await ask(first, 'confirmTotp', {
      body: { ticket, code: codeOf(secret), bearer: true },
    })
    expect(confirmed.status).toBe(200)
    const token = String(confirmed.body['token'] ?? first)
    expect((await ask(token, 'whoAmI')).body['due']).toBeNull()
    expect((await ask(token, 'getMe')).status).toBe(200)
    expect((await signIn(account.login, OWN)).status).toBe(401)
    expect((await signIn(account.login, OWN, codeOf(secret, 1))).status).toBe(200)
    expect((await signIn(account.login, account.password, codeOf(secret, 1))).status).toBe(401)
    expect((await audited(account.id)).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['createStaffAccount', 'changeMyPassword', 'signInWithPassword']),
    )
  })

  test('is over after three days, for the password and for the factor', async () => {
    const [unused, half] = [await opened(), await opened()]
    const first = String((await signIn(half.login, half.password)).body['token'])
    await ask(first, 'changeMyPassword', { body: { old: half.password, password: OWN } })
    house.house.db.setShift(71 * HOUR)
    expect((await signIn(half.login, OWN)).status).toBe(200)
    house.house.db.setShift(73 * HOUR)
    expect((await signIn(unused.login, unused.password)).status).toBe(401)
    expect((await signIn(half.login, OWN)).status).toBe(401)
  })

  test('for somebody of the register keeps the entry; another name is refused, and so is a second account', async () => {
    const phone = '13900007788'
    const registrar = await actorOf(house, 'regionAdmin', true)
    const { body } = await ask(registrar.token, 'registerPerson', {
      body: { name: '吴芳', phone, path: HERE.path },
    })
    const wanted = (name: string) => ({ body: { login: 'wu.fang', name, phone } })
    expect((await ask(security.token, 'createStaffAccount', wanted('吴方'))).body.code).toBe(
      'people.nameDiffers',
    )
    const made = await ask(security.token, 'createStaffAccount', wanted('吴芳'))
    expect(made.status).toBe(201)
    const [person] = await rows<{ account_id: string }>('select account_id from people where id = $1', [
      body['id'],
    ])
    expect(person?.account_id).toBe(made.body['id'])
    const again = { body: { login: 'wu.fang2', name: '吴芳', phone } }
    expect((await ask(security.token, 'createStaffAccount', again)).body.code).toBe('people.accountExists')
    const taken = { body: { login: 'wu.fang', name: '别人' } }
    expect((await ask(security.token, 'createStaffAccount', taken)).body.code).toBe('auth.loginTaken')
  })
})

describe('what a security administrator does to an account', () => {
  test('a new password ends its sessions; with the phone lost the factor goes, too; each is on record with its reason', async () => {
    const account = await opened()
    const { token, secret } = await settled(account)
    const reset = (factor: boolean) =>
      ask(security.token, 'resetStaffAccount', to(account.id, { factor, reason }))
    const first = (await reset(false)).body as { password: string }
    expect((await ask(token, 'getMe')).status).toBe(401)
    expect((await signIn(account.login, OWN, codeOf(secret, 1))).status).toBe(401)
    expect((await signIn(account.login, first.password)).status).toBe(401) // the factor is still asked for
    const second = (await reset(true)).body as { password: string }
    const due = String((await signIn(account.login, second.password)).body['token'])
    expect((await ask(due, 'whoAmI')).body['due']).toBe('password')
    const entries = (await audited(account.id)).filter(({ action }) => action === 'resetStaffAccount')
    expect(entries).toEqual([
      { action: 'resetStaffAccount', by: security.accountId, reason, facts: { factor: false } },
      { action: 'resetStaffAccount', by: security.accountId, reason, facts: { factor: true } },
    ])
  })

  test('locked is unlocked, signed in is signed out, disabled is shut out until it is enabled', async () => {
    const account = await opened()
    const { token, secret } = await settled(account)
    const state = async () => {
      const { body } = await ask(security.token, 'listStaffAccounts', { query: { name: account.login } })
      return (body['items'] as { state: string; hasFactor: boolean; lastSignInOn: string | null }[])[0]
    }
    expect(await state()).toMatchObject({ state: 'active', hasFactor: true })
    expect((await state())?.lastSignInOn).toMatch(/^\d{4}-\d{2}-\d{2}$/)
    for (let tries = 0; tries < 5; tries += 1) await signIn(account.login, 'wrong', codeOf(secret, 1))
    expect((await state())?.state).toBe('locked')
    expect((await ask(security.token, 'unlockStaffAccount', to(account.id))).status).toBe(200)
    expect((await state())?.state).toBe('active')

    expect((await ask(token, 'getMe')).status).toBe(200)
    expect((await ask(security.token, 'endStaffSessions', to(account.id, { reason }))).status).toBe(200)
    expect((await ask(token, 'getMe')).status).toBe(401)

    const disable = () => ask(security.token, 'disableStaffAccount', to(account.id, { reason }))
    expect([(await disable()).status, (await disable()).body.code]).toEqual([200, 'kernel.stale'])
    expect((await state())?.state).toBe('disabled')
    expect((await signIn(account.login, OWN, codeOf(secret, 1))).status).toBe(401)
    expect((await ask(security.token, 'enableStaffAccount', to(account.id, { reason }))).status).toBe(200)
    expect((await signIn(account.login, OWN, codeOf(secret, 1))).status).toBe(200)
  })

  test('who is inside is out when the account is closed, and stays out when it is opened again', async () => {
    const account = await opened()
    const { token } = await settled(account)
    expect((await ask(token, 'getMe')).status).toBe(200)
    for (const operation of ['disableStaffAccount', 'enableStaffAccount']) {
      expect((await ask(security.token, operation, to(account.id, { reason }))).status).toBe(200)
      expect((await ask(token, 'getMe')).status, operation).toBe(401)
    }
  })

  test('never to their own account, a neighbour’s or one of another region', async () => {
    const neighbour = await actorOf(house, 'resident')
    const abroad = await plantStaff(house, ABROAD, 'clerk.abroad')
    for (const [operation, body] of [
      ['resetStaffAccount', { factor: true, reason }],
      ['disableStaffAccount', { reason }],
      ['enableStaffAccount', { reason }],
      ['unlockStaffAccount', {}],
      ['endStaffSessions', { reason }],
      ['appointAdministrator', { role: 'auditor' }],
      ['dismissAdministrator', { role: 'securityAdmin', reason }],
    ] as const) {
      const codes = []
      for (const id of [security.accountId, neighbour.accountId, abroad])
        codes.push((await ask(security.token, operation, to(id, body))).body.code)
      expect([operation, ...codes]).toEqual([
        operation,
        'people.ownAccount',
        'kernel.notFound',
        'kernel.notFound',
      ])
    }
    expect(await rolesOf(security.accountId)).toEqual(['securityAdmin'])
  })

  test('asks for a proof that is fresh', async () => {
    await house.admin.query('update sessions set proved_at = null where account_id = $1', [
      security.accountId,
    ])
    house.house.sessions.forget(security.accountId)
    const { body } = await ask(security.token, 'createStaffAccount', { body: { login: 'late', name: '迟' } })
    expect(body.code).toBe('auth.proveAgain')
    await house.admin.query('update sessions set proved_at = now() where account_id = $1', [
      security.accountId,
    ])
    house.house.sessions.forget(security.accountId)
  })
})

describe('three administrators apart', () => {
  test('of two of the three, granted at the same moment, one stands: 40 times', async () => {
    const pairs = [
      ['regionAdmin', 'auditor'],
      ['auditor', 'securityAdmin'],
      ['securityAdmin', 'regionAdmin'],
    ] as const
    const other = await actorOf(house, 'securityAdmin', true)
    for (let round = 0; round < 40; round += 1) {
      const id = await plantStaff(house, HERE, `race.${round}`)
      const [one, two] = pairs[round % 3] ?? pairs[0]
      const answers = await Promise.all([
        ask(security.token, 'appointAdministrator', to(id, { role: one })),
        ask(other.token, 'appointAdministrator', to(id, { role: two })),
      ])
      expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
      expect(answers.find(({ status }) => status === 409)?.body.code).toBe('people.administratorsApart')
      expect(await rolesOf(id)).toHaveLength(1)
    }
  })

  test('the tables refuse it whoever writes, for any two times that touch', async () => {
    const id = await holderOf('auditor')
    const plant = (role: string, from: string, until: string | null) =>
      house.admin.query(
        `insert into grants (region_id, id, account_id, role, area_path, from_at, to_at)
         values (1, gen_random_uuid(), $1, $2, '/', now() + $3::interval, now() + $4::interval)`,
        [id, role, from, until],
      )
    await expect(plant('regionAdmin', '1 day', null)).rejects.toMatchObject({ code: '23P01' })
    await expect(plant('intake', '1 day', '2 days')).resolves.toBeDefined() // an auditor may work elsewhere
    await expect(plant('securityAdmin', '1 day', null)).rejects.toMatchObject({ code: '23P01' })
    await expect(plant('regionAdmin', '-9 days', '-8 days')).resolves.toBeDefined() // long over
    await expect(plant('regionAdmin', '5 days', '1 day')).resolves.toBeDefined() // ended before it began
  })

  test('who looks after accounts gets no post that opens residents’ data, and may be a volunteer', async () => {
    const id = await holderOf('securityAdmin')
    const admin = await actorOf(house, 'regionAdmin', true)
    const [person] = await rows<{ id: string }>('select id from people where account_id = $1', [id])
    const body = { post: 'regionDuty' }
    const refused = await ask(admin.token, 'assignPost', { params: { id: person?.id ?? '' }, body })
    expect([refused.status, refused.body.code]).toEqual([409, 'people.administratorsApart'])
    expect(await rolesOf(id)).toEqual(['securityAdmin'])
    await expect(
      house.admin.query(
        `insert into grants (region_id, id, account_id, role, area_path, from_at) values (1, gen_random_uuid(), $1, 'helper', $2, now())`,
        [id, HERE.community],
      ),
    ).resolves.toBeDefined()
  })

  test('a security administrator may do what stands here and nothing else; an auditor changes nothing', () => {
    type Row = { role: string }
    const naming = (role: string) =>
      house.operations.filter(({ 'x-authz': authz }) => {
        const named = Array.isArray(authz.rows) ? (authz.rows as readonly Row[]) : []
        return named.some((row) => row.role === role)
      })
    const paths = naming('securityAdmin').map(({ path }) => path)
    expect(paths.length).toBeGreaterThan(0)
    expect(paths.filter((path) => !path.startsWith('/staff-accounts'))).toEqual([])
    const writes = naming('auditor').filter(({ 'x-kind': kind }) => kind !== 'read')
    // Their own filters and columns of a list, and a copy of a ledger that they read: it is recorded and no row changes.
    expect(writes.map(({ id }) => id).toSorted()).toEqual([
      'chooseColumns',
      'exportLedger',
      'removeView',
      'saveView',
    ])
    const readers = naming('regionAdmin').map(({ id }) => id)
    expect(readers).not.toContain('listAudit')
    expect(
      readers.filter((id) => house.operations.find((one) => one.id === id)?.path.startsWith('/staff')),
    ).toEqual([])
  })

  test('an appointment takes effect at once, names its post on the board, and its end is on record', async () => {
    const account = await opened()
    const { token } = await settled(account)
    expect((await ask(token, 'listAudit')).status).toBe(403)
    await ask(security.token, 'appointAdministrator', to(account.id, { role: 'auditor' }))
    expect((await ask(token, 'listAudit')).status).toBe(200)
    const twice = await ask(security.token, 'appointAdministrator', to(account.id, { role: 'auditor' }))
    expect(twice.body.code).toBe('people.postHeld')
    const posts = () =>
      rows<{ post: string; open: boolean }>(
        'select post, to_on is null as open from posts where person_id = (select id from people where account_id = $1)',
        [account.id],
      )
    expect(await posts()).toEqual([{ post: 'auditor', open: true }])
    await holderOf('auditor')
    const end = () => ask(security.token, 'dismissAdministrator', to(account.id, { role: 'auditor', reason }))
    expect((await end()).status).toBe(200)
    expect((await end()).body.code).toBe('people.roleNotHeld')
    expect((await ask(token, 'listAudit')).status).toBe(403)
    expect(await posts()).toEqual([{ post: 'auditor', open: false }])
    expect(await audited(account.id)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ action: 'appointAdministrator', by: security.accountId }),
        expect.objectContaining({ action: 'dismissAdministrator', reason, facts: { role: 'auditor' } }),
      ]),
    )
  })

  test('needs an account that is open and has its own door', async () => {
    const appoint = async (id: string) =>
      (await ask(security.token, 'appointAdministrator', to(id, { role: 'auditor' }))).body.code
    const byPhone = await actorOf(house, 'dispatcher')
    const closed = await opened()
    await ask(security.token, 'disableStaffAccount', to(closed.id, { reason }))
    expect([await appoint(byPhone.accountId), await appoint(closed.id)]).toEqual([
      'people.accountNeeded',
      'people.accountNeeded',
    ])
  })
})

describe('the last of the three', () => {
  const only = async (role: string) => {
    await house.admin.query(
      'update grants set to_at = now() where role = $1 and region_id = 1 and to_at is null',
      [role],
    )
    return holderOf(role)
  }
  const dismiss = (by: string | undefined, id: string, role: string) =>
    ask(by, 'dismissAdministrator', to(id, { role, reason }))
  const disable = (by: string | undefined, id: string) => ask(by, 'disableStaffAccount', to(id, { reason }))

  test.each(['regionAdmin', 'auditor'])('%s is neither dismissed nor shut out', async (role) => {
    const id = await only(role)
    for (const answer of [await dismiss(security.token, id, role), await disable(security.token, id)])
      expect([answer.status, answer.body.code]).toEqual([409, 'people.lastAdmin'])
    expect(await rolesOf(id)).toEqual([role])
    const second = await holderOf(role)
    expect((await disable(security.token, second)).status).toBe(200)
    // A closed account is nobody: with only that one beside, the first is the last again.
    expect((await dismiss(security.token, id, role)).body.code).toBe('people.lastAdmin')
    await ask(security.token, 'enableStaffAccount', to(second, { reason }))
    expect((await dismiss(security.token, id, role)).status).toBe(200)
  })

  test('two security administrators who dismiss or shut each other out at the same moment: one stays, 20 times', async () => {
    for (let round = 0; round < 20; round += 1) {
      await house.admin.query(
        `update grants set to_at = now() where role = 'securityAdmin' and region_id = 1 and to_at is null`,
      )
      const [one, two] = [
        await actorOf(house, 'securityAdmin', true),
        await actorOf(house, 'securityAdmin', true),
      ]
      const answers = await Promise.all([
        round % 2 ? disable(one.token, two.accountId) : dismiss(one.token, two.accountId, 'securityAdmin'),
        dismiss(two.token, one.accountId, 'securityAdmin'),
      ])
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
      const [left] = await rows<{ n: number }>(
        `select count(*)::int as n from grants g join accounts a on a.id = g.account_id and disabled_at is null
         where role = 'securityAdmin' and region_id = 1 and area_path = '/' and to_at is null`,
      )
      expect(left?.n).toBe(1)
    }
    security = await actorOf(house, 'securityAdmin', true)
  })
})

test('the list holds who works here and no neighbour, and is told page by page', async () => {
  const neighbour = await plantPerson(house, HERE, { account: true, phone: true })
  const items: { id: string; name: string }[] = []
  let after: string | null = null
  do {
    const query: Record<string, string> = { limit: '20', ...(after ? { after } : {}) }
    const { body } = await ask(security.token, 'listStaffAccounts', { query })
    items.push(...(body['items'] as typeof items))
    after = body['next'] as string | null // the page's own cursor
  } while (after)
  expect(new Set(items.map(({ id }) => id)).size).toBe(items.length)
  const [person] = await rows<{ account_id: string }>('select account_id from people where id = $1', [
    neighbour,
  ])
  expect(items.map(({ id }) => id)).not.toContain(person?.account_id)
  expect(items.length).toBeGreaterThan(20)
})
