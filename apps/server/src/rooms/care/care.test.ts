import type { CareRhythm } from '@linli/contract'
import type { CareChoices, CarePage, CareView, MyCare } from '@linli/contract/care/shapes'
import type { Static } from '@linli/contract/schema'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { byText } from '../../../../../tests/kit/byText.ts'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { type ServedRooms, serveRooms } from '../../../../../tests/kit/rooms.ts'
import type { Actor, Grant } from '../../kernel/auth/actor.ts'
import { softwareProvider } from '../../kernel/crypto/softwareProvider.ts'
import { newId } from '../../kernel/ids.ts'
import { careRoom } from './http.ts'
import { alarmCare } from './jobs.ts'
import { listenersOf } from './listeners.ts'
import type { CareNeeds, WantedOrder } from './needs.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const HOME = '/s1/c1/g1/b3/'
const source = { document: '临川', mechanism: '童伴妈妈' }
const words = (zh: string) => ({ zh, en: zh })
const tells = [0, 60, 120, 180] as const
const rhythms: readonly CareRhythm[] = [
  { key: 'daily', name: words('每日一联系'), every: 'day', needs: 'contact', by: '18:00', tells, source },
  { key: 'weekly', name: words('每周一家访'), every: 'week', needs: 'meeting', by: '18:00', tells, source },
]

let database: TestDatabase
let house: ServedRooms
let admin: pg.Client
let needs: CareNeeds
let placed: WantedOrder[] = []
let desk: Actor
let elsewhere: Actor
let carer: Actor
let deputy: Actor
let another: Actor
let stranger: Actor
const grant = (role: Grant['role'], areaPath: string): Grant => ({ role, areaPath, unitId: null })

beforeAll(async () => {
  database = await testDatabase()
  admin = new pg.Client({ connectionString: database.adminUrl })
  await admin.connect()
  needs = {
    db: database.db,
    crypto: softwareProvider(Buffer.alloc(32, 7)),
    terms: async () => ({ rhythms, unseenDays: 7 }),
    helpersServing: async (_region, _path, ids) =>
      [carer, deputy, another].map(({ personId }) => personId).filter((id) => !ids || ids.includes(id)),
    placeOrder: async (_region, wanted) => {
      placed = [...placed.filter(({ id }) => id !== wanted.id), wanted]
    },
  }
  house = await serveRooms(database.db, [careRoom(needs)])
  desk = await house.signIn('赵敏', [grant('dispatcher', '/s1/c1/')])
  elsewhere = await house.signIn('钱远', [grant('dispatcher', '/s1/c10/')])
  for (const one of [desk, elsewhere])
    await admin.query(
      `insert into grants (region_id, id, account_id, role, area_path, from_at) values (1, $1, $2, 'dispatcher', $3, now())`,
      [newId(), one.accountId, one === desk ? '/s1/c1/' : '/s1/c10/'],
    )
  carer = await house.signIn('童妈妈')
  deputy = await house.signIn('李阿姨')
  another = await house.signIn('王阿姨')
  stranger = await house.signIn('路人')
})
afterEach(() => {
  database.db.setShift(0)
  placed = []
})
afterAll(async () => {
  await house.close()
  await admin.end()
  await database.close()
})

/** A day of the region's calendar, so many days from now. */
const day = (ahead: number): string =>
  new Date(Date.now() + 8 * HOUR + ahead * DAY).toISOString().slice(0, 10)
/** Sets the database's clock to an hour of a day of the region, so many days from now. */
function at(ahead: number, hour: number): string {
  const moment = Date.parse(`${day(ahead)}T${String(hour).padStart(2, '0')}:00:00+08:00`)
  database.db.setShift(moment - Date.now())
  return new Date(moment).toISOString()
}

