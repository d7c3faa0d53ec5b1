import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { type Input, openTestHouse, type TestHouse } from '../../../../../tests/kit/house.ts'
import { type Actor, actorOf } from '../../../../../tests/kit/houseCast.ts'
import { breakGround, HERE } from '../../../../../tests/kit/houseGround.ts'

let house: TestHouse
let registrar: Actor
let security: Actor

beforeAll(async () => {
  house = await openTestHouse({ environment: { DEMO: '1' } })
  await breakGround(house)
  registrar = await actorOf(house, 'regionAdmin', true)
  security = await actorOf(house, 'securityAdmin', true)
})
afterAll(() => house.close())
afterEach(() => house.house.db.setShift(0))

type Body = { [name: string]: unknown }
async function ask(token: string | undefined, operation: string, input: Input = {}) {
  const found = house.operations.find(({ id }) => id === operation)
  if (!found) throw new Error(`no operation ${operation}`)
  const { status, body } = await house.ask(found, token, input)
  return { status, body: (body ?? {}) as Body } // what the operation answers
}

/** Signs in by the code that goes to a number. */
async function enter(phone: string) {
  house.house.db.setShift(house.house.db.shift() + 61_000) // one code a minute
  const { body } = await ask(undefined, 'requestCode', { body: { phone } })
  const asked = { phone, code: body['demoCode'], bearer: true }
  return ask(undefined, 'signInWithCode', { body: asked })
}
const whoIs = async (token: unknown) => {
  const { status, body } = await ask(String(token), 'whoAmI')
  return status === 200 ? (body['person'] as { id: string }).id : status // the person of the session
}

it('a number corrected in the register is the one to sign in with; the old one opens nothing of the person', async () => {
  const [before, after] = ['13912340001', '13912340002']
  const first = String((await enter(before)).body['token'])
  const id = String(await whoIs(first))
  expect((await ask(first, 'changeMe', { body: { name: '王奶奶', path: HERE.community } })).status).toBe(200)
  const same = await ask(registrar.token, 'changePerson', { params: { id }, body: { phone: before } })
  expect([same.status, await whoIs(first)], 'the number that it has ends nothing').toEqual([200, id])
  const changed = await ask(registrar.token, 'changePerson', { params: { id }, body: { phone: after } })
  expect(changed.status).toBe(200)

  const second = await enter(after)
  expect([second.status, await whoIs(second.body['token'])]).toEqual([200, id])
  const other = await enter(before)
  expect([other.status, (await whoIs(other.body['token'])) === id]).toEqual([200, false])
  await expect.poll(() => whoIs(first)).toBe(401)
})

it('where the new number has an account already, it enters as the person of the register', async () => {
  const { body } = await enter('13912340003')
  const id = String(await whoIs(body['token']))
  await house.admin.query(
    'update people set phone_hmac = null, phone_cipher = null, phone_tail = null where id = $1',
    [id],
  )
  const other = await enter('13912340004')
  const moved = String(await whoIs(other.body['token']))
  const changed = await ask(registrar.token, 'changePerson', {
    params: { id: moved },
    body: { phone: '13912340003', path: HERE.community },
  })
  expect(changed.status).toBe(200)
  expect(await whoIs((await enter('13912340003')).body['token'])).toBe(moved)
})

it('somebody whose staff account was opened before they ever signed in is shown the staff door', async () => {
  const phone = '13912340005'
  const body = { login: 'worker.number', name: '程新来', phone }
  expect((await ask(security.token, 'createStaffAccount', { body })).status).toBe(201)
  const refused = await enter(phone)
  expect([refused.status, refused.body['code']]).toEqual([403, 'auth.staffDoor'])
})
