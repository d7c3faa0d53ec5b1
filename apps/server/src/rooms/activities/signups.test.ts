import type { ActivityView } from '@linli/contract/activities/shapes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type ActivitiesHouse, inHours, openActivities } from '../../../../../tests/kit/activitiesRoom.ts'
import { byText } from '../../../../../tests/kit/byText.ts'
import type { Actor } from '../../kernel/auth/actor.ts'
import { newId } from '../../kernel/ids.ts'

let rooms: ActivitiesHouse['rooms']
let admin: ActivitiesHouse['admin']
let companions: ActivitiesHouse['companions']
let plan: ActivitiesHouse['plan']
let published: ActivitiesHouse['published']
let signUp: ActivitiesHouse['signUp']
let signUpAll: ActivitiesHouse['signUpAll']
let cancel: ActivitiesHouse['cancel']
let mine: ActivitiesHouse['mine']
let desk: ActivitiesHouse['desk']
let told: ActivitiesHouse['told']
let people: ActivitiesHouse['people']
let close: ActivitiesHouse['close']
beforeAll(async () => {
  ;({
    rooms,
    admin,
    companions,
    plan,
    published,
    signUp,
    signUpAll,
    cancel,
    mine,
    desk,
    told,
    people,
    close,
  } = await openActivities())
})
afterAll(() => close())

