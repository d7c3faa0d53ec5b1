import { tmpdir } from 'node:os'
import type {
  AnsweredVisit,
  AnswerTotals,
  OpenedVisit,
  VisitConflict,
} from '@linli/contract/visits/answerShapes'
import type { CampaignProgress, Question, TakenArea, VisitRecord } from '@linli/contract/visits/shapes'
import { PRESETS } from '@linli/presets'
import pg from 'pg'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { holdRows } from '../../../../../tests/kit/heldRow.ts'
import { type ServedRooms, serveRooms } from '../../../../../tests/kit/rooms.ts'
import { type Actor, systemScope } from '../../kernel/auth/actor.ts'
import { softwareProvider } from '../../kernel/crypto/softwareProvider.ts'
import { newId } from '../../kernel/ids.ts'
import { localStorage } from '../../kernel/uploads/localStorage.ts'
import { installPreset, placesRoom } from '../places/index.ts'
import { visitsRoom } from './index.ts'

let database: TestDatabase
let house: ServedRooms
let admin: Actor
let walker: Actor
let other: Actor
let dispatcher: Actor
let community = ''
let grids: string[] = []

const questions: Question[] = [
  { key: 'help', kind: 'choice', label: '要不要帮忙', choices: ['要', '不要'], required: true },
  { key: 'what', kind: 'several', label: '帮什么', choices: ['送餐', '陪诊', '维修'], required: false },
  { key: 'say', kind: 'text', label: '还想说什么', required: false },
  { key: 'people', kind: 'number', label: '几口人', required: false },
  { key: 'spot', kind: 'place', label: '在哪里', required: false },
]

beforeAll(async () => {
  database = await testDatabase()
  const { db } = database
  const deps = { db, crypto: softwareProvider(Buffer.alloc(32, 7)) }
  await installPreset(db, 1, PRESETS.xihu)
  house = await serveRooms(db, [
    placesRoom(deps, []),
    visitsRoom({ ...deps, storage: localStorage(tmpdir()) }),
  ])
  admin = await house.signIn('郑伟', [{ role: 'regionAdmin', areaPath: '/', unitId: null }])
  const open = async (parent: string, name: string) =>
    (await house.send<{ path: string }>(admin, '/areas', { parent, name })).body.path
  community = await open(await open('/', '示范街道'), '桃源社区')
  grids = [await open(community, '一网格'), await open(community, '二网格')]
  for (const grid of grids) {
    const building = await open(grid, '1栋')
    await db.commit(systemScope(1), [
      sql`insert into households (region_id, id, path, room, address_cipher, address_hmac, opened_at)
        select 1, gen_random_uuid(), ${building}, (100 + n)::text, '', '', app_now() from generate_series(1, 6) n`,
    ])
  }
  const grid = grids[0] ?? ''
  walker = await house.signIn('徐建国', [{ role: 'gridWorker', areaPath: grid, unitId: null }])
  other = await house.signIn('李强', [{ role: 'gridWorker', areaPath: grid, unitId: null }])
  dispatcher = await house.signIn('王芳', [{ role: 'dispatcher', areaPath: community, unitId: null }])
})
afterAll(async () => {
  await house.close()
  await database.close()
})

async function begin(more: object = {}) {
  const started = await house.send<{ id: string; form: string }>(admin, '/campaigns', {
    kind: 'doorToDoor',
    name: '冬季敲门',
    path: '/',
    from: '2026-11-01',
    to: '2026-11-30',
    questions,
    ...more,
  })
  expect(started.status).toBe(201)
  const { id: campaign, form } = started.body
  const { body } = await house.read<TakenArea>(walker, `/campaigns/${campaign}/area`)
  const record = (at: number, more: Partial<VisitRecord> = {}): VisitRecord => ({
    id: newId(),
    visit: newId(),
    campaign,
    household: body.households[at]?.id ?? '',
    form,
    replaces: [],
    outcome: 'met',
    answers: { help: '不要' },
    orders: [],
    at: '2026-11-20T02:00:00.000Z',
    ...more,
  })
  return { campaign, record }
}
const bring = async (who: Actor, ...records: VisitRecord[]) => {
  const { status, body } = await house.send(who, '/visits/records', { records })
  expect([status, body]).toEqual([200, { ids: records.map(({ id }) => id) }])
}
const totals = async (who: Actor, campaign: string, query = '') =>
  house.read<AnswerTotals>(who, `/campaigns/${campaign}/answers/totals${query}`)
