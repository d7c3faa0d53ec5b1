import type { DutyRow, MyDuties, RosterReach, RosterView } from '@linli/contract/duties/shapes'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openDuties } from '../../../../../tests/kit/dutiesRoom.ts'
import type { ServedRooms } from '../../../../../tests/kit/rooms.ts'
import type { Actor } from '../../kernel/auth/actor.ts'
import type { Database } from '../../kernel/db/database.ts'
import { newId } from '../../kernel/ids.ts'
import { planRosters } from './index.ts'
import type { DutiesNeeds } from './needs.ts'

// 东湖 mans 159 gates with 800 people and 永丰 15 gates with 325, day and night: a call, answers, a plan, and a day of it.

const HOUR = 3_600_000
const DAY = 24 * HOUR
const SHIFTS = [
  { key: 'night', name: '夜班', start: '00:00', minutes: 480 },
  { key: 'day', name: '白班', start: '08:00', minutes: 480 },
  { key: 'evening', name: '中班', start: '16:00', minutes: 480 },
]
const dayFrom = (ahead: number): string =>
  new Date(Date.now() + 8 * HOUR + ahead * DAY).toISOString().slice(0, 10)

let admin: pg.Pool
let needs: DutiesNeeds
let served: ServedRooms
let close: () => Promise<void>
beforeAll(async () => {
  ;({ admin, needs, served, close } = await openDuties())
})
afterAll(() => close())

type Size = {
  readonly area: string
  readonly gates: number
  readonly needed: number
  readonly people: number
  readonly days: number
}
type Person = Actor & { readonly offDays: readonly string[]; readonly offShifts: readonly string[] }
type Called = { readonly id: string; readonly office: Actor; readonly people: readonly Person[] }

/** Every ninth has a day on which they cannot come, every seventh no nights. */
async function called({ area, gates, needed, people, days }: Size): Promise<Called> {
  const office = await served.signIn('值班长', [{ role: 'dispatcher', areaPath: area, unitId: null }])
  const actors: Person[] = []
  for (let at = 0; at < people; at += 1)
    actors.push({
      ...(await served.signIn('李志愿')),
      offDays: at % 9 === 0 ? [dayFrom(1 + (at % days))] : [],
      offShifts: at % 7 === 0 ? ['night'] : [],
    })
  await admin.query(
    `insert into helpers (region_id, person_id, path, serves_path, quota, joined_at)
     select 1, person, $2, $2, 3, now() from unnest($1::uuid[]) person`,
    [actors.map(({ personId }) => personId), area],
  )
  const id = newId()
  const posts = Array.from({ length: gates }, (_, at) => ({
    name: `${at + 1}号卡口`,
    place: `第${at + 1}路口`,
    tasks: '登记出入',
    needed,
  }))
  const roster = { id, purpose: 'crisis', title: '全区值守', reason: '卡口要有人', path: area, posts }
  const terms = { fromOn: dayFrom(0), toOn: dayFrom(days), restHours: 11, weekHours: 40, shifts: SHIFTS }
  expect((await served.send(office, '/rosters', { ...roster, ...terms })).status).toBe(201)
  return { id, office, people: actors }
}

const see = async ({ id, office }: Called) => (await served.read<RosterView>(office, `/rosters/${id}`)).body
const dutiesOf = async ({ id, office }: Called, days: number): Promise<DutyRow[]> => {
  const url = `/rosters/${id}/duties?day=${dayFrom(0)}&until=${dayFrom(days)}`
  return (await served.read<{ items: DutyRow[] }>(office, url)).body.items
}
const mine = async (actor: Actor) => (await served.read<MyDuties>(actor, '/me/duties')).body

/** The database, telling which percents it was asked to show. */
function showing(db: Database, shown: number[]): Database {
  const commit: Database['commit'] = (scope, statements) => {
    for (const { sql, values } of statements)
      if (sql.includes('set progress =') && sql.includes("'planning'")) shown.push(Number(values[0]))
    return db.commit(scope, statements)
  }
  return { ...db, commit }
}

