import type { MyDuties, RosterReach, RosterView } from '@linli/contract/duties/shapes'
import type pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AREA, openDuties } from '../../../../../tests/kit/dutiesRoom.ts'
import { plantDuty, plantMember, plantSwap } from '../../../../../tests/kit/houseDuties.ts'
import type { Answer, ServedRooms } from '../../../../../tests/kit/rooms.ts'
import type { Actor } from '../../kernel/auth/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { helpersServing } from '../people/index.ts'
import { isGateCode } from './gateCode.ts'
import { planRosters } from './index.ts'
import type { DutiesNeeds } from './needs.ts'

const ground = { region: 1, path: AREA }
let admin: pg.Pool
let needs: DutiesNeeds
let served: ServedRooms
let office: Actor

let close: () => Promise<void>
beforeAll(async () => {
  ;({ admin, needs, served, office, close } = await openDuties((db) => ({
    helpersServing: (region, path, ids) => helpersServing(db, region, path, ids),
    posts: async () => [{ key: 'gridHead', name: { zh: '网格长', en: 'Grid head' } }],
    skills: async () => [{ key: 'nursing', name: { zh: '护理', en: 'Nursing' } }],
    calendar: async () => new Map([['2027-04-05', true]]),
  })))
})
afterAll(() => close())

const roster = (more: object = {}) => ({
  id: newId(),
  purpose: 'crisis',
  title: '防汛值守',
  reason: '河水上涨，十五个卡口要有人',
  path: AREA,
  fromOn: '2027-03-01',
  toOn: '2027-03-02',
  restHours: 11,
  weekHours: 40,
  shifts: [{ key: 'day', name: '白班', start: '08:00', minutes: 480 }],
  posts: [
    { name: '南门', place: '南门岗亭', tasks: '登记出入', needed: 1 },
    { name: '医疗点', place: '广场', tasks: '照看伤者', needed: 1, skill: 'nursing' },
  ],
  ...more,
})
const opened = async (more: object = {}): Promise<string> => {
  const body = roster(more)
  expect((await served.send(office, '/rosters', body)).status).toBe(201)
  return body.id
}
const see = async (id: string) => (await served.read<RosterView>(office, `/rosters/${id}`)).body
const mine = async (actor: Actor) => (await served.read<MyDuties>(actor, '/me/duties')).body
const said = ({ status, body }: Answer<unknown>): string =>
  typeof body === 'object' && body !== null && 'code' in body ? `${status} ${String(body.code)}` : `${status}`
const reach = async (id: string, groups?: string) =>
  (await served.read<RosterReach>(office, `/rosters/${id}/reach${groups ? `?groups=${groups}` : ''}`)).body
const helper = async (): Promise<Actor> => {
  const actor = await served.signIn('李志愿')
  await admin.query(
    `insert into helpers (region_id, person_id, path, serves_path, quota, joined_at) values (1, $1, $2, $2, 3, now())`,
    [actor.personId, AREA],
  )
  return actor
}

describe('whom a mobilisation can ask', () => {
  it('says by group how many there are and what stays open though they all came, and asks the chosen', async () => {
    const [one, two, head] = [await helper(), await helper(), await served.signIn('王网格')]
    const team = newId()
    await admin.query(
      `insert into teams (region_id, id, kind, name, path, opened_at) values (1, $1, 'flood', '防汛队', $2, now())`,
      [team, AREA],
    )
    for (const [person, asked] of [
      [two.personId, false],
      [one.personId, true],
    ] as const)
      await admin.query(
        `insert into team_members (region_id, id, team_id, person_id, from_at, is_asked) values (1, $1, $2, $3, now(), $4)`,
        [newId(), team, person, asked],
      )
    await admin.query(
      `insert into posts (region_id, id, person_id, post, area_path, from_on) values (1, $1, $2, 'gridHead', $3, '2026-01-01')`,
      [newId(), head.personId, `${AREA}g01/`],
    )
    await admin.query(
      `insert into helper_skills (region_id, id, person_id, skill, verified_by, verified_at) values (1, $1, $2, 'nursing', $1, now())`,
      [newId(), two.personId],
    )
    const id = await opened()
    const all = await reach(id)
    expect(all).toMatchObject({ people: 2, fresh: 2, places: 4, bound: 0 })
    expect(all.groups).toEqual([
      { key: 'helpers', kind: 'helpers', name: null, people: 2 },
      { key: 'post:gridHead', kind: 'post', name: { zh: '网格长', en: 'Grid head' }, people: 1 },
      { key: `team:${team}`, kind: 'team', name: { zh: '防汛队', en: '防汛队' }, people: 1 },
    ])
    // The team alone fills the posts for those with the skill; the other stays open on both days.
    expect(await reach(id, `team:${team}`)).toMatchObject({ people: 1, bound: 2 })
    expect(await reach(id, 'post:gridHead')).toMatchObject({
      people: 1,
      skills: [{ name: { zh: '护理', en: 'Nursing' }, atOnce: 1, people: 0 }],
    })
    const asked = await served.send(office, `/rosters/${id}/members`, {
      groups: ['post:gridHead', `team:${team}`],
    })
    expect(asked.body).toEqual({ id, asked: 2 })
    expect((await mine(head)).asked).toMatchObject([{ id, reason: '河水上涨，十五个卡口要有人' }])
    expect((await mine(one)).asked).toEqual([])
    // Who was asked counts on, whoever is chosen next; who said no does not.
    await served.send(head, `/rosters/${id}/answer`, { comes: false })
    expect(await reach(id, 'post:gridHead')).toMatchObject({ people: 1, fresh: 0, bound: 2 })
    const stranger = await served.signIn('外人', [{ role: 'dispatcher', areaPath: '/s02/', unitId: null }])
    expect((await served.read(stranger, `/rosters/${id}/reach`)).status).toBe(403)
  })

  it('has the codes of all posts on one page', async () => {
    const id = await opened()
    const { body } = await served.read<{
      day: string
      items: { postId: string; name: string; code: string }[]
    }>(office, `/rosters/${id}/codes`)
    expect(body.items.map(({ name }) => name).toSorted()).toEqual(['医疗点', '南门'].toSorted())
    for (const { postId, code } of body.items)
      expect(isGateCode(needs.crypto, { region: 1, postId, day: body.day }, code)).toBe(true)
  })
})

