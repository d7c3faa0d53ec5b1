import type { MyDuties, RosterView } from '@linli/contract/duties/shapes'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestDatabase } from '../../../../../tests/kit/database.ts'
import { AREA, openDuties } from '../../../../../tests/kit/dutiesRoom.ts'
import { plantDuty, plantMember, plantSwap } from '../../../../../tests/kit/houseDuties.ts'
import type { ServedRooms } from '../../../../../tests/kit/rooms.ts'
import type { Actor } from '../../kernel/auth/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { helpersServing } from '../people/index.ts'
import { gateCode, today } from './gateCode.ts'
import { planRosters } from './index.ts'
import type { DutiesNeeds } from './needs.ts'

const ground = { region: 1, path: AREA }

let database: TestDatabase
let admin: pg.Pool
let needs: DutiesNeeds
let served: ServedRooms
let office: Actor

let close: () => Promise<void>
beforeAll(async () => {
  ;({ database, admin, needs, served, office, close } = await openDuties((db) => ({
    helpersServing: (region, path, ids) => helpersServing(db, region, path, ids),
    skills: async () => [{ key: 'nursing', name: { zh: '护理', en: 'Nursing' } }],
    areaExists: async (_, path) => path === AREA,
  })))
})
afterAll(() => close())

const helper = async (skill?: string): Promise<Actor> => {
  const actor = await served.signIn('李志愿')
  await admin.query(
    `insert into helpers (region_id, person_id, path, serves_path, quota, joined_at) values (1, $1, $2, $2, 3, now())`,
    [actor.personId, AREA],
  )
  if (skill)
    await admin.query(
      `insert into helper_skills (region_id, id, person_id, skill, verified_by, verified_at) values (1, $1, $2, $3, $1, now())`,
      [newId(), actor.personId, skill],
    )
  return actor
}
const rosterBody = (more: object = {}) => ({
  id: newId(),
  purpose: 'crisis',
  title: '防汛值守',
  path: AREA,
  fromOn: '2027-03-01',
  toOn: '2027-03-02',
  restHours: 11,
  weekHours: 40,
  shifts: [
    { key: 'day', name: '白班', start: '08:00', minutes: 480 },
    { key: 'night', name: '夜班', start: '20:00', minutes: 600 },
  ],
  posts: [{ name: '南门', place: '南门岗亭', tasks: '登记出入，劝返陌生车辆', needed: 1 }],
  ...more,
})
const opened = async (more: object = {}): Promise<string> => {
  const body = rosterBody(more)
  expect((await served.send(office, '/rosters', body)).status).toBe(201)
  return body.id
}
const see = async (id: string): Promise<RosterView> =>
  (await served.read<RosterView>(office, `/rosters/${id}`)).body
const mine = async (actor: Actor): Promise<MyDuties> =>
  (await served.read<MyDuties>(actor, '/me/duties')).body
const codes = (answers: readonly { status: number; body: unknown }[]) =>
  answers.map(({ status, body }) => {
    const code = (body as { code?: string } | undefined)?.code // a problem document, or an answer without one
    return code ? `${status} ${code}` : `${status}`
  })

