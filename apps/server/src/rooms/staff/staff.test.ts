import type { Static } from '@linli/contract/schema'
import type { AllowanceMonth, MyWork, WorkList, WorkView } from '@linli/contract/staff/shapes'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { TestDatabase } from '../../../../../tests/kit/database.ts'
import { DAY, inDays, openStaff, type ServedStaff } from '../../../../../tests/kit/staffRoom.ts'
import type { Actor } from '../../kernel/auth/actor.ts'
import { newId } from '../../kernel/ids.ts'

let served: ServedStaff
let database: TestDatabase
let house: ServedStaff['house']
let admin: ServedStaff['admin']
let send: ServedStaff['send']
let codeOf: ServedStaff['codeOf']
let posted: ServedStaff['posted']
let lead: Actor
let other: Actor
let office: Actor
let elsewhere: Actor

beforeAll(async () => {
  served = await openStaff()
  ;({ database, house, admin, send, codeOf, posted, lead, other, office, elsewhere } = served)
})
afterEach(() => database.db.setShift(0))
afterAll(() => served.close())

/** The day by the region's clock. */
const day = (days: number): string =>
  new Date(inDays(days)).toLocaleDateString('sv', { timeZone: 'Asia/Shanghai' })

describe('agreed work', () => {
  const item = { name: '走访', doneWhen: '网格里的住户都走到', fact: 'visits' }
  async function proposed(worker: Actor): Promise<string> {
    const id = newId()
    const body = {
      id,
      workerId: worker.personId,
      from: day(-30),
      to: day(30),
      items: [item, { ...item, fact: undefined }],
    }
    expect((await send(lead, '/work-agreements', body)).status).toBe(201)
    return id
  }
  const view = (actor: Actor, id: string) => house.read<WorkView>(actor, `/work-agreements/${id}`)
  const at = (id: string, step: string) => `/work-agreements/${id}/${step}`
  async function concluded(worker: Actor): Promise<{ id: string; items: string[] }> {
    const id = await proposed(worker)
    await send(worker, at(id, 'answer'), { agrees: true })
    const items = (await view(lead, id)).body.items.map((one) => one.id)
    await send(lead, at(id, 'facts'), { id: newId(), itemId: items[1], words: '两户没有走到' })
    await send(lead, at(id, 'show'))
    const outcomes = items.map((itemId) => ({ itemId, outcome: 'notYet' }))
    expect(await codeOf(lead, at(id, 'conclude'), { version: 3, outcomes })).toBe(200)
    return { id, items }
  }

  it('holds only when the worker has agreed; what is sent back is gone', async () => {
    const worker = await posted()
    expect(
      await codeOf(lead, '/work-agreements', {
        id: newId(),
        workerId: lead.personId,
        from: day(0),
        to: day(9),
        items: [item],
      }),
    ).toBe('staff.notYourself')
    const id = await proposed(worker)
    expect(await codeOf(lead, at(id, 'facts'), { id: newId(), itemId: newId(), words: '早' })).toBe(
      'staff.notNow',
    )
    expect(await codeOf(lead, at(id, 'answer'), { agrees: true })).toBe('kernel.notFound')
    expect((await send(worker, at(id, 'answer'), { agrees: false })).status).toBe(200)
    expect((await view(worker, id)).status).toBe(404)
    const far = await posted('gridHead', '/c10/g1/')
    const body = { id: newId(), workerId: far.personId, from: day(0), to: day(9), items: [item] }
    expect(await codeOf(lead, '/work-agreements', body)).toBe('kernel.forbidden')
  })

  it('fills what the house knows, shows every fact to the worker first, who answers, and ends in words without a number of anybody', async () => {
    const worker = await posted()
    const id = await proposed(worker)
    await send(worker, at(id, 'answer'), { agrees: true })
    await admin.query(
      `insert into visit_records (region_id, id, visit_id, campaign_id, household_id, path, form_id, replaces, outcome, answers, order_ids, by_person, device_at, at)
       select 1, gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), gen_random_uuid(), '/c1/g1/', gen_random_uuid(), '{}', 'met', '{}', '{}', $1, now(), now() from generate_series(1, 3)`,
      [worker.personId],
    )
    const { items, version } = (await view(lead, id)).body
    expect(items.map(({ counted, fact }) => [fact, counted])).toEqual([
      ['visits', 3],
      [null, null],
    ])
    const outcomes = items.map(({ id: itemId }) => ({ itemId, outcome: 'met' }))
    // Not before the worker saw the facts.
    expect(await codeOf(lead, at(id, 'conclude'), { version, outcomes })).toBe('staff.notNow')
    const fact = newId()
    await send(lead, at(id, 'facts'), { id: fact, itemId: items[1]?.id, words: '有两户没走到' })
    expect((await send(lead, at(id, 'show'))).status).toBe(200)
    expect(await codeOf(lead, at(id, 'facts'), { id: newId(), itemId: items[1]?.id, words: '后补' })).toBe(
      'staff.notNow',
    )
    expect(await codeOf(other, `/work-facts/${fact}/answer`, { words: '不是我的' })).toBe('kernel.notFound')
    expect((await send(worker, `/work-facts/${fact}/answer`, { words: '那两户搬走了' })).status).toBe(200)
    const few = { version: 3, outcomes: outcomes.slice(0, 1) }
    expect(await codeOf(lead, at(id, 'conclude'), few)).toBe('staff.itemMissing')
    expect(await codeOf(lead, at(id, 'conclude'), { version: 3, outcomes })).toBe(200)
    expect((await view(worker, id)).body).toMatchObject({
      state: 'concluded',
      may: { appeal: true },
      items: [{ outcome: 'met' }, { outcome: 'met', facts: [{ answer: '那两户搬走了' }] }],
    })
  })

  it('is read by the worker and the lead alone; an appeal opens it to whoever answers, who is never the lead nor the worker', async () => {
    const worker = await posted()
    const { id, items } = await concluded(worker)
    for (const nobody of [other, office, elsewhere]) expect((await view(nobody, id)).status).toBe(404)
    expect((await send(worker, at(id, 'appeal'), { words: '那两户搬走了，不该算' })).status).toBe(200)
    expect((await view(other, id)).body).toMatchObject({ may: { decide: true }, answerBy: day(10) })
    const listed = await house.read<Static<typeof WorkList>>(other, '/work-agreements')
    expect(listed.body.items.map((one) => one.id)).toContain(id)
    const body = {
      words: '核实过，两户确已搬走，改为做到',
      outcomes: items.map((itemId) => ({ itemId, outcome: 'met' })),
    }
    expect(await codeOf(lead, at(id, 'appeal/answer'), body)).toBe('staff.ownAppeal')
    expect(await codeOf(elsewhere, at(id, 'appeal/answer'), body)).toBe('kernel.forbidden')
    const both = await Promise.all([other, office].map((judge) => send(judge, at(id, 'appeal/answer'), body)))
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])
    expect((await view(worker, id)).body).toMatchObject({
      state: 'final',
      answer: body.words,
      items: [{ outcome: 'met' }, { outcome: 'met' }],
    })
  })

  it('may be appealed for fifteen days', async () => {
    const worker = await posted()
    const { id } = await concluded(worker)
    database.db.setShift(16 * DAY)
    expect((await view(worker, id)).body.may.appeal).toBe(false)
    expect(await codeOf(worker, at(id, 'appeal'), { words: '太晚了' })).toBe('staff.tooLate')
  })
})