describe('signing up', () => {
  it('gives as many seats as there are among thirty-two who press at once, and moves up once', async () => {
    const { id } = await published({ seats: 1 })
    const many = await people(32)
    const answers = await Promise.all(many.map((who) => signUp(who, id, { wait: true })))
    const states = answers.map(({ body }) => body.state)
    expect(states.filter((state) => state === 'signedUp')).toHaveLength(1)
    expect(states.filter((state) => state === 'waiting')).toHaveLength(31)
    const winner = many[states.indexOf('signedUp')]
    const seat = answers.find(({ body }) => body.state === 'signedUp')?.body.id
    if (!winner || !seat) throw new Error('nobody has the seat')
    const ends = await Promise.all([cancel(winner, seat), cancel(winner, seat)])
    expect(ends.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect((await desk(id)).seats[0]).toEqual({ part: 'attend', seats: 1, taken: 1, waiting: 30 })
    expect((await told(id)).filter(([event]) => event === 'signupMovedUp')).toHaveLength(1)
  })

  it('refuses who is late without waiting, a second time, and what is not open', async () => {
    const { id } = await published({ seats: 1 })
    const [one, two] = await people(2)
    if (!one || !two) throw new Error('nobody there')
    expect((await signUp(one, id)).body.state).toBe('signedUp')
    expect((await signUp(one, id)).body.code).toBe('activities.alreadySignedUp')
    expect((await signUp(two, id)).body.code).toBe('activities.full')
    expect((await signUp(two, (await plan()).id)).body.code).toBe('activities.notOpen')
    expect((await signUp(two, (await published({ signUp: false })).id)).body.code).toBe('activities.notOpen')
    expect(
      (await signUp(two, (await published({ helpers: 0 })).id, { part: 'help', wait: true })).body.code,
    ).toBe('activities.notOpen')
  })

  it('never runs out where no number is set', async () => {
    const { id } = await published({ seats: null })
    const answers = await Promise.all((await people(5)).map((who) => signUp(who, id)))
    expect(answers.every(({ body }) => body.state === 'signedUp')).toBe(true)
  })

  it('is for a member of the own household, a child by its guardian who agrees, and nobody else’s', async () => {
    const { id } = await published({ seats: null })
    const [mother, father, stranger] = await people(3)
    const child = await rooms.signIn('小宝')
    if (!mother || !father || !stranger) throw new Error('nobody there')
    const of = (parent: Actor, who: Actor, guardianId: string | null) => ({
      of: parent.personId,
      companion: { personId: who.personId, name: '', isChild: guardianId !== null, guardianId },
    })
    companions.push(
      of(mother, child, mother.personId),
      of(father, child, mother.personId),
      of(mother, father, null),
    )
    const wish = { personId: child.personId, guardian: true }
    expect((await signUp(stranger, id, wish)).body.code).toBe('activities.notOfHousehold')
    expect((await signUp(father, id, wish)).body.code).toBe('activities.guardianOnly')
    expect((await signUp(mother, id, { personId: child.personId })).body.code).toBe('activities.guardianOnly')
    const made = await signUp(mother, id, wish)
    expect(made.body.state).toBe('signedUp')
    expect((await signUp(mother, id, { personId: father.personId })).body.state).toBe('signedUp')
    expect((await mine(mother)).map(({ forName }) => forName).sort(byText)).toEqual(['小宝', '居民1'])
    expect(await mine(stranger)).toEqual([])
    expect((await cancel(stranger, made.body.id)).status).toBe(404)
    expect((await cancel(mother, made.body.id)).status).toBe(200)
  })

  it('is taken by telephone, told to the person, and cancelled by the desk', async () => {
    const { id } = await published()
    const body = {
      id: newId(),
      activityId: id,
      part: 'attend',
      wait: false,
      phone: '13800138000',
      name: '王奶奶',
    }
    expect((await rooms.send(admin, '/activity-signups/by-telephone', body)).status).toBe(201)
    const [seen] = (await desk(id)).signups
    expect(seen).toMatchObject({ name: '王**', how: 'staff', state: 'signedUp' })
    await cancel(admin, body.id)
    expect((await told(id)).map(([event]) => event)).toEqual(['signupMade', 'signupCancelled'])
  })
})

describe('signing up for a series', () => {
  const DAILY = { weekdays: [1, 2, 3, 4, 5, 6, 7], until: inHours(48 + 4 * 24).slice(0, 10) }
  const series = (change: object = {}) => published({ repeat: DAILY, ...change })

  it('takes a seat of every date, each to be cancelled alone, and says how many there are', async () => {
    const { id, slug, dates } = await series({ seats: 5 })
    const view = (await rooms.read<ActivityView>(undefined, `/activities/at/${slug}`)).body
    expect(view.seriesDates).toBe(dates)
    const [who] = await people(1)
    if (!who) throw new Error('nobody there')
    const answer = await signUpAll(who, id)
    expect(answer.body).toMatchObject({ dates, waiting: 0 })
    const signups = await mine(who)
    expect(signups).toHaveLength(dates)
    expect((await cancel(who, signups[0]?.id ?? '')).status).toBe(200)
    expect((await mine(who)).filter(({ state }) => state === 'signedUp')).toHaveLength(dates - 1)
    expect((await signUpAll(who, id)).body.dates).toBe(1) // only what is missing
    expect((await signUpAll(who, id)).body.code).toBe('activities.alreadySignedUp')
  })

  it('gives no seat of any date twice among many who press at once, and leaves out what is full', async () => {
    const { id, dates } = await series({ seats: 2 })
    const many = await people(8)
    const answers = await Promise.all(many.map((who, at) => signUpAll(who, id, { wait: at % 2 === 0 })))
    const made = answers.map(({ body }) => ({ dates: body.dates ?? 0, waiting: body.waiting ?? 0 }))
    const sum = (of: (one: { dates: number; waiting: number }) => number) =>
      made.reduce((all, one) => all + of(one), 0)
    expect(sum((one) => one.dates - one.waiting)).toBe(2 * dates)
    expect((await desk(id)).seats[0]).toMatchObject({ seats: 2, taken: 2 })
    for (const { status, body } of answers) if (status !== 201) expect(body.code).toBe('activities.full')
    expect(answers.some(({ status }) => status === 409)).toBe(true)
  })

  it('of a single date is that date, and of what is not published nothing', async () => {
    const [who] = await people(1)
    if (!who) throw new Error('nobody there')
    expect((await signUpAll(who, (await published()).id)).body.dates).toBe(1)
    expect((await signUpAll(who, (await plan({ repeat: DAILY })).id)).body.code).toBe('activities.notOpen')
  })
})