type Home = { person: Actor; guardian: Actor; householdId: string }
async function settle(isChild = false): Promise<Home> {
  const householdId = newId()
  const [person, guardian] = [await house.signIn('林小明'), await house.signIn('林桂英')]
  await admin.query(
    `insert into households (region_id, id, path, room, address_cipher, address_hmac, opened_at) values (1, $1, $2, $3, 'x', $4, now())`,
    [householdId, HOME, householdId.slice(-4), Buffer.from(householdId)],
  )
  for (const { personId } of [person, guardian])
    await admin.query(
      `insert into household_members (region_id, id, household_id, person_id, from_at) values (1, $1, $2, $3, now() - interval '1 day')`,
      [newId(), householdId, personId],
    )
  if (isChild)
    await admin.query(
      `insert into card_members (region_id, household_id, person_id, tie, guardian_id, minor_until, expires_at) values (1, $1, $2, 'grandchild', $3, $4, now() + interval '1 year')`,
      [householdId, person.personId, guardian.personId, day(300)],
    )
  return { person, guardian, householdId }
}
const wanted = ({ person, householdId }: Home) => ({
  id: newId(),
  personId: person.personId,
  householdId,
  carerId: carer.personId,
  deputies: [deputy.personId, another.personId],
  rhythms: ['daily', 'weekly'],
  from: day(0),
  until: day(200),
  way: 'paper',
})
async function begin(more: object = {}, isChild = false): Promise<Home & { id: string }> {
  const home = await settle(isChild)
  const body = { ...wanted(home), ...more }
  const answer = await house.send(desk, '/care-plans', body)
  expect(answer.status, JSON.stringify(answer.body)).toBe(201)
  return { ...home, id: body.id }
}
const view = async (actor: Actor, id: string) => house.read<CareView>(actor, `/care-plans/${id}`)
const line = async (id: string, rhythm = 'daily') => {
  const { rows } = await admin.query<{
    due: string
    next: string | null
    step: number
    order: string | null
  }>(
    `select due_at as due, next_at as next, step, order_id as "order" from care_lines where plan_id = $1 and rhythm = $2`,
    [id, rhythm],
  )
  return rows[0]
}
const contact = (plan: string, moment: string, more: object = {}) => ({
  id: newId(),
  plan,
  rhythm: 'daily',
  outcome: 'spoke',
  orders: [],
  at: moment,
  ...more,
})
const record = (actor: Actor, ...contacts: object[]) =>
  house.send<{ code?: string }>(actor, '/care-contacts', { contacts })
const told = async (id: string): Promise<[string, string[]][]> => {
  const { rows } = await admin.query<{ topic: string; people: string[] }>(
    `select topic, payload -> 'people' as people from outbox where payload ->> 'id' = $1 order by at, id`,
    [id],
  )
  return rows.map(({ topic, people }) => [topic, people])
}
const hear = async (id: string): Promise<void> => {
  const { rows } = await admin.query<{ id: string; payload: { [key: string]: unknown } }>(
    `select id, payload from outbox where topic = 'care.orderWanted.1' and payload ->> 'id' = $1`,
    [id],
  )
  const events = rows.map((row) => ({ ...row, region: 1, topic: 'care.orderWanted.1', at: '' }))
  // Twice: what is heard may be heard again.
  for (const _again of [1, 2]) await listenersOf(needs)['care.orderWanted.1']?.hear(events)
}

