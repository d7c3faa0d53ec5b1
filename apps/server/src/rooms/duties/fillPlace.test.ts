import type { DutyRow, MyDuties } from '@linli/contract/duties/shapes'
import type pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { AREA, openDuties } from '../../../../../tests/kit/dutiesRoom.ts'
import { plantDuty, plantMember, plantRoster } from '../../../../../tests/kit/houseDuties.ts'
import type { ServedRooms } from '../../../../../tests/kit/rooms.ts'
import type { Actor } from '../../kernel/auth/actor.ts'

const ground = { region: 1, path: AREA }
/** The day after this one, on which the planted rosters are. */
const TOMORROW = new Date(Date.now() + 32 * 3600_000).toISOString().slice(0, 10)

let admin: pg.Pool
let served: ServedRooms
let office: Actor
let close: () => Promise<void>
beforeAll(async () => {
  ;({ admin, served, office, close } = await openDuties())
})
afterAll(() => close())

/** A roster in force at whose one gate nobody stands, with so many who said yes. */
async function shortOf(people: number) {
  const roster = await plantRoster({ admin }, ground, 'accepted')
  const members = await Promise.all(Array.from({ length: people }, () => served.signIn('李志愿')))
  for (const { personId } of members) await plantMember({ admin }, ground, roster.id, personId)
  const place = { postId: roster.postId, day: TOMORROW, shift: 'day' }
  return { roster, members, place }
}
type Short = Awaited<ReturnType<typeof shortOf>>
const fill = ({ roster, place }: Short, to: Actor | undefined, more: object = {}, by = office) =>
  served.send<{ id: string; code?: string }>(by, `/rosters/${roster.id}/duties`, {
    ...place,
    personId: to?.personId,
    ...more,
  })
const fitting = async ({ roster, place }: Short, more: object = {}) => {
  const query = new URLSearchParams({ ...place, ...more })
  const { status, body } = await served.read<{
    items?: { personId: string; minutes: number }[]
    code?: string
  }>(office, `/rosters/${roster.id}/fitting?${query}`)
  return body.items?.map(({ personId, minutes }) => [personId, minutes]) ?? `${status} ${body.code}`
}
const code = ({ status, body }: { status: number; body: { code?: string } }) =>
  body.code ? `${status} ${body.code}` : `${status}`
/** A duty of the roster tomorrow, so many hours after midnight. */
const gives = ({ roster }: Short, to: Actor | undefined, hour: number, minutes: number) =>
  admin.query(
    `insert into duties (region_id, id, roster_id, post_id, person_id, path, shift, starts_at, ends_at, accepted)
     select 1, gen_random_uuid(), $1, gen_random_uuid(), $2, $3, 'evening', at, at + make_interval(mins => $6::int), true
     from (select $4::date::timestamp at time zone 'Asia/Shanghai' + make_interval(hours => $5::int) as at) one`,
    [roster.id, to?.personId, AREA, TOMORROW, hour, minutes],
  )

it('puts somebody of the roster on an empty place: theirs at once, told, and theirs to ask a swap for', async () => {
  const short = await shortOf(1)
  const [one] = short.members
  const filled = await fill(short, one)
  expect(filled.status).toBe(201)
  const mine = await served.read<MyDuties>(one, '/me/duties')
  expect(mine.body.duties).toMatchObject([
    { id: filled.body.id, post: '南门', shiftName: '白班', swap: null },
  ])
  const { rows } = await admin.query(
    `select payload ->> 'people' as people from outbox where payload ->> 'id' = $1`,
    [filled.body.id],
  )
  expect(rows).toEqual([{ people: JSON.stringify([one?.personId]) }])
  const audited = await admin.query(`select action from audit_entries where subject_id = $1`, [
    filled.body.id,
  ])
  expect(audited.rows).toEqual([{ action: 'fillPlace' }])
  expect(code(await served.send(one, `/duties/${filled.body.id}/swap`))).toBe('200')
  const list = await served.read<{ items: DutyRow[] }>(
    office,
    `/rosters/${short.roster.id}/duties?day=${TOMORROW}`,
  )
  expect(list.body.items).toMatchObject([{ id: filled.body.id, shift: 'day', swap: { state: 'asked' } }])
})

it('is won by one when two in charge fill one place at once, and the other reads why', async () => {
  const short = await shortOf(6)
  const answers = await Promise.all(short.members.map((member) => fill(short, member)))
  expect(answers.map(code).sort()).toEqual([
    '201',
    ...Array.from({ length: 5 }, () => '409 duties.placeFilled'),
  ])
  const { rows } = await admin.query('select count(*)::int as n from duties where roster_id = $1', [
    short.roster.id,
  ])
  expect(rows).toEqual([{ n: 1 }])
})

it('puts one person on once when two fill two places with them at once', async () => {
  const short = await shortOf(1)
  await admin.query('update roster_posts set needed = 3 where id = $1', [short.roster.postId])
  const answers = await Promise.all([0, 1].map(() => fill(short, short.members[0])))
  expect(answers.map(code).sort()).toEqual(['201', '409 duties.needsRest'])
})