describe('mentors', () => {
  it('are a pair when both have said yes, and apart when one of them says so', async () => {
    const [mentor, learner] = [
      await posted('gridHead', '/c1/g3/', '师傅'),
      await posted('unitHead', '/c1/g3/', '徒弟'),
    ]
    const body = {
      id: newId(),
      mentorId: mentor.personId,
      learnerId: learner.personId,
      subject: '入户走访',
      from: day(0),
      until: day(90),
    }
    expect(await codeOf(lead, '/mentor-pairs', { ...body, learnerId: mentor.personId })).toBe(
      'staff.notYourself',
    )
    expect((await send(lead, '/mentor-pairs', body)).status).toBe(201)
    expect(await codeOf(lead, '/mentor-pairs', { ...body, id: newId() })).toBe('staff.alreadyPaired')
    const isAgreed = async () =>
      (await house.read<MyWork>(learner, '/me/work')).body.pairs.find(({ id }) => id === body.id)?.isAgreed
    expect(await codeOf(other, `/mentor-pairs/${body.id}/answer`, { agrees: true })).toBe('kernel.notFound')
    await send(mentor, `/mentor-pairs/${body.id}/answer`, { agrees: true })
    expect(await isAgreed()).toBe(false)
    await send(learner, `/mentor-pairs/${body.id}/answer`, { agrees: true })
    expect(await isAgreed()).toBe(true)
    expect((await send(learner, `/mentor-pairs/${body.id}/end`)).status).toBe(200)
    expect(await isAgreed()).toBeUndefined()
  })
})

describe('allowances', () => {
  it('are the month’s facts for payment: category, days, and no way to take anything off', async () => {
    const [full, part] = [
      await posted('gridHead', '/c1/g4/', '=SUM(A1)'),
      await posted('buildingHead', '/c1/g4/', '周楼长'),
    ]
    const set = (person: Actor, category: string, from: string) =>
      codeOf(office, '/allowances', { id: newId(), personId: person.personId, category, from })
    expect(await set(full, 'none', '2026-01-01')).toBe('staff.unknownCategory')
    expect(await set(full, 'fullTime', '2026-01-01')).toBe(201)
    expect(await set(full, 'partTime', '2026-02-01')).toBe('staff.hasAllowance')
    expect(await set(part, 'partTime', '2026-02-11')).toBe(201)
    expect(
      await codeOf(lead, '/allowances', {
        id: newId(),
        personId: part.personId,
        category: 'partTime',
        from: day(0),
      }),
    ).toBe('kernel.forbidden')
    const month = (at: string) => house.read<AllowanceMonth>(office, `/allowances?month=${at}`)
    const { body } = await month('2026-02')
    expect(body.items.map(({ name, fen, days }) => [name, fen, days])).toEqual([
      ['=SUM(A1)', 120_000, 28],
      ['周楼长', 30_000, 18],
    ])
    const id = body.items[0]?.id ?? ''
    expect(await codeOf(office, `/allowances/${id}/end`, { to: '2026-02-10' })).toBe(200)
    expect(await codeOf(office, `/allowances/${id}/end`, { to: '2026-02-10' })).toBe('staff.notNow')
    expect((await month('2026-02')).body.items.map(({ days }) => days)).toEqual([10, 18])
    expect((await month('2026-03')).body.items.map(({ name }) => name)).toEqual(['周楼长'])
    const { bytes } = await house.read(office, '/allowances/file?month=2026-02')
    const text = bytes.toString('utf8')
    expect(text.startsWith('\uFEFF姓名,')).toBe(true)
    // A spreadsheet must not take a name for a formula.
    expect(text).toContain("'=SUM(A1)")
    expect(text).toContain('1200.00')
    expect((await house.read<MyWork>(part, '/me/work')).body.allowance).toMatchObject({ fen: 30_000 })
  })
})