describe('consent', () => {
  it('nothing is due before the person has agreed, and nobody else can agree for them', async () => {
    const { id, person, guardian } = await begin({ way: 'phone' })
    expect(await line(id)).toMatchObject({ next: null, step: 0 })
    at(30, 20)
    expect(await alarmCare(needs, 1)).toBe(0)
    database.db.setShift(0)
    for (const other of [guardian, carer, desk, stranger])
      expect((await house.send(other, `/care-plans/${id}/answer`, { agrees: true })).status).toBe(404)
    expect((await house.send(person, `/care-plans/${id}/answer`, { agrees: true })).status).toBe(200)
    expect((await line(id))?.next).not.toBeNull()
    const again = await house.send<{ code: string }>(person, `/care-plans/${id}/answer`, { agrees: false })
    expect(again.body.code).toBe('care.answeredAlready')
  })

  it('of a child the guardian agrees, ends it and reads who came; the child’s plan ends with the fourteenth birthday', async () => {
    const home = await settle(true)
    const late = await house.send<{ code: string }>(desk, '/care-plans', { ...wanted(home), until: day(301) })
    expect(late.body.code).toBe('care.untilWrong')
    const body = { ...wanted(home), way: 'phone' }
    await house.send(desk, '/care-plans', body)
    expect((await house.send(home.person, `/care-plans/${body.id}/answer`, { agrees: true })).status).toBe(
      404,
    )
    expect((await house.send(home.guardian, `/care-plans/${body.id}/answer`, { agrees: true })).status).toBe(
      200,
    )
    expect((await view(home.guardian, body.id)).body).toMatchObject({
      side: 'ward',
      name: '林小明',
      mayEnd: true,
    })
    expect((await house.send(home.guardian, `/care-plans/${body.id}/end`, {})).status).toBe(200)
    expect(await line(body.id)).toBeUndefined()
    expect((await house.send<{ code: string }>(desk, `/care-plans/${body.id}/end`, {})).body.code).toBe(
      'care.endedAlready',
    )
  })

  it('a no ends it at once, and another may be proposed', async () => {
    const plan = await begin({ way: 'phone' })
    await house.send(plan.person, `/care-plans/${plan.id}/answer`, { agrees: false })
    expect((await view(plan.person, plan.id)).body).toMatchObject({ ending: 'declined', mayAnswer: false })
    expect((await house.send(desk, '/care-plans', wanted(plan))).status).toBe(201)
    const twice = await house.send<{ code: string }>(desk, '/care-plans', wanted(plan))
    expect(twice.body.code).toBe('care.alreadyCared')
  })

  it('refuses carers from elsewhere, one person twice, whoever speaks as carer, and a household that is not theirs', async () => {
    const home = await settle()
    const code = async (more: object) =>
      (await house.send<{ code: string }>(desk, '/care-plans', { ...wanted(home), id: newId(), ...more }))
        .body.code
    expect(await code({ carerId: stranger.personId })).toBe('care.unfitCarer')
    expect(await code({ deputies: [carer.personId] })).toBe('care.unfitCarer')
    expect(await code({ carerId: home.person.personId })).toBe('care.speaksForThem')
    expect(await code({ rhythms: ['hourly'] })).toBe('care.unknownRhythm')
    expect(await code({ personId: stranger.personId })).toBe('care.notMember')
    expect(await code({ until: day(400) })).toBe('care.untilWrong')
    const far = await house.send(elsewhere, '/care-plans', wanted(home))
    expect(far.status).toBe(403)
  })
})

describe('who reads a plan', () => {
  it('those whom it concerns; to another community and to strangers it is not there', async () => {
    const { id, person } = await begin()
    for (const actor of [person, carer, deputy, desk]) expect((await view(actor, id)).status).toBe(200)
    for (const actor of [elsewhere, stranger]) expect((await view(actor, id)).status).toBe(404)
    expect((await view(person, id)).body).toMatchObject({ name: '林小明', carer: '童妈妈', side: 'mine' })
    expect((await view(carer, id)).body).toMatchObject({ name: '林**', side: 'carer', mayHandOver: true })
    const listed = async (actor: Actor) =>
      (await house.read<Static<typeof CarePage>>(actor, '/care-plans?limit=100')).body.items.map(
        (one) => one.id,
      )
    expect(await listed(desk)).toContain(id)
    expect(await listed(elsewhere)).toEqual([])
    expect((await house.read(carer, '/care-plans')).status).toBe(403)
  })

  it('offers the desk the members and carers masked, and no other community', async () => {
    const { householdId } = await settle(true)
    const choices = await house.read<CareChoices>(desk, `/care-choices?householdId=${householdId}`)
    expect(choices.body.members.map(({ name, isChild }) => [name, isChild]).sort(byText)).toEqual([
      ['林**', false],
      ['林**', true],
    ])
    expect(choices.body.carers).toHaveLength(3)
    expect((await house.read(elsewhere, `/care-choices?householdId=${householdId}`)).status).toBe(403)
  })
})

