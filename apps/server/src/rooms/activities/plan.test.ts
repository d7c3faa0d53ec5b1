import type { ActivityView } from '@linli/contract/activities/shapes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type ActivitiesHouse,
  HOUR,
  openActivities,
  type Problem,
  WRITTEN,
} from '../../../../../tests/kit/activitiesRoom.ts'
import { newId } from '../../kernel/ids.ts'

let rooms: ActivitiesHouse['rooms']
let admin: ActivitiesHouse['admin']
let plan: ActivitiesHouse['plan']
let published: ActivitiesHouse['published']
let signUp: ActivitiesHouse['signUp']
let mine: ActivitiesHouse['mine']
let desk: ActivitiesHouse['desk']
let told: ActivitiesHouse['told']
let people: ActivitiesHouse['people']
let close: ActivitiesHouse['close']
beforeAll(async () => {
  ;({ rooms, admin, plan, published, signUp, mine, desk, told, people, close } = await openActivities())
})
afterAll(() => close())

describe('planning', () => {
  it('shows nothing before it is published, then to everybody, also as a calendar', async () => {
    const { id, slug } = await plan({ title: '邻里节' })
    expect((await rooms.read(undefined, `/activities/at/${slug}`)).status).toBe(404)
    expect((await rooms.send(admin, `/activities/${id}/publication`, { rest: false })).status).toBe(200)
    expect(
      (await rooms.send<Problem>(admin, `/activities/${id}/publication`, { rest: false })).body.code,
    ).toBe('activities.changed')
    const page = await rooms.read<ActivityView>(undefined, `/activities/at/${slug}`)
    expect(page.body).toMatchObject({
      title: '邻里节',
      themeName: { zh: '邻里节' },
      health: false,
      seats: [
        { part: 'attend', seats: 2, taken: 0, waiting: 0 },
        { part: 'help', seats: 1, taken: 0, waiting: 0 },
      ],
    })
    const feed = await rooms.read(undefined, '/activities/calendar?area=/c03/')
    expect(feed.bytes.toString()).toContain('SUMMARY:邻里节')
    const list = await rooms.read<{ items: { slug: string }[] }>(undefined, '/activities?kind=afterSchool')
    expect(list.body.items.map((one) => one.slug)).toContain(slug)
  })

  it('plans a series of dates, publishes and calls off what is to come of it', async () => {
    const day = (days: number) =>
      new Date(Date.now() + days * 24 * HOUR + 8 * HOUR).toISOString().slice(0, 10)
    const { id, dates } = await plan({ repeat: { weekdays: [1, 2, 3, 4, 5, 6, 7], until: day(8) } })
    expect(dates).toBeGreaterThan(5)
    const answer = await rooms.send<{ dates: number }>(admin, `/activities/${id}/publication`, { rest: true })
    expect(answer.body.dates).toBe(dates)
    const off = { rest: true, reason: '放假' }
    const called = await rooms.send<{ dates: number }>(admin, `/activities/${id}/calling-off`, off)
    expect(called.body.dates).toBe(dates)
    expect((await plan({ repeat: { weekdays: [1], until: day(-3) } })).code).toBe('activities.noDates')
  })

  it('is refused outside the own area, for unknown kinds and places that are not there', async () => {
    expect((await plan({ path: '/c04/' })).status).toBe(403)
    for (const wrong of [
      { kind: 'party' },
      { theme: 'none' },
      { stationId: newId() },
      { endsAt: WRITTEN.startsAt },
    ])
      expect((await plan(wrong)).code).toBe('kernel.invalid')
  })
})

describe('changes', () => {
  it('tells those signed up when time or place change or it is called off, and not else', async () => {
    const { id } = await published()
    const [who] = await people(1)
    if (!who) throw new Error('nobody there')
    await signUp(who, id)
    const change = (version: number, more: object) =>
      rooms.send<Problem>(admin, `/activities/${id}/changes`, { ...WRITTEN, version, ...more })
    expect((await change(2, { bring: '水' })).status).toBe(200)
    expect((await change(2, {})).body.code).toBe('activities.changed')
    expect((await change(3, { place: '河边 2 号' })).status).toBe(200)
    await rooms.send(admin, `/activities/${id}/calling-off`, { rest: false, reason: '下大雨' })
    expect((await told(id)).slice(1)).toEqual([
      ['activityChanged', who.personId],
      ['activityCalledOff', who.personId],
    ])
    expect((await mine(who))[0]).toMatchObject({ activityState: 'calledOff' })
  })

  it('gives more seats to those who wait longest, and never fewer than are taken', async () => {
    const { id } = await published({ seats: 2 })
    const four = await people(4)
    for (const who of four) await signUp(who, id, { wait: true })
    const change = (version: number, seats: number) =>
      rooms.send<Problem>(admin, `/activities/${id}/changes`, { ...WRITTEN, version, seats })
    expect((await change(2, 1)).body.code).toBe('activities.seatsTaken')
    expect((await change(2, 3)).status).toBe(200)
    expect((await desk(id)).seats[0]).toEqual({ part: 'attend', seats: 3, taken: 3, waiting: 1 })
    expect((await told(id)).at(-1)).toEqual(['signupMovedUp', four[2]?.personId])
  })
})