const list = async (who: Actor, campaign: string, query = '') =>
  house.read<{ items: AnsweredVisit[]; next: string | null; code?: string }>(
    who,
    `/campaigns/${campaign}/answers${query}`,
  )
const open = (who: Actor, visit: string) =>
  house.send<OpenedVisit>(who, `/visits/${visit}/open`, { reason: 'check' })
const conflicts = async (who: Actor, campaign: string) =>
  (await house.read<{ items: VisitConflict[] }>(who, `/campaigns/${campaign}/conflicts`)).body.items

describe('what a campaign was answered', () => {
  it('is summed up question by question and grid by grid, and names nobody who walked', async () => {
    const { campaign, record } = await begin()
    await bring(
      walker,
      record(0, { answers: { help: '要', what: ['送餐', '维修'], people: 3, say: '扶手松了' } }),
      record(1, { answers: { help: '要', what: ['送餐'], people: 5 } }),
      record(2, { answers: { help: '不要', spot: { longitude: 115.9, latitude: 28.7, name: '1栋附近' } } }),
      record(3, { outcome: 'notHome', answers: {} }),
    )
    const { body } = await totals(dispatcher, campaign)
    expect([body.visits, body.conflicts, body.grids.map(({ path }) => path)]).toEqual([4, 0, grids])
    expect(
      body.questions.map(({ key, answered, choices, sum, least, most }) => [
        key,
        answered,
        choices,
        sum,
        least,
        most,
      ]),
    ).toEqual([
      [
        'help',
        3,
        [
          { choice: '要', visits: 2 },
          { choice: '不要', visits: 1 },
        ],
        null,
        null,
        null,
      ],
      [
        'what',
        2,
        [
          { choice: '送餐', visits: 2 },
          { choice: '陪诊', visits: 0 },
          { choice: '维修', visits: 1 },
        ],
        null,
        null,
        null,
      ],
      ['say', 1, [], null, null, null],
      ['people', 2, [], '8', '3', '5'],
      ['spot', 1, [], null, null, null],
    ])
    expect(body.places).toMatchObject([
      { question: 'spot', name: '1栋附近', longitude: 115.9, latitude: 28.7 },
    ])
    expect(JSON.stringify(body)).not.toContain('徐建国')
    const elsewhere = await totals(dispatcher, campaign, `?grid=${encodeURIComponent(grids[1] ?? '')}`)
    expect(elsewhere.body.visits).toBe(0)
  })

  it('is listed visit by visit, filtered by a choice, with what was written masked and not searched', async () => {
    const { campaign, record } = await begin()
    await bring(
      walker,
      record(0, { answers: { help: '要', what: ['送餐'], say: '老伴刚出院' } }),
      record(1, { answers: { help: '不要' } }),
      record(2, { outcome: 'notHome', answers: {} }),
    )
    const all = (await list(dispatcher, campaign)).body.items
    expect(all.length).toBe(3)
    expect(JSON.stringify(all)).not.toContain('出院')
    const said = all.flatMap(({ answers }) => answers).find(({ key }) => key === 'say')
    expect(said).toMatchObject({ shown: null, hidden: 5 })
    const asked = (query: string) => list(dispatcher, campaign, query)
    expect((await asked('?question=help&answer=要')).body.items.map(({ door }) => door)).toEqual([
      '桃源社区 一网格 1栋 101',
    ])
    expect((await asked('?question=what&answer=送餐')).body.items.length).toBe(1)
    expect((await asked('?question=say')).body.items.length).toBe(1)
    expect((await asked('?outcome=notHome')).body.items.length).toBe(1)
    expect((await asked('?question=say&answer=老伴刚出院')).status).toBe(400)
    expect((await asked('?answer=要')).status).toBe(400)
  })

  it('is read by those who answer for the area, each their part, and by nobody who leads or lives there', async () => {
    const { campaign, record } = await begin()
    await bring(walker, record(0))
    const far = await house.signIn('王强', [{ role: 'gridWorker', areaPath: grids[1] ?? '', unitId: null }])
    expect((await list(walker, campaign)).body.items.length).toBe(1)
    expect((await list(far, campaign)).body.items).toEqual([])
    expect((await totals(far, campaign)).body.visits).toBe(0)
    const visit = (await list(walker, campaign)).body.items[0]?.visit ?? ''
    expect((await open(far, visit)).status).toBe(403)
    const leader = await house.signIn('赵敏', [{ role: 'leader', areaPath: '/', unitId: null }])
    const resident = await house.signIn('李桂兰')
    for (const nobody of [leader, resident])
      expect([
        (await totals(nobody, campaign)).status,
        (await list(nobody, campaign)).status,
        (await open(nobody, visit)).status,
      ]).toEqual([403, 403, 403])
  })

  it('is opened in words one door at a time; each look is recorded with its reason', async () => {
    const { campaign, record } = await begin()
    const first = record(0, { answers: { help: '要', say: '扶手松了' } })
    await bring(walker, first)
    await bring(other, record(0, { visit: first.visit, replaces: [first.id], answers: { help: '不要' } }))
    const { body } = await open(dispatcher, first.visit)
    expect(body).toMatchObject({ campaign, door: '桃源社区 一网格 1栋 101', household: first.household })
    expect(body.versions.map(({ by, stands, answers }) => [by, stands, answers])).toEqual([
      ['李强', true, { help: '不要' }],
      ['徐建国', false, { help: '要', say: '扶手松了' }],
    ])
    const looks = await database.db.read<{ person: string; reason: string }>(
      systemScope(1),
      sql`select person_id as person, reason from audit_entries where region_id = 1 and action = 'openVisit' and subject_id = ${first.household}`,
    )
    expect(looks).toEqual([{ person: dispatcher.personId, reason: '核对走访记录' }])
    expect((await open(dispatcher, newId())).status).toBe(404)
  })
})