describe('contacts', () => {
  it('make the day done, in any order and any number of times; a talk is no visit', async () => {
    const { id, person } = await begin()
    const now = at(1, 10)
    const first = contact(id, now)
    expect((await record(carer, first)).status).toBe(200)
    expect((await record(carer, first)).status).toBe(200)
    const changed = await record(carer, { ...first, outcome: 'seen' })
    expect(changed.body.code).toBe('care.contactReused')
    const due = (await line(id))?.due
    const older = contact(id, new Date(Date.parse(now) - 5 * HOUR).toISOString())
    expect((await record(deputy, older)).status).toBe(200)
    expect((await line(id))?.due).toEqual(due)
    const weekly = (await line(id, 'weekly'))?.due
    await record(carer, contact(id, now, { rhythm: 'weekly', outcome: 'seen' }))
    expect((await line(id, 'weekly'))?.due).not.toEqual(weekly)
    const { body } = await view(person, id)
    expect(body.contacts.map(({ by, outcome }) => [by, outcome]).sort(byText)).toEqual([
      ['李阿姨', 'spoke'],
      ['童妈妈', 'seen'],
      ['童妈妈', 'spoke'],
    ])
    expect((await record(stranger, contact(id, now))).body.code).toBe('care.notCaring')
    expect((await record(carer, contact(newId(), now))).status).toBe(404)
  })

  it('of a clock that runs ahead count as now', async () => {
    const { id } = await begin()
    at(1, 10)
    await record(carer, contact(id, new Date(Date.parse(day(90))).toISOString()))
    expect(new Date((await line(id))?.due ?? '').toISOString().slice(0, 10)).toBe(day(2))
  })
})

describe('the alarm', () => {
  it('tells the carer, the stand-ins and the community in turn, and at last places one order; two instances take each step once', async () => {
    const { id, person } = await begin({ rhythms: ['daily'] })
    await record(carer, contact(id, at(1, 9)))
    at(2, 17)
    await alarmCare(needs, 1)
    expect((await told(id)).filter(([topic]) => topic.includes('Missing'))).toEqual([])
    for (const hour of [18, 19, 20, 21, 22, 23]) {
      at(2, hour)
      await Promise.all([alarmCare(needs, 1), alarmCare(needs, 1), alarmCare(needs, 1)])
    }
    const news = (await told(id)).filter(([topic]) => /Missing|Needed|Told|Wanted/.test(topic))
    expect(news).toEqual([
      ['care.contactMissing.1', [carer.personId]],
      ['care.standInNeeded.1', [deputy.personId, another.personId].sort()],
      ['care.communityTold.1', [desk.personId]],
      ['care.orderWanted.1', []],
    ])
    await hear(id)
    const own = placed.filter(({ beneficiary }) => beneficiary === person.personId)
    expect(own).toHaveLength(1)
    expect(own[0]).toMatchObject({
      id: (await line(id))?.order,
      path: HOME,
      urgency: 'prompt',
      name: '林小明',
    })
    expect((await view(desk, id)).body.lines).toMatchObject([{ isMissed: true, orderId: own[0]?.id }])
    const open = await house.read<MyCare>(deputy, '/me/care')
    expect(open.body.carer.map((one) => one.id)).toContain(id)
    // Whoever makes the contact at last ends it.
    await record(deputy, contact(id, at(2, 23)))
    expect((await line(id))?.step).toBe(0)
    expect((await view(desk, id)).body.lines).toMatchObject([{ isMissed: false, orderId: null }])
  })

  it('is silent for a plan that is over or has ended', async () => {
    const over = await begin({ rhythms: ['daily'], until: day(2) })
    const ended = await begin({ rhythms: ['daily'] })
    await house.send(ended.person, `/care-plans/${ended.id}/end`, {})
    at(5, 20)
    await alarmCare(needs, 1)
    expect((await told(ended.id)).some(([topic]) => topic.includes('Missing'))).toBe(false)
    expect((await view(over.person, over.id)).body.ending).toBe('over')
    expect((await told(over.id)).some(([topic]) => topic.includes('Missing'))).toBe(false)
  })

  it('tells those whom it concerns, once, when nobody has met the person for a week', async () => {
    const { id, guardian } = await begin({}, true)
    at(6, 9)
    await alarmCare(needs, 1)
    const unseen = async () => (await told(id)).filter(([topic]) => topic === 'care.personUnseen.1')
    expect(await unseen()).toEqual([])
    at(9, 9)
    await Promise.all([alarmCare(needs, 1), alarmCare(needs, 1)])
    await alarmCare(needs, 1)
    const [news, ...more] = await unseen()
    expect(more).toEqual([])
    expect(news?.[1].toSorted()).toEqual(
      [carer, guardian, deputy, another, desk].map(({ personId }) => personId).sort(),
    )
    await record(carer, contact(id, at(9, 10), { rhythm: 'weekly', outcome: 'seen' }))
    at(17, 9)
    await alarmCare(needs, 1)
    expect(await unseen()).toHaveLength(2)
  })
})