it('lists who may by the same rules that refuse the others, least hours so far first', async () => {
  const short = await shortOf(7)
  const [fresh, served8, tired, away, noNights, full, no] = short.members
  await admin.query('update rosters set rest_hours = 1, week_hours = 12 where id = $1', [short.roster.id])
  await gives(short, served8, 18, 120)
  await gives(short, tired, 16, 120)
  await gives(short, full, 18, 300)
  const set = (sql: string, who: Actor | undefined, ...values: unknown[]) =>
    admin.query(`update roster_members set ${sql} where roster_id = $1 and person_id = $2`, [
      short.roster.id,
      who?.personId,
      ...values,
    ])
  await set('off_days = array[$3::date]', away, TOMORROW)
  await set(`off_shifts = array['day']`, noNights)
  await set(`answer = 'no'`, no)
  expect(await fitting(short)).toEqual([
    [fresh?.personId, 0],
    [served8?.personId, 120],
  ])
  const refused: string[] = []
  for (const who of [tired, away, noNights, full, no, await served.signIn('路人')])
    refused.push(code(await fill(short, who)))
  expect(refused).toEqual([
    '409 duties.needsRest',
    '409 duties.away',
    '409 duties.away',
    '409 duties.weekFull',
    '409 duties.notMember',
    '409 duties.notMember',
  ])
  await admin.query(`update roster_posts set skill = 'nursing' where id = $1`, [short.roster.postId])
  expect([await fitting(short), code(await fill(short, fresh))]).toEqual([[], '409 duties.lacksSkill'])
})

it('counts what somebody serves in another area, though the office there is not asked', async () => {
  const short = await shortOf(1)
  const [one] = short.members
  await plantDuty({ admin }, { region: 1, path: '/s09/c09/' }, one?.personId ?? '', {
    hours: 24,
    minutes: 600,
  })
  await admin.query(
    `update duties set starts_at = $2::date::timestamp at time zone 'Asia/Shanghai' + interval '9 hours',
       ends_at = $2::date::timestamp at time zone 'Asia/Shanghai' + interval '10 hours' where person_id = $1`,
    [one?.personId, TOMORROW],
  )
  expect([await fitting(short), code(await fill(short, one))]).toEqual([[], '409 duties.needsRest'])
})

it('refuses what is no place, is over, is not in force, and whoever is not in charge', async () => {
  const short = await shortOf(1)
  const [one] = short.members
  const other = await plantRoster({ admin }, ground, 'accepted')
  const yesterday = new Date(Date.now() - 16 * 3600_000).toISOString().slice(0, 10)
  expect([
    code(await fill(short, one, { shift: 'night' })),
    code(await fill(short, one, { day: yesterday })),
    code(await fill(short, one, { postId: other.postId })),
    await fitting(short, { shift: 'night' }),
    code(await fill(short, one, {}, one)),
  ]).toEqual([
    '422 duties.noSuchPlace',
    '422 duties.noSuchPlace',
    '422 duties.noSuchPlace',
    '422 duties.noSuchPlace',
    '403 kernel.forbidden',
  ])
  await admin.query('update rosters set from_on = $2::date where id = $1', [short.roster.id, yesterday])
  expect(code(await fill(short, one, { day: yesterday }))).toBe('409 duties.shiftOver')
  await admin.query('update rosters set closed_at = now(), closed_by = $2 where id = $1', [
    short.roster.id,
    office.personId,
  ])
  expect(code(await fill(short, one))).toBe('409 duties.rosterMoved')
  const proposed = await plantRoster({ admin }, ground, 'proposed')
  await plantMember({ admin }, ground, proposed.id, one?.personId ?? '')
  expect(
    code(await fill({ ...short, roster: proposed, place: { ...short.place, postId: proposed.postId } }, one)),
  ).toBe('409 duties.rosterMoved')
})

it('knows on which days a shift is served, and gives no duty to somebody who said they are away then', async () => {
  const short = await shortOf(2)
  const [one, other] = short.members
  await admin.query(
    `update rosters set from_on = '2027-03-05', to_on = '2027-03-08', shifts = jsonb_set(shifts, '{0,on}', '"workday"') where id = $1`,
    [short.roster.id],
  )
  expect(code(await fill(short, one, { day: '2027-03-06' }))).toBe('422 duties.noSuchPlace')
  const { body } = await fill(short, one, { day: '2027-03-08' })
  await admin.query(`update roster_members set off_days = '{2027-03-08}' where person_id = $1`, [
    other?.personId,
  ])
  const given = await served.send<{ code?: string }>(office, `/duties/${body.id}/changes`, {
    personId: other?.personId,
  })
  expect(code({ ...given })).toBe('409 duties.away')
})

it('asks more people of a roster in force: who says yes may be put on, and an answer is given once', async () => {
  const short = await shortOf(0)
  const fresh = await served.signIn('王志愿')
  await plantMember({ admin }, ground, short.roster.id, fresh.personId, 'asked')
  const asked = async () => (await served.read<MyDuties>(fresh, '/me/duties')).body.asked
  expect(await asked()).toMatchObject([{ id: short.roster.id, answer: 'asked', isInForce: true }])
  expect(code(await fill(short, fresh))).toBe('409 duties.notMember')
  const says = (comes: boolean) =>
    served.send<{ code?: string }>(fresh, `/rosters/${short.roster.id}/answer`, { comes })
  expect([code(await says(true)), code(await says(false))]).toEqual(['200', '409 duties.rosterInForce'])
  expect(await asked()).toMatchObject([{ answer: 'yes' }])
  expect(code(await fill(short, fresh))).toBe('201')
  expect(await asked()).toEqual([])
  const ask = () => served.send<{ code?: string }>(office, `/rosters/${short.roster.id}/members`, {})
  expect(code(await ask())).toBe('200')
  await admin.query('update rosters set closed_at = now(), closed_by = $2 where id = $1', [
    short.roster.id,
    office.personId,
  ])
  expect([code(await ask()), code(await says(true))]).toEqual([
    '409 duties.rosterMoved',
    '409 duties.rosterMoved',
  ])
})