describe('a visit that stands twice', () => {
  async function twice() {
    const { campaign, record } = await begin()
    const first = record(0)
    await bring(walker, first)
    const versions = [
      record(0, {
        visit: first.visit,
        replaces: [first.id],
        answers: { help: '要', what: ['送餐'] },
        orders: [newId()],
      }),
      record(0, { visit: first.visit, replaces: [first.id], answers: { help: '不要', people: 2 } }),
    ] as const
    await bring(walker, versions[0])
    await bring(other, versions[1])
    const settle = (who: Actor, body: object) =>
      house.send<{ ids: string[]; code?: string; errors?: { field: string }[] }>(
        who,
        `/visits/${first.visit}/settle`,
        {
          versions: versions.map(({ id }) => id),
          way: 'one',
          keep: versions[1].id,
          ...body,
        },
      )
    const stands = async () =>
      (await open(admin, first.visit)).body.versions.filter((version) => version.stands)
    return { campaign, visit: first.visit, versions, settle, stands }
  }

  it('is named to those who answer for it and not counted until it is settled', async () => {
    const { campaign, visit, settle } = await twice()
    expect(await conflicts(dispatcher, campaign)).toMatchObject([
      { visit, door: '桃源社区 一网格 1栋 101', versions: 2 },
    ])
    expect((await totals(dispatcher, campaign)).body).toMatchObject({ visits: 0, conflicts: 1 })
    expect((await list(dispatcher, campaign)).body.items.map(({ isTwice }) => isTwice)).toEqual([true, true])
    const progress = () => house.read<CampaignProgress>(admin, `/campaigns/${campaign}/progress`)
    expect((await progress()).body.conflicts).toBe(1)
    expect((await settle(dispatcher, {})).status).toBe(200)
    expect(await conflicts(dispatcher, campaign)).toEqual([])
    expect((await totals(dispatcher, campaign)).body).toMatchObject({ visits: 1, conflicts: 0 })
    expect((await progress()).body.conflicts).toBe(0)
  })

  it('holds as one of them; the other, its author and every order stay in the history', async () => {
    const { visit, versions, settle, stands } = await twice()
    const settled = await settle(other, {})
    expect(settled.status).toBe(200)
    expect(await stands()).toMatchObject([
      {
        id: settled.body.ids[0],
        visit,
        by: '李强',
        answers: versions[1].answers,
        orders: versions[0].orders,
      },
    ])
    const { body } = await open(admin, visit)
    expect(body.versions.length).toBe(4)
    expect(body.versions.find(({ id }) => id === versions[0].id)).toMatchObject({
      by: '徐建国',
      answers: versions[0].answers,
    })
  })

  it('holds as both, each a visit of its own, also on the phones', async () => {
    const { campaign, versions, settle, stands } = await twice()
    expect((await settle(dispatcher, { way: 'both' })).status).toBe(200)
    const both = await stands()
    expect(new Set(both.map(({ visit }) => visit)).size).toBe(2)
    expect(both.map(({ answers }) => JSON.stringify(answers)).sort()).toEqual(
      versions.map(({ answers }) => JSON.stringify(answers)).sort(),
    )
    expect((await totals(dispatcher, campaign)).body).toMatchObject({ visits: 2, conflicts: 0 })
    const { body } = await house.read<TakenArea>(walker, `/campaigns/${campaign}/area`)
    expect(body.households[0]?.heads.length).toBe(2)
  })

  it('holds answer by answer, judged as any record is', async () => {
    const { versions, settle, stands } = await twice()
    const [one, two] = versions
    const wrong = await settle(dispatcher, { way: 'fields', keep: two.id, take: { help: newId() } })
    expect([wrong.status, wrong.body.errors?.[0]?.field]).toEqual([400, 'take'])
    expect((await settle(dispatcher, { keep: newId() })).status).toBe(400)
    const unasked = await settle(dispatcher, {
      way: 'fields',
      keep: one.id,
      take: { what: two.id, help: one.id },
    })
    expect(unasked.status).toBe(200)
    expect(await stands()).toMatchObject([{ answers: { help: '要' }, orders: one.orders }])
  })

  it('is settled by one of two at the same moment; the other is told so and nothing is lost', async () => {
    const { campaign, versions, settle, stands } = await twice()
    const holder = new pg.Client({ connectionString: database.adminUrl })
    await holder.connect()
    const query = async (text: string, values?: unknown[]) => (await holder.query(text, values)).rows
    // Nobody writes until both have looked: else they meet by chance, and mostly do not.
    const held = await holdRows(query, 'lock table visit_records in share mode', [])
    const work = Promise.all([settle(dispatcher, {}), settle(admin, { way: 'both', keep: versions[0].id })])
    await held.waiting(2, work)
    await held.release()
    const both = await work
    await holder.end()
    const [won, lost] = both.toSorted((a, b) => a.status - b.status)
    expect([won?.status, lost?.status, lost?.body.code]).toEqual([200, 409, 'visits.settledMeanwhile'])
    expect((await stands()).length).toBe(won?.body.ids.length)
    expect(await conflicts(dispatcher, campaign)).toEqual([])
    expect((await settle(walker, {})).body.code).toBe('visits.settledMeanwhile')
  })

  it('is not settled over a version that nobody saw, nor outside the own area', async () => {
    const { versions, settle } = await twice()
    expect((await settle(dispatcher, { versions: [versions[0].id, newId()] })).body.code).toBe(
      'visits.settledMeanwhile',
    )
    const far = await house.signIn('王强', [{ role: 'gridWorker', areaPath: grids[1] ?? '', unitId: null }])
    expect((await settle(far, {})).status).toBe(403)
    expect((await settle(await house.signIn('李桂兰'), {})).status).toBe(403)
  })
})