describe('the end of a mobilisation', () => {
  it('shows who is missing now, confirms hours as signed, calls off what is ahead and keeps what was served', async () => {
    const [person, absent, ahead] = [await helper(), await helper(), await helper()]
    const duty = await plantDuty({ admin }, ground, person.personId, { hours: -10 })
    const plant = async (who: Actor, hours: number): Promise<string> => {
      const id = newId()
      await plantMember({ admin }, ground, duty.rosterId, who.personId)
      await admin.query(
        `insert into duties (region_id, id, roster_id, post_id, person_id, path, shift, starts_at, ends_at, accepted)
         values (1, $1, $2, $3, $4, $5, 'day', now() + make_interval(hours => $6::int), now() + make_interval(hours => $6::int + 8), true)`,
        [id, duty.rosterId, duty.postId, who.personId, AREA, hours],
      )
      return id
    }
    const [now, later] = [await plant(absent, -1), await plant(ahead, 20)]
    await admin.query(
      `update duties set signed_in_at = starts_at - interval '20 minutes', signed_out_at = ends_at - interval '30 minutes' where id = $1`,
      [duty.id],
    )
    await plantSwap({ admin }, ground, { id: later }, ahead.personId)
    expect((await see(duty.rosterId)).work).toMatchObject({
      places: 3,
      ahead: 1,
      now: { due: 1, here: 0, missing: [{ postId: duty.postId, people: 1 }] },
      served: 1,
      people: 1,
      waiting: 1,
      swapsOpen: 1,
    })
    const close = (version: number) => served.send(office, `/rosters/${duty.rosterId}/close`, { version })
    expect(said(await close(1))).toBe('409 duties.hoursWaiting')
    const key = newId()
    const confirm = () => served.send(office, `/rosters/${duty.rosterId}/hours`, undefined, key)
    expect((await confirm()).body).toEqual({ id: duty.rosterId, confirmed: 1 })
    expect((await confirm()).body).toEqual({ id: duty.rosterId, confirmed: 1 })
    await admin.query('update duties set signed_in_at = now() where id = $1', [now])
    expect(said(await close(1))).toBe('409 duties.stillServing')
    await admin.query('update duties set signed_in_at = null where id = $1', [now])
    expect(said(await close(7))).toBe('409 duties.rosterMoved')
    expect((await close(1)).status).toBe(200)
    const over = await see(duty.rosterId)
    expect(over).toMatchObject({ state: 'closed', work: { places: 2, ahead: 0, minutes: 450, swapsOpen: 0 } })
    expect((await mine(ahead)).duties).toEqual([])
    const told = await admin.query(
      `select payload -> 'people' as people from outbox where topic = 'duties.rosterClosed.1' and payload ->> 'id' = $1`,
      [duty.rosterId],
    )
    expect(told.rows).toEqual([{ people: [ahead.personId] }])
    expect(said(await close(2))).toBe('409 duties.rosterMoved')
  })

  it('closes one that never came into force, and nobody is asked or planned any more', async () => {
    const [person, id] = [await helper(), await opened()]
    await served.send(office, `/rosters/${id}/members`, { personIds: [person.personId] })
    await served.send(person, `/rosters/${id}/answer`, { comes: true })
    expect((await served.send(office, `/rosters/${id}/close`, { version: 1 })).status).toBe(200)
    expect(await see(id)).toMatchObject({ state: 'closed', work: null })
    expect((await mine(person)).asked).toEqual([])
    expect(said(await served.send(office, `/rosters/${id}/propose`, { version: 2 }))).toBe(
      '409 duties.rosterMoved',
    )
    expect(said(await served.send(person, `/rosters/${id}/answer`, { comes: true }))).toBe(
      '409 duties.rosterMoved',
    )
  })

  it('does not confirm one’s own hours, and is another area’s no business', async () => {
    const own = await plantDuty({ admin }, ground, office.personId, { hours: -10 })
    await admin.query('update duties set signed_in_at = starts_at, signed_out_at = ends_at where id = $1', [
      own.id,
    ])
    expect((await served.send(office, `/rosters/${own.rosterId}/hours`)).body).toMatchObject({ confirmed: 0 })
    expect((await served.send(office, `/rosters/${own.rosterId}/close`, { version: 1 })).status).toBe(200)
    const stranger = await served.signIn('外人', [{ role: 'dispatcher', areaPath: '/s02/', unitId: null }])
    for (const verb of ['hours', 'close', 'next'])
      expect(
        (
          await served.send(
            stranger,
            `/rosters/${own.rosterId}/${verb}`,
            verb === 'close' ? { version: 1 } : verb === 'next' ? { id: newId() } : {},
          )
        ).status,
      ).toBe(403)
  })
})