describe('a roster, from its posts to the people on duty', () => {
  it('asks helpers, plans in a job, says what stays open, and stands once a person accepts it', async () => {
    const people = [await helper(), await helper(), await helper()]
    const id = await opened()
    const asked = await served.send(office, `/rosters/${id}/members`, {
      personIds: people.map(({ personId }) => personId),
    })
    expect(asked.body).toEqual({ id, asked: 3 })
    expect(await served.send(office, `/rosters/${id}/propose`, { version: 1 })).toMatchObject({
      status: 409,
      body: { code: 'duties.nobodyComes' },
    })
    const [one, two, three] = people
    if (!one || !two || !three) throw new Error('nobody')
    expect((await mine(one)).asked).toMatchObject([{ id, answer: 'asked' }])
    await served.send(one, `/rosters/${id}/answer`, { comes: true, offShifts: ['night', 'unknown'] })
    await served.send(two, `/rosters/${id}/answer`, { comes: true, offDays: ['2027-03-03'] })
    await served.send(three, `/rosters/${id}/answer`, { comes: false })
    expect(await see(id)).toMatchObject({ asked: 0, coming: 2, notComing: 1, state: 'open' })

    expect((await served.send(office, `/rosters/${id}/propose`, { version: 1 })).status).toBe(200)
    expect(await see(id)).toMatchObject({ state: 'planning', version: 2 })
    await planRosters(needs, 1)
    const proposed = await see(id)
    expect(proposed).toMatchObject({ state: 'proposed', version: 3, progress: 100 })
    // One serves the days and no nights; the other's second night would end on a day on which they are away.
    expect(proposed.outcome).toMatchObject({ places: 4, filled: 3, bound: 1, moreGaps: 0 })
    expect(proposed.outcome?.gaps).toMatchObject([
      { day: '2027-03-02', shift: 'night', missing: 1, why: 'away' },
    ])
    expect((await mine(one)).duties).toEqual([])

    expect((await served.send(office, `/rosters/${id}/accept`, { version: 2 })).body).toMatchObject({
      code: 'duties.rosterMoved',
    })
    expect((await served.send(office, `/rosters/${id}/accept`, { version: 3 })).status).toBe(200)
    expect((await mine(one)).duties).toMatchObject([
      { title: '防汛值守', post: '南门', shiftName: '白班', startsAt: '2027-03-01T00:00:00.000Z' },
      { startsAt: '2027-03-02T00:00:00.000Z' },
    ])
    expect((await mine(two)).duties).toMatchObject([{ shiftName: '夜班' }])
    const day = await served.read<{ items: object[] }>(office, `/rosters/${id}/duties?day=2027-03-01`)
    expect(day.body.items).toMatchObject([{ name: '李**', shift: 'day' }, { shift: 'night' }])
    expect(codes([await served.send(three, `/rosters/${id}/answer`, { comes: true })])).toEqual([
      '409 duties.rosterInForce',
    ])
  })

  it('proposes anew in place of what was proposed, around what people do elsewhere', async () => {
    const person = await helper()
    const [first, second] = [await opened(), await opened({ title: '车站值守' })]
    for (const id of [first, second]) {
      await served.send(office, `/rosters/${id}/members`, { personIds: [person.personId] })
      await served.send(person, `/rosters/${id}/answer`, { comes: true, offShifts: ['night'] })
      await served.send(office, `/rosters/${id}/propose`, { version: 1 })
    }
    await planRosters(needs, 1)
    expect(codes([await served.send(office, `/rosters/${first}/accept`, { version: 3 })])).toEqual(['200'])
    expect(codes([await served.send(office, `/rosters/${second}/accept`, { version: 3 })])).toEqual([
      '409 duties.peopleElsewhere',
    ])
    await served.send(office, `/rosters/${second}/propose`, { version: 3 })
    await planRosters(needs, 1)
    expect((await see(second)).outcome).toMatchObject({ places: 4, filled: 0, bound: 4 })
    const { rows } = await admin.query('select count(*)::int as n from duties where roster_id = $1', [second])
    expect(rows).toEqual([{ n: 0 }])
  })

  it('refuses what cannot be a roster', async () => {
    const send = (more: object) => served.send(office, '/rosters', rosterBody(more))
    expect(
      codes([
        await send({ toOn: '2027-02-01' }),
        await send({ toOn: '2029-02-01' }),
        await send({ shifts: [0, 1].map(() => ({ key: 'a', name: '班', start: '08:00', minutes: 60 })) }),
        await send({ toOn: '2028-02-28', posts: [{ name: '门', place: '门', tasks: '守门', needed: 100 }] }),
        await send({ path: '/s01/c01/none/' }),
        await send({ posts: [{ name: '门', place: '门', tasks: '守门', needed: 1, skill: 'magic' }] }),
        await served.send(await served.signIn('居民'), '/rosters', rosterBody()),
      ]),
    ).toEqual([
      '422 duties.daysTurned',
      '422 duties.daysTurned',
      '422 duties.shiftsAlike',
      '422 duties.tooLarge',
      '422 duties.unknownArea',
      '422 duties.unknownSkill',
      '403 kernel.forbidden',
    ])
  })

  it('gives a duty only to somebody of the roster who is rested and able', async () => {
    const [one, other, stranger, busy] = [await helper(), await helper(), await helper(), await helper()]
    const duty = await plantDuty({ admin }, ground, one.personId)
    await plantMember({ admin }, ground, duty.rosterId, other.personId)
    await plantMember({ admin }, ground, duty.rosterId, busy.personId)
    await plantDuty({ admin }, ground, busy.personId, { hours: 34 })
    const give = async (to: Actor) =>
      served.send(office, `/duties/${duty.id}/changes`, { personId: to.personId })
    expect(codes([await give(stranger), await give(busy), await give(other)])).toEqual([
      '409 duties.notMember',
      '409 duties.needsRest',
      '200',
    ])
    await admin.query(`update roster_posts set skill = 'nursing' where id = $1`, [duty.postId])
    expect(codes([await give(one)])).toEqual(['409 duties.lacksSkill'])
    await admin.query(`update rosters set week_hours = 7 where id = $1`, [duty.rosterId])
    await admin.query(`update roster_posts set skill = null where id = $1`, [duty.postId])
    expect(codes([await give(one)])).toEqual(['409 duties.weekFull'])
  })
})

