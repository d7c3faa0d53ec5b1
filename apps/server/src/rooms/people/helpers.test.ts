import type { HelperRow } from '@linli/contract/people/shapes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AT, grant, openPeople, type ServedPeople } from '../../../../../tests/kit/peopleRoom.ts'
import type { Actor } from '../../kernel/auth/actor.ts'

let served: ServedPeople
let house: ServedPeople['house']
let intake: ServedPeople['intake']
let far: ServedPeople['far']
let loads: ServedPeople['loads']
let person: ServedPeople['person']

beforeAll(async () => {
  served = await openPeople()
  ;({ house, intake, far, loads, person } = served)
})
afterAll(() => served.close())

describe('helpers', () => {
  let helper: Actor
  beforeAll(async () => {
    helper = await house.signIn('陈建国', [grant('helper', '/s1/c1/')])
    await house.send(helper, '/me/person', { path: AT })
  })

  it('joins, chooses hours, is verified and cleared by staff, and appears with the orders in hand', async () => {
    const joined = await house.send(helper, '/me/helper', {
      servesPath: '/s1/c1/',
      skills: ['plumbing'],
      pointsOptIn: true,
    })
    expect(joined.status).toBe(201)
    const again = await house.send<{ code: string }>(helper, '/me/helper', { servesPath: '/s1/c1/' })
    expect(again.body.code).toBe('people.alreadyHelper')
    const hours = [{ weekday: 6, from: '08:00', to: '20:00' }]
    const settings = { hours, nightEmergencies: true, onLeaveUntil: null, quota: 4 }
    expect((await house.send(helper, '/me/helper/settings', settings)).status).toBe(200)
    expect((await person(helper, helper.personId)).body.helper).toMatchObject({
      name: '陈建国',
      servesName: '桃源社区',
      quota: 4,
      hours,
      nightEmergencies: true,
      homeEntry: false,
      skills: [{ skill: 'plumbing', verified: false }],
    })
    const url = `/people/${helper.personId}`
    expect((await house.send(helper, `${url}/home-entry`, { homeEntry: true })).status).toBe(403)
    expect((await house.send(far, `${url}/home-entry`, { homeEntry: true })).status).toBe(403)
    expect((await house.send(intake, `${url}/home-entry`, { homeEntry: true })).status).toBe(200)
    expect((await house.send(intake, `${url}/skills`, { skill: 'plumbing', verified: true })).status).toBe(
      200,
    )
    expect((await house.send(intake, `${url}/skills`, { skill: 'magic', verified: true })).status).toBe(422)
    loads.set(helper.personId, 2)
    const list = await house.read<{ items: HelperRow[] }>(intake, '/helpers?skill=plumbing')
    expect(list.body.items).toMatchObject([
      {
        personId: helper.personId,
        name: '陈**',
        areaName: '桃源社区 一网格 3栋',
        quota: 4,
        openOrders: 2,
        homeEntry: true,
        skills: [{ verified: true }],
      },
    ])
  })

  it('keeps choices within what the place allows', async () => {
    const choose = async (body: object) =>
      (await house.send<{ code: string }>(helper, '/me/helper/settings', body)).body.code
    expect(await choose({ quota: 50 })).toBe('people.quotaTooHigh')
    expect(await choose({ skills: ['magic'] })).toBe('people.unknownSkill')
    expect(await choose({ hours: [{ weekday: 1, from: '20:00', to: '08:00' }] })).toBe('people.hoursWrong')
    expect(await choose({ servesPath: '/s9/' })).toBe('people.unknownArea')
    expect(await choose({ hours: [{ weekday: 8, from: '8', to: '9' }] })).toBe('kernel.invalid')
  })

  it('lets a helper leave and come back', async () => {
    expect((await house.send(helper, '/me/helper/leave')).status).toBe(200)
    expect((await person(helper, helper.personId)).body.helper).toBeNull()
    expect((await house.send(helper, '/me/helper/leave')).status).toBe(404)
    expect((await house.send(helper, '/me/helper', { servesPath: '/s1/c1/g1/' })).status).toBe(201)
  })
})
