import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Operation, openTestHouse } from '../../../../../../tests/kit/house.ts'
import { type Actor, actorOf } from '../../../../../../tests/kit/houseCast.ts'
import { ABROAD, HERE } from '../../../../../../tests/kit/houseGround.ts'
import { plantStaff } from '../../../../../../tests/kit/houseRows.ts'
import { buildWorld, type World } from '../../../../../../tests/kit/houseWorld.ts'
import { newId } from '../../ids.ts'

// An administrator says by whom a colleague's account is known at the provider.

let world: World
let admin: Actor
let operation: Operation

beforeAll(async () => {
  world = await buildWorld(await openTestHouse())
  admin = await actorOf(world, 'securityAdmin', true)
  const found = world.operations.find(({ id }) => id === 'bindSingleSignOn')
  if (!found) throw new Error('no operation bindSingleSignOn')
  operation = found
})
afterAll(() => world.close())

const account = (ground = HERE) => plantStaff(world, ground, `c${newId().slice(-12)}`)
const bind = (id: string, subject: string | null) =>
  world.ask(operation, admin.token, { params: { id }, body: { subject } })
const bound = async (id: string) =>
  (
    await world.admin.query<{ door: string; bound_by: string; subject_cipher: string }>(
      'select door, bound_by, subject_cipher from identities where account_id = $1',
      [id],
    )
  ).rows

test('a subject is bound once, replaced, and taken away; each time it is on record, the subject in clear nowhere', async () => {
  const id = await account()
  const subject = `person-${newId()}`
  expect((await bind(id, subject)).status).toBe(200)
  expect(await bound(id)).toMatchObject([{ door: 'singleSignOn', bound_by: admin.accountId }])
  expect(JSON.stringify(await bound(id))).not.toContain(subject)
  expect((await bind(id, `${subject}-new`)).status).toBe(200)
  expect(await bound(id)).toHaveLength(1)
  expect((await bind(id, null)).status).toBe(200)
  expect(await bound(id)).toEqual([])
  const { rows } = await world.admin.query<{ bound: boolean; all: string }>(
    `select (facts ->> 'bound')::boolean as bound, a::text as all from audit_entries a
     where action = 'bindSingleSignOn' and subject_id = $1 order by seq`,
    [id],
  )
  expect(rows.map((row) => row.bound)).toEqual([true, true, false])
  expect(JSON.stringify(rows)).not.toContain(subject)
})

test('nobody gets the subject of another, one’s own account is another’s matter, and other regions are not to be found', async () => {
  const [one, two] = [await account(), await account()]
  const subject = newId()
  expect((await bind(one, subject)).status).toBe(200)
  expect(await bind(two, subject)).toMatchObject({ status: 409, body: { code: 'auth.subjectTaken' } })
  expect(await bound(two)).toEqual([])
  expect((await bind(await account(ABROAD), newId())).status).toBe(404)
  expect((await bind(newId(), newId())).status).toBe(404)
  await world.admin.query('update accounts set login = $2 where id = $1', [
    admin.accountId,
    `a${newId().slice(-12)}`,
  ])
  expect((await bind(admin.accountId, newId())).status).toBe(403)
})

test('asks for a proof of the person', async () => {
  await world.admin.query('update sessions set proved_at = null where account_id = $1', [admin.accountId])
  world.house.sessions.forget(admin.accountId)
  expect(await bind(await account(), newId())).toMatchObject({
    status: 403,
    body: { code: 'auth.proveAgain' },
  })
})
