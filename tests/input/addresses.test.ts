import { afterAll, beforeAll, expect, test } from 'vitest'
import { openTestHouse, type TestHouse } from '../kit/house.ts'
import { schemasOf } from './mutations.ts'

// Addresses are written down by browsers and proxies: what opens a door or rings somebody up travels in bodies.

const SECRET = /phone|mobile|code|password|secret|token|totp|proof/i
/** A programme of calendars knows nothing but an address: its secret opens one's own duties alone, and is replaced at will. */
const ONLY_AN_ADDRESS = ['dutyCalendar: secret']

let house: TestHouse
beforeAll(async () => {
  house = await openTestHouse()
})
afterAll(async () => {
  await house.close()
})

test('no address holds a phone, a code, a password or a token', async () => {
  expect(house.operations.length).toBeGreaterThan(100)
  const found = house.operations.flatMap((operation) => {
    const { query, params } = schemasOf(operation)
    const names = [...query.keys(), ...params.keys()]
    return names.filter((name) => SECRET.test(name)).map((name) => `${operation.id}: ${name}`)
  })
  expect(found).toEqual(ONLY_AN_ADDRESS)
})

test('an address that asks the same twice, or what is not asked for, is refused', async () => {
  const orders = await house.house.app.inject('/api/shown?path=/s01/&path=/s02/')
  const areas = await house.house.app.inject('/api/shown?nonesuch=1')
  expect([orders.statusCode, areas.statusCode]).toEqual([400, 400])
})