describe('on duty', () => {
  it('signs in and out by the code of the post, oneself only, and somebody else confirms the hours', async () => {
    const [one, other] = [await helper(), await helper()]
    const duty = await plantDuty({ admin }, ground, one.personId, { hours: 0 })
    const shown = await served.read<{ code: string; day: string }>(
      office,
      `/roster-posts/${duty.postId}/code`,
    )
    expect(shown.body.code).toBe(gateCode(needs.crypto, 1, duty.postId, today(database.db)))
    const { code } = shown.body
    const wrong = code === '000000' ? '111111' : '000000'
    const at = (actor: Actor, step: string, digits = code) =>
      served.send(actor, `/duties/${duty.id}/${step}`, { code: digits })
    expect(
      codes([
        await at(other, 'start'),
        await at(one, 'start', wrong),
        await at(one, 'end'),
        await at(one, 'start'),
        await at(one, 'start'),
        await at(one, 'end'),
        await at(one, 'end'),
      ]),
    ).toEqual([
      '404 kernel.notFound',
      '422 duties.wrongCode',
      '409 duties.notNow',
      '200',
      '409 duties.notNow',
      '200',
      '409 duties.notNow',
    ])
    const confirm = (actor: Actor) => served.send(actor, `/duties/${duty.id}/hours`, { minutes: 470 })
    expect(codes([await confirm(other), await confirm(office)])).toEqual(['403 kernel.forbidden', '200'])
    expect((await mine(one)).duties).toMatchObject([{ confirmedMinutes: 470 }])
  })

  it('keeps no attendance of somebody at work: everyday duties are signed in to for one’s own hours alone', async () => {
    const [atWork, willing] = [await served.signIn('王网格'), await helper()]
    const sign = async (actor: Actor, purpose: string) => {
      const duty = await plantDuty({ admin }, ground, actor.personId, { hours: 0 })
      await admin.query('update rosters set purpose = $1 where id = $2', [purpose, duty.rosterId])
      const { body } = await served.read<{ code: string }>(office, `/roster-posts/${duty.postId}/code`)
      const [before] = (await mine(actor)).duties
      const answer = await served.send(actor, `/duties/${duty.id}/start`, { code: body.code })
      const { work } = await see(duty.rosterId)
      return [before?.maySignIn, ...codes([answer]), work?.now.missing.length, work?.unsigned]
    }
    expect(await sign(atWork, 'duty')).toEqual([false, '409 duties.noSignIn', 0, 0])
    expect(await sign(willing, 'duty')).toEqual([true, '200', 0, 0])
    expect(await sign(atWork, 'crisis')).toEqual([true, '200', 0, 0])
  })

  it('lets nobody confirm their own hours, nor hours of a duty that is not over', async () => {
    const own = await plantDuty({ admin }, ground, office.personId, { hours: -9 })
    const later = await plantDuty({ admin }, ground, (await helper()).personId)
    const confirm = (id: string) => served.send(office, `/duties/${id}/hours`, { minutes: 60 })
    expect(codes([await confirm(own.id), await confirm(later.id)])).toEqual([
      '403 duties.ownHours',
      '409 duties.notServed',
    ])
  })
})