describe.each<[string, Size, { hours: number; nights: number }]>([
  ['东湖', { area: '/s01/', gates: 159, needed: 1, people: 800, days: 6 }, { hours: 8, nights: 1 }],
  ['永丰', { area: '/s02/', gates: 15, needed: 5, people: 325, days: 6 }, { hours: 8, nights: 2 }],
])('a mobilisation of the size of %s', (_, size, most) => {
  let roster: Called
  let duties: DutyRow[]
  beforeAll(async () => {
    roster = await called(size)
  })

  it('asks everybody, and hears from everybody', async () => {
    const { id, office, people } = roster
    const reach = await served.read<RosterReach>(office, `/rosters/${id}/reach`)
    expect(reach.body).toMatchObject({ people: size.people, fresh: size.people, bound: 0 })
    expect((await served.send(office, `/rosters/${id}/members`, { groups: ['helpers'] })).body).toEqual({
      id,
      asked: size.people,
    })
    for (const { offDays, offShifts, ...person } of people)
      expect(
        (await served.send(person, `/rosters/${id}/answer`, { comes: true, offDays, offShifts })).status,
      ).toBe(200)
    expect(await see(roster)).toMatchObject({ coming: size.people, asked: 0, notComing: 0 })
  })

  it('is planned in its thread, with its progress shown, and every place is filled', async () => {
    const shown: number[] = []
    await served.send(roster.office, `/rosters/${roster.id}/propose`, { version: 1 })
    await planRosters({ ...needs, db: showing(needs.db, shown) }, 1)
    expect(shown).toEqual(shown.toSorted((a, b) => a - b))
    expect(shown.some((percent) => percent > 0 && percent < 99)).toBe(true)
    const { state, outcome } = await see(roster)
    expect({ state, outcome }).toMatchObject({ state: 'proposed', outcome: { bound: 0, gaps: [] } })
    expect(outcome?.filled).toBe(outcome?.places)
    const { leastHours = 0, mostHours = 99, leastNights = 0, mostNights = 99 } = outcome ?? {}
    expect(mostHours - leastHours).toBeLessThanOrEqual(most.hours)
    expect(mostNights - leastNights).toBeLessThanOrEqual(most.nights)
  })

  it('comes into force: nobody at two gates at once, everybody rested, and no more than their hours', async () => {
    expect((await served.send(roster.office, `/rosters/${roster.id}/accept`, { version: 3 })).status).toBe(
      200,
    )
    duties = await dutiesOf(roster, size.days)
    expect(duties).toHaveLength((await see(roster)).work?.places ?? 0)
    const byPerson = Map.groupBy(duties, ({ personId }) => personId)
    for (const { personId, offDays, offShifts } of roster.people) {
      const theirs = byPerson.get(personId) ?? []
      for (const [at, { startsAt, endsAt, shift }] of theirs.entries()) {
        expect(offShifts).not.toContain(shift)
        expect(offDays).not.toContain(new Date(Date.parse(startsAt) + 8 * HOUR).toISOString().slice(0, 10))
        const next = theirs[at + 1]
        if (next) expect(Date.parse(next.startsAt) - Date.parse(endsAt)).toBeGreaterThanOrEqual(11 * HOUR)
      }
      // Day 0 of the epoch was a Thursday: weeks are counted from Monday, by the clock of the place.
      const weeks = Map.groupBy(theirs, ({ startsAt }) =>
        Math.floor((Date.parse(startsAt) + 8 * HOUR + 3 * DAY) / (7 * DAY)),
      )
      for (const week of weeks.values()) expect(week.length * 8).toBeLessThanOrEqual(40)
    }
    // Every gate has whom it needs in every shift that is not over.
    const seats = Map.groupBy(duties, ({ postId, startsAt }) => `${postId} ${startsAt}`)
    for (const at of seats.values()) expect(at).toHaveLength(size.needed)
    expect(new Set([...seats.keys()].map((key) => key.slice(0, 36))).size).toBe(size.gates)
  })

  /** Of those whom a sign-in is open for the last to begin: their shift does not end while the test looks. */
  const onDuty = () => {
    const now = Date.now()
    const open = duties.filter(
      ({ startsAt, endsAt }) => Date.parse(startsAt) <= now + HOUR / 3 && Date.parse(endsAt) > now + HOUR / 6,
    )
    const duty = open.toSorted((a, b) => b.startsAt.localeCompare(a.startsAt))[0]
    if (!duty) throw new Error('nobody is on duty')
    return duty
  }
  const personOf = ({ personId }: DutyRow): Person => {
    const found = roster.people.find((person) => person.personId === personId)
    if (!found) throw new Error('a stranger is on duty')
    return found
  }

  it('is signed in to by the code of one’s gate alone, and handed over to who comes next', async () => {
    const duty = onDuty()
    const next = duties.find(({ postId, startsAt }) => postId === duty.postId && startsAt > duty.startsAt)
    if (!next) throw new Error('nobody comes next')
    const person = personOf(duty)
    const codeOf = async (postId: string) =>
      (await served.read<{ code: string }>(roster.office, `/roster-posts/${postId}/code`)).body.code
    const other = duties.find(({ postId }) => postId !== duty.postId)?.postId ?? ''
    const [code, wrong] = [await codeOf(duty.postId), await codeOf(other)]
    expect(code).not.toBe(wrong)
    const step = (verb: string, digits: string) =>
      served.send(person, `/duties/${duty.id}/${verb}`, { code: digits })
    expect((await step('start', wrong)).status).toBe(422)
    expect((await step('start', code)).status).toBe(200)
    const words = { id: newId(), kind: 'handOver', text: '栏杆坏了一根，已用绳子拦住' }
    expect((await served.send(person, `/duties/${duty.id}/log`, words)).status).toBe(201)
    const read = await served.read<{ items: { text: string }[] }>(personOf(next), `/duties/${next.id}/log`)
    expect(read.body.items.map(({ text }) => text)).toEqual([words.text])
    expect((await step('end', code)).status).toBe(200)
    expect((await see(roster)).work).toMatchObject({ served: 1, people: 1, waiting: 1 })
  })

  it('changes a duty between two of its people, by the rules, once the office agrees', async () => {
    const asked = duties.findLast(({ shift }) => shift === 'day')
    if (!asked) throw new Error('no duty to swap')
    const giver = personOf(asked)
    const { body } = await served.send<{ id: string }>(giver, `/duties/${asked.id}/swap`)
    let taker: Person | undefined
    for (const person of roster.people) {
      if (person.personId === giver.personId) continue
      const { status } = await served.send(person, `/swaps/${body.id}/agree`)
      expect([200, 409]).toContain(status)
      if (status === 200) {
        taker = person
        break
      }
    }
    if (!taker) throw new Error('nobody could take it')
    expect((await served.send(roster.office, `/swaps/${body.id}/confirm`, { agree: true })).status).toBe(200)
    expect((await mine(taker)).duties.map(({ id }) => id)).toContain(asked.id)
    expect((await mine(giver)).duties.map(({ id }) => id)).not.toContain(asked.id)
    const theirs = (await dutiesOf(roster, size.days)).filter(({ personId }) => personId === taker?.personId)
    for (const [at, { endsAt }] of theirs.entries()) {
      const next = theirs[at + 1]
      if (next) expect(Date.parse(next.startsAt) - Date.parse(endsAt)).toBeGreaterThanOrEqual(11 * HOUR)
    }
  })

  it('ends with hours that the office confirmed, and a summary of what was served', async () => {
    const { id, office } = roster
    expect((await served.send(office, `/rosters/${id}/hours`)).body).toEqual({ id, confirmed: 1 })
    const { version, work } = await see(roster)
    expect(work).toMatchObject({ swapsDone: 1, swapsOpen: 0 })
    expect((await served.send(office, `/rosters/${id}/close`, { version })).status).toBe(200)
    const over = await see(roster)
    expect(over).toMatchObject({
      state: 'closed',
      work: { ahead: 0, served: 1, people: 1, waiting: 0, unsigned: 0 },
    })
    expect(over.work?.places).toBe((work?.places ?? 0) - (work?.ahead ?? 0))
  })
})
