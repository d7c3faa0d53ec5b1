import type { RosterView } from '@linli/contract/duties/shapes'
import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { AREA, openDuties, type ServedDuties } from '../../../../../tests/kit/dutiesRoom.ts'
import { plantMember } from '../../../../../tests/kit/houseDuties.ts'
import type { Actor } from '../../kernel/auth/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { planRosters } from './jobs.ts'

const ground = { region: 1, path: AREA }
let house: ServedDuties
let admin: pg.Pool
let office: Actor

beforeAll(async () => {
  house = await openDuties()
  ;({ admin, office } = house)
})
afterAll(() => house.close())

const view = async (id: string) => (await house.served.read<RosterView>(office, `/rosters/${id}`)).body
const press = async (id: string, verb: 'propose' | 'accept') => {
  const { version } = await view(id)
  const { status } = await house.served.send(office, `/rosters/${id}/${verb}`, { version })
  expect(status).toBe(200)
}
async function planned(id: string, people: readonly Actor[]): Promise<void> {
  for (const { personId } of people) await plantMember({ admin }, ground, id, personId)
  await press(id, 'propose')
  await planRosters(house.needs, 1)
}
async function inForce(id: string, people: readonly Actor[]): Promise<void> {
  await planned(id, people)
  await press(id, 'accept')
}
const servedOn = async (roster: string) => {
  const { rows } = await admin.query<{ id: string; day: string; person: string }>(
    `select id, person_id as person, to_char(starts_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day
     from duties where roster_id = $1 order by starts_at`,
    [roster],
  )
  return rows
}

it('counts a week that lies over two months whole, in the plan, in what it says is missing, and in every change', async () => {
  const april = {
    id: newId(),
    purpose: 'duty',
    title: '驿站值班',
    path: AREA,
    fromOn: '2027-04-26', // a Monday; May begins on the Saturday of that week
    toOn: '2027-04-30',
    restHours: 11,
    weekHours: 40,
    shifts: [{ key: 'day', name: '白班', start: '09:00', minutes: 480 }],
    posts: [{ name: '服务台', place: '一楼', tasks: '接待', needed: 1 }],
  }
  expect((await house.served.send(office, '/rosters', april)).status).toBe(201)
  const one = await house.served.signIn('李志愿')
  await inForce(april.id, [one])
  expect(await servedOn(april.id)).toHaveLength(5)

  const may = newId()
  expect((await house.served.send(office, `/rosters/${april.id}/next`, { id: may })).status).toBe(201)
  await admin.query(`delete from roster_members where roster_id = $1`, [may])
  await planned(may, [one])
  const alone = (await view(may)).outcome?.gaps.filter(({ day }) => day <= '2027-05-02')
  expect(alone?.map(({ why }) => why)).toEqual(['weekFull', 'weekFull'])
  const two = await house.served.signIn('王志愿')
  await inForce(may, [two])
  const days = await servedOn(may)
  expect(days.filter(({ day }) => day <= '2027-05-02').map(({ person }) => person)).toEqual([
    two.personId,
    two.personId,
  ])
  expect(days.some(({ person, day }) => person === one.personId && day > '2027-05-02')).toBe(true)
  expect((await view(may)).outcome).toMatchObject({ bound: 0, filled: 31 })

  // Nor does a change bring the sixth day; in the week after it does.
  const give = async (day: string) => {
    const duty = days.find((found) => found.day === day)
    const taker = duty?.person === one.personId ? two : one
    const { status, body } = await house.served.send<{ code?: string }>(
      office,
      `/duties/${duty?.id}/changes`,
      { personId: taker.personId },
    )
    return body.code ?? status
  }
  expect(await give('2027-05-01')).toBe('duties.weekFull')

  const june = newId()
  expect((await house.served.send(office, `/rosters/${may}/next`, { id: june })).status).toBe(201)
  await admin.query(`delete from roster_members where roster_id = $1`, [june])
  await inForce(june, [one])
  // Monday, the last of May: whoever had it has four days left of that week.
  const had = days.find(({ day }) => day === '2027-05-31')?.person === one.personId
  const first = (await servedOn(june)).filter(({ day }) => day <= '2027-06-06')
  expect(first).toHaveLength(had ? 4 : 5)
})
