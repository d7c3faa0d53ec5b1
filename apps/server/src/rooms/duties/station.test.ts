import type { LogEntry, StationDuty } from '@linli/contract/duties/shapes'
import type pg from 'pg'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TestDatabase } from '../../../../../tests/kit/database.ts'
import { AREA, openDuties } from '../../../../../tests/kit/dutiesRoom.ts'
import { plantDuty, plantMember } from '../../../../../tests/kit/houseDuties.ts'
import { OPEN_ALWAYS } from '../../../../../tests/kit/houseStations.ts'
import type { Answer, ServedRooms } from '../../../../../tests/kit/rooms.ts'
import { type Actor, systemScope } from '../../kernel/auth/actor.ts'
import type { Row } from '../../kernel/db/database.ts'
import { newId, newSlug } from '../../kernel/ids.ts'
import { gateCode, today } from './gateCode.ts'
import { planRosters } from './jobs.ts'
import type { DutiesNeeds } from './needs.ts'
import { planRoster } from './rules/planRoster.ts'
import { freeDaysOf, taskOf } from './rules/rosterDays.ts'

const ground = { region: 1, path: AREA }
let database: TestDatabase
let admin: pg.Pool
let needs: DutiesNeeds
let served: ServedRooms
let office: Actor

let close: () => Promise<void>
beforeAll(async () => {
  ;({ database, admin, needs, served, office, close } = await openDuties())
})
afterAll(() => close())

const said = ({ status, body }: Answer<unknown>): string =>
  typeof body === 'object' && body !== null && 'code' in body ? `${status} ${String(body.code)}` : `${status}`

/** Somebody on duty now, at a station of their own. */
async function onDuty(showName: boolean) {
  const person = await served.signIn('李志愿')
  const [id, slug] = [newId(), newSlug()]
  await database.db.commit(systemScope(1), [
    sql`insert into stations (region_id, id, slug, kind, name, path, address, step_free, hours, version, opened_at)
      values (1, ${id}, ${slug}, 'fixed', '桥头驿站', ${AREA}, '桥头 1 号', true, ${JSON.stringify(OPEN_ALWAYS)}::jsonb, 1, app_now())`,
  ])
  const duty = await plantDuty({ admin }, ground, person.personId, { hours: 0 })
  await admin.query(`update rosters set station_id = $1 where id = $2`, [id, duty.rosterId])
  await admin.query(`update roster_members set show_name = $1 where roster_id = $2`, [
    showName,
    duty.rosterId,
  ])
  return { person, slug, duty }
}
const board = async (slug: string) =>
  (await served.read<StationDuty>(undefined, `/stations/at/${slug}/duty`)).body.items

describe('the duties of a station', () => {
  it('say that somebody is there, and who only with their consent', async () => {
    const [open, silent] = [await onDuty(true), await onDuty(false)]
    expect(await board(open.slug)).toMatchObject([{ post: '南门', isNow: true, name: '李**' }])
    expect(await board(silent.slug)).toMatchObject([{ post: '南门', isNow: true, name: null }])
    expect((await served.read(undefined, '/stations/at/nowhere12345/duty')).status).toBe(404)
    const feed = await served.read(undefined, `/stations/at/${open.slug}/duty/calendar`)
    expect(feed.bytes.toString()).toContain('南门 有人值班')
    expect(feed.bytes.toString()).not.toContain('李')
  })

  it('stand in a calendar at an address that only their person knows, and that a new one ends', async () => {
    const { person } = await onDuty(false)
    const open = async () =>
      new URL((await served.send<{ url: string }>(person, '/me/duties/calendar')).body.url).pathname.slice(4)
    const first = await open()
    expect((await served.read(undefined, first)).bytes.toString()).toContain('白班 · 南门')
    const second = await open()
    expect((await served.read(undefined, first)).status).toBe(404)
    expect((await served.read(undefined, second)).status).toBe(200)
  })
})

