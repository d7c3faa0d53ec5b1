import sql from 'sql-template-tag'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import {
  type ActivitiesHouse,
  HOUR,
  inHours,
  openActivities,
  type Problem,
} from '../../../../../tests/kit/activitiesRoom.ts'
import { type Actor, systemScope } from '../../kernel/auth/actor.ts'
import type { Row } from '../../kernel/db/database.ts'
import { newId } from '../../kernel/ids.ts'
import { followActivities, forgetArrivals, heldActivities, remindSignups } from './index.ts'

let test: ActivitiesHouse['test']
let rooms: ActivitiesHouse['rooms']
let admin: ActivitiesHouse['admin']
let published: ActivitiesHouse['published']
let signUp: ActivitiesHouse['signUp']
let desk: ActivitiesHouse['desk']
let told: ActivitiesHouse['told']
let people: ActivitiesHouse['people']
let close: ActivitiesHouse['close']
beforeAll(async () => {
  ;({ test, rooms, admin, published, signUp, desk, told, people, close } = await openActivities())
})
afterEach(() => test.db.setShift(0))
afterAll(() => close())

describe('at the door', () => {
  it('checks in by the code or the desk, once each, counts heads, and forgets who came', async () => {
    const { id, slug } = await published({ startsAt: inHours(0.5), endsAt: inHours(2) })
    const [one, two, helper] = await people(3)
    if (!one || !two || !helper) throw new Error('nobody there')
    await signUp(one, id)
    const other = await signUp(two, id)
    const help = await signUp(helper, id, { part: 'help' })
    const { doorCode } = await desk(id)
    const arrive = (who: Actor, code: string) =>
      rooms.send<{ arrived: number } & Problem>(who, `/activities/at/${slug}/arrivals`, { code })
    expect((await arrive(one, doorCode === '000000' ? '000001' : '000000')).body.code).toBe(
      'activities.wrongCode',
    )
    expect((await arrive(one, doorCode)).body.arrived).toBe(1)
    expect((await arrive(one, doorCode)).body.code).toBe('activities.notSignedUp')
    expect((await rooms.send(admin, `/activity-signups/${other.body.id}/arrival`)).status).toBe(200)
    expect((await desk(id)).arrived).toBe(2)
    const sum = { heads: 17, words: '来了十七个人。', helped: [{ signupId: help.body.id, minutes: 90 }] }
    const sumUp = (body: object) => rooms.send<Problem>(admin, `/activities/${id}/summary`, body)
    expect((await sumUp(sum)).body.code).toBe('activities.notNow')
    test.db.setShift(HOUR)
    expect((await sumUp({ ...sum, helped: [{ signupId: other.body.id, minutes: 9 }] })).body.code).toBe(
      'activities.notAHelper',
    )
    expect((await sumUp(sum)).status).toBe(200)
    expect((await sumUp(sum)).body.code).toBe('activities.changed')
    const held = await desk(id)
    expect(held).toMatchObject({ heads: 17, helpedMinutes: 90, state: 'held' })
    expect(held.signups.map(({ part, arrived }) => [part, arrived])).toEqual([
      ['attend', false],
      ['attend', false],
      ['help', false],
    ])
    const rows = await heldActivities(
      test.db,
      systemScope(1),
      [{ lo: '/c03/', hi: '/c030' }],
      inHours(-1),
      inHours(3),
    )
    expect(rows.find((row) => row.id === id)).toMatchObject({ heads: 17, helpers: 1, helpedMinutes: 90 })
    expect((await told(id)).some(([event]) => event === 'helpConfirmed')).toBe(true)
  })

  it('reminds once, and forgets who came a day after even without a summary', async () => {
    const { id, slug } = await published({ startsAt: inHours(30), endsAt: inHours(31) })
    const [who] = await people(1)
    if (!who) throw new Error('nobody there')
    await signUp(who, id)
    await remindSignups(test.db, 1)
    test.db.setShift(7 * HOUR)
    await remindSignups(test.db, 1)
    await remindSignups(test.db, 1)
    expect((await told(id)).filter(([event]) => event === 'signupDue')).toEqual([['signupDue', who.personId]])
    test.db.setShift(30 * HOUR)
    const { doorCode } = await desk(id)
    await rooms.send(who, `/activities/at/${slug}/arrivals`, { code: doorCode })
    test.db.setShift(60 * HOUR)
    expect(await forgetArrivals(test.db, 1)).toBeGreaterThan(0)
    expect((await desk(id)).signups.every(({ arrived }) => !arrived)).toBe(true)
    expect((await desk(id)).arrived).toBe(1)
  })
})

it('follows a redraw to the successor of its area', async () => {
  const { id } = await published()
  await test.db.commit(systemScope(1), [
    sql`insert into area_successions (region_id, id, from_path, to_path, is_main, redraw_id) values (1, ${newId()}, '/c03/', '/c04/', true, ${newId()})`,
  ])
  expect(await followActivities(test.db, 1)).toBeGreaterThan(0)
  expect(await followActivities(test.db, 1)).toBe(0)
  const rows = await test.db.read<Row & { path: string }>(
    systemScope(1),
    sql`select path from activities where region_id = 1 and id = ${id}`,
  )
  expect(rows).toEqual([{ path: '/c04/' }])
})