describe('days handed over', () => {
  it('go to the first stand-in who takes them, of two who press at once', async () => {
    const { id } = await begin({ rhythms: ['daily'] })
    const days = { id: newId(), from: day(1), to: day(3) }
    for (const other of [deputy, desk, stranger])
      expect((await house.send(other, `/care-plans/${id}/stand-ins`, { ...days, id: newId() })).status).toBe(
        404,
      )
    expect((await house.send(carer, `/care-plans/${id}/stand-ins`, days)).status).toBe(201)
    const overlap = await house.send<{ code: string }>(carer, `/care-plans/${id}/stand-ins`, {
      ...days,
      id: newId(),
    })
    expect(overlap.body.code).toBe('care.daysOverlap')
    const past = await house.send<{ code: string }>(carer, `/care-plans/${id}/stand-ins`, {
      id: newId(),
      from: day(-1),
      to: day(1),
    })
    expect(past.body.code).toBe('care.daysWrong')
    expect((await house.send(stranger, `/care-stand-ins/${days.id}/take`)).status).toBe(404)
    const both = await Promise.all(
      [deputy, another].map((one) => house.send<{ code?: string }>(one, `/care-stand-ins/${days.id}/take`)),
    )
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])
    expect(both.find(({ status }) => status === 409)?.body.code).toBe('care.daysTaken')
    const winner = both[0]?.status === 200 ? deputy : another
    at(2, 18)
    await alarmCare(needs, 1)
    expect((await told(id)).filter(([topic]) => topic.includes('Missing'))).toEqual([
      ['care.contactMissing.1', [winner.personId]],
    ])
    expect((await house.read<MyCare>(winner, '/me/care')).body.carer.map((one) => one.id)).toContain(id)
  })

  it('changed carers are told, and what was changed meanwhile is not overwritten', async () => {
    const { id, person } = await begin()
    const change = (version: number) =>
      house.send<{ code?: string }>(desk, `/care-plans/${id}`, {
        version,
        carerId: deputy.personId,
        deputies: [],
        rhythms: ['daily'],
      })
    expect((await change(1)).status).toBe(200)
    expect((await change(1)).body.code).toBe('care.changed')
    expect(await line(id, 'weekly')).toBeUndefined()
    expect((await told(id)).at(-1)?.[1]).toEqual(expect.arrayContaining([person.personId, deputy.personId]))
    expect((await record(carer, contact(id, at(1, 9)))).body.code).toBe('care.notCaring')
  })
})