describe('a station’s roster, month by month', () => {
  it('goes on with one press: standing members come along, and who had less has more', async () => {
    const [first, second, third] = [await helper(), await helper(), await helper()]
    const id = await opened({
      purpose: 'duty',
      fromOn: '2027-03-29',
      toOn: '2027-03-31',
      posts: [{ name: '服务台', place: '门口', tasks: '接待', needed: 1 }],
    })
    expect(said(await served.send(office, `/rosters/${id}/next`, { id: newId() }))).toBe(
      '409 duties.notInForce',
    )
    await served.send(office, `/rosters/${id}/members`, {
      personIds: [first, second, third].map(({ personId }) => personId),
    })
    await served.send(first, `/rosters/${id}/answer`, { comes: true, stands: true })
    await served.send(second, `/rosters/${id}/answer`, {
      comes: true,
      stands: true,
      offDays: ['2027-03-29', '2027-03-30', '2027-03-31'],
    })
    await served.send(third, `/rosters/${id}/answer`, { comes: false, stands: true })
    await served.send(office, `/rosters/${id}/propose`, { version: 1 })
    await planRosters(needs, 1)
    await served.send(office, `/rosters/${id}/accept`, { version: 3 })
    expect(await see(id)).toMatchObject({ standing: 2, nextId: null })
    expect((await mine(first)).standing).toEqual([{ id, title: '防汛值守' }])

    const next = newId()
    expect((await served.send(office, `/rosters/${id}/next`, { id: next })).status).toBe(201)
    expect(said(await served.send(office, `/rosters/${id}/next`, { id: newId() }))).toBe(
      '409 duties.monthThere',
    )
    expect(await see(next)).toMatchObject({
      state: 'planning',
      fromOn: '2027-04-01',
      toOn: '2027-04-30',
      coming: 2,
      asked: 0,
      posts: [{ name: '服务台', needed: 1 }],
    })
    expect((await see(next)).freeDays).toContain('2027-04-05')
    expect((await see(id)).nextId).toBe(next)
    await planRosters(needs, 1)
    const counted = await admin.query<{ person: string; n: number }>(
      `select person_id as person, count(*)::int as n from duties where roster_id = $1 group by 1`,
      [next],
    )
    const of = (actor: Actor) => counted.rows.find(({ person }) => person === actor.personId)?.n ?? 0
    // March gave the first three duties and the second none: April evens it out.
    expect(of(first) + of(second)).toBe(30)
    expect(of(second) - of(first)).toBeGreaterThanOrEqual(2)
    await served.send(office, `/rosters/${next}/accept`, { version: 2 })
    expect((await served.send(first, `/rosters/${next}/standing/end`)).status).toBe(200)
    expect(await see(next)).toMatchObject({ standing: 1 })
    expect((await mine(first)).standing).toEqual([])
    expect((await served.send(third, `/rosters/${next}/standing/end`)).status).toBe(404)

    const after = newId()
    await served.send(office, `/rosters/${next}/next`, { id: after })
    expect(await see(after)).toMatchObject({ coming: 1, asked: 1, fromOn: '2027-05-01' })
    const month = await served.read<{ items: object[] }>(
      office,
      `/rosters/${next}/duties?day=2027-04-01&until=2027-04-30`,
    )
    expect(month.body.items).toHaveLength(30)
    expect(said(await served.read(office, `/rosters/${next}/duties?day=2027-04-01&until=2027-06-30`))).toBe(
      '422 duties.daysTurned',
    )
  })
})