describe('a swap', () => {
  const between = async (count: number) => {
    const people = await Promise.all(Array.from({ length: count }, () => helper()))
    const [asker, ...others] = people
    if (!asker) throw new Error('nobody')
    const duty = await plantDuty({ admin }, ground, asker.personId)
    for (const { personId } of others) await plantMember({ admin }, ground, duty.rosterId, personId)
    return { asker, others, duty }
  }

  it('changes hands only when a colleague agreed and the office confirmed', async () => {
    const { asker, others, duty } = await between(2)
    const [other] = others
    if (!other) throw new Error('nobody')
    const { body } = await served.send<{ id: string }>(asker, `/duties/${duty.id}/swap`)
    expect((await mine(other)).swaps).toMatchObject([{ id: body.id, post: '南门' }])
    expect((await mine(asker)).swaps).toEqual([])
    const confirm = (agree: boolean) => served.send(office, `/swaps/${body.id}/confirm`, { agree })
    expect(codes([await confirm(true), await served.send(other, `/swaps/${body.id}/agree`)])).toEqual([
      '409 duties.swapGone',
      '200',
    ])
    expect((await mine(asker)).duties).toMatchObject([{ id: duty.id, swap: { state: 'agreed' } }])
    expect(codes([await confirm(true), await confirm(true)])).toEqual(['200', '409 duties.swapGone'])
    expect((await mine(asker)).duties).toEqual([])
    expect((await mine(other)).duties).toMatchObject([{ id: duty.id, swap: null }])
  })

  it('is taken by one when two agree at once, and asked once when asked twice at once', async () => {
    const { asker, others, duty } = await between(5)
    const asks = await Promise.all(
      [0, 1].map(() => served.send<{ id: string }>(asker, `/duties/${duty.id}/swap`)),
    )
    expect(codes(asks).sort()).toEqual(['200', '409 duties.swapOpen'])
    const id = asks.find(({ status }) => status === 200)?.body.id ?? ''
    const takes = await Promise.all(others.map((other) => served.send(other, `/swaps/${id}/agree`)))
    expect(codes(takes).sort()).toEqual([
      '200',
      '409 duties.swapGone',
      '409 duties.swapGone',
      '409 duties.swapGone',
    ])
    const winner = others[takes.findIndex(({ status }) => status === 200)]
    const { rows } = await admin.query('select to_person from duty_swaps where id = $1', [id])
    expect(rows).toEqual([{ to_person: winner?.personId }])
  })

  it('never puts a colleague in two places when two swaps are confirmed at once', async () => {
    const [heir] = [await helper()]
    const swaps: string[] = []
    for (const asker of [await helper(), await helper()]) {
      const duty = await plantDuty({ admin }, ground, asker.personId)
      await plantMember({ admin }, ground, duty.rosterId, heir.personId)
      swaps.push(await plantSwap({ admin }, ground, duty, asker.personId, heir.personId))
    }
    const answers = await Promise.all(
      swaps.map((id) => served.send(office, `/swaps/${id}/confirm`, { agree: true })),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect((await mine(heir)).duties).toHaveLength(1)
  })

  it('is taken back by its asker, declined by the office, and unknown to strangers', async () => {
    const { asker, others, duty } = await between(2)
    const ask = async () => (await served.send<{ id: string }>(asker, `/duties/${duty.id}/swap`)).body.id
    const first = await ask()
    const stranger = await helper()
    expect(
      codes([
        await served.send(stranger, `/swaps/${first}/agree`),
        await served.send(asker, `/swaps/${first}/agree`),
        await served.send(stranger, `/swaps/${first}/withdraw`),
        await served.send(asker, `/swaps/${first}/withdraw`),
        await served.send(others[0], `/swaps/${first}/agree`),
      ]),
    ).toEqual([
      '404 kernel.notFound',
      '404 kernel.notFound',
      '404 kernel.notFound',
      '200',
      '409 duties.swapGone',
    ])
    const second = await ask()
    expect(codes([await served.send(office, `/swaps/${second}/confirm`, { agree: false })])).toEqual(['200'])
    expect((await mine(asker)).duties).toMatchObject([{ id: duty.id, swap: null }])
  })
})