describe('the log of a post', () => {
  it('is written on duty only, read by whoever is on next, and by the office', async () => {
    const { person, duty } = await onDuty(false)
    const next = await served.signIn('王接班')
    await plantMember({ admin }, ground, duty.rosterId, next.personId)
    const later = newId()
    await admin.query(
      `insert into duties (region_id, id, roster_id, post_id, person_id, path, shift, starts_at, ends_at, accepted)
       values (1, $1, $2, $3, $4, $5, 'day', now() + interval '20 hours', now() + interval '21 hours', true)`,
      [later, duty.rosterId, duty.postId, next.personId, AREA],
    )
    const write = (who: Actor, id: string, more: object = {}) =>
      served.send(who, `/duties/${id}/log`, { id: newId(), kind: 'check', text: '东门灭火器已查', ...more })
    expect(
      [
        await write(person, duty.id),
        await write(person, duty.id, { kind: 'hazard', text: '井盖松动', orderId: newId() }),
        await write(next, duty.id),
        await write(next, later),
      ].map(said),
    ).toEqual(['201', '400 kernel.invalid', '404 kernel.notFound', '409 duties.notNow'])
    const { body } = await served.read<{ items: LogEntry[] }>(next, `/duties/${later}/log`)
    expect(body.items).toMatchObject([{ kind: 'check', text: '东门灭火器已查', post: '南门' }])
    expect(JSON.stringify(body)).not.toContain(person.personId)
    const day = today(database.db)
    const log = await served.read<{ items: LogEntry[] }>(office, `/rosters/${duty.rosterId}/log?day=${day}`)
    expect(log.body.items).toHaveLength(1)
    expect((await served.read(next, `/rosters/${duty.rosterId}/log?day=${day}`)).status).toBe(403)
  })
})

describe('signing in', () => {
  it('ends after ten wrong codes, and the right one then helps no more', async () => {
    const { person, duty } = await onDuty(false)
    const right = gateCode(needs.crypto, 1, duty.postId, today(database.db))
    const wrong = right === '000000' ? '111111' : '000000'
    const at = async (code: string) => said(await served.send(person, `/duties/${duty.id}/start`, { code }))
    for (let n = 0; n < 10; n += 1) expect(await at(wrong)).toBe('422 duties.wrongCode')
    expect([await at(wrong), await at(right)]).toEqual([
      '409 duties.codeTriesSpent',
      '409 duties.codeTriesSpent',
    ])
  })
})

describe('a plan', () => {
  const body = (more: object = {}) => ({
    id: newId(),
    purpose: 'duty',
    title: '驿站值班',
    path: AREA,
    fromOn: '2027-05-01',
    toOn: '2027-05-31',
    restHours: 11,
    weekHours: 40,
    shifts: [
      { key: 'lunch', name: '午间', start: '12:00', minutes: 120, on: 'workday' },
      { key: 'free', name: '周末', start: '09:00', minutes: 480, on: 'freeDay' },
    ],
    posts: [{ name: '服务台', place: '一楼', tasks: '接待', needed: 1 }],
    ...more,
  })

  it('that failed opens the roster again and tells whoever asked for it', async () => {
    const roster = body()
    await served.send(office, '/rosters', roster)
    const person = await served.signIn('赵')
    await plantMember({ admin }, ground, roster.id, person.personId)
    await served.send(office, `/rosters/${roster.id}/propose`, { version: 1 })
    const broken = { ...needs, calendar: () => Promise.reject(new Error('no calendar')) }
    await expect(planRosters(broken, 1)).rejects.toThrow('no calendar')
    const view = await served.read<{ state: string; planFailedAt: string | null }>(
      office,
      `/rosters/${roster.id}`,
    )
    expect(view.body).toMatchObject({ state: 'open', planFailedAt: expect.any(String) })
    const told = await database.db.read<Row & { people: string[] }>(
      systemScope(1),
      sql`select payload->'people' as people from outbox where topic = 'duties.planFailed.1' and payload->>'id' = ${roster.id}`,
    )
    expect(told).toEqual([{ people: [office.personId] }])
  })

  it('serves lunch on working days and the whole day on free ones, and follows wished days', () => {
    const roster = body()
    const calendar = new Map([
      ['2027-05-04', true],
      ['2027-05-08', false],
    ])
    const terms = {
      ...roster,
      shifts: roster.shifts.map((shift) => ({ ...shift, on: shift.on as 'workday' | 'freeDay' })),
    }
    const members = ['a', 'b', 'c', 'd'].map((id) => ({
      id,
      skills: [],
      offDays: [],
      offShifts: [],
      wishes: [],
      wishDays: id === 'd' ? ['2027-05-01'] : [],
      busy: [],
    }))
    const free = freeDaysOf(roster, calendar)
    const task = taskOf({ ...terms, now: 0 }, [{ id: 'p', needed: 1, skill: null }], members, free)
    const plan = planRoster(task)
    expect(plan.gaps).toEqual([])
    expect(plan.duties).toHaveLength(31)
    for (const { day, shift } of plan.duties) expect(shift).toBe(free.includes(day) ? 1 : 0)
    expect(free).toContain(3)
    expect(free).not.toContain(7)
    expect(members[plan.duties.find(({ day }) => day === 0)?.member ?? 0]?.id).toBe('d')
  })
})
