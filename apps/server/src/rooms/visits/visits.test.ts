import { tmpdir } from 'node:os'
import { headsOf } from '@linli/contract/visits/merge'
import type { CampaignProgress, Question, TakenArea, VisitRecord } from '@linli/contract/visits/shapes'
import { PRESETS } from '@linli/presets'
import fc from 'fast-check'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { type ServedRooms, serveRooms } from '../../../../../tests/kit/rooms.ts'
import type { Actor } from '../../kernel/auth/actor.ts'
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
let grids: string[] = []

const questions: Question[] = [
  { key: 'alone', kind: 'choice', label: '要不要帮忙', choices: ['是', '否'], required: true },
  {
    key: 'help',
    kind: 'several',
    label: '需要什么',
    choices: ['送餐', '陪诊'],
    required: true,
    onlyIf: { question: 'alone', is: '是' },
  },
  { key: 'note', kind: 'text', label: '其他', required: false },
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
  const community = await open(await open('/', '示范街道'), '桃源社区')
  grids = [await open(community, '一网格'), await open(community, '二网格')]
  for (const grid of grids) {
    const building = await open(grid, '1栋')
    await db.commit({ region: 1, system: true }, [plantDoors(building)])
  }
  walker = await house.signIn('徐建国', [{ role: 'gridWorker', areaPath: grids[0] ?? '', unitId: null }])
  other = await house.signIn('李强', [{ role: 'gridWorker', areaPath: grids[0] ?? '', unitId: null }])
})
afterAll(async () => {
  await house.close()
  await database.close()
})

/** Twelve doors: 101 to 304. */
function plantDoors(building: string) {
  return sql`insert into households (region_id, id, path, room, address_cipher, address_hmac, opened_at)
    select 1, gen_random_uuid(), ${building}, (floor * 100 + door)::text, '', '', app_now()
    from generate_series(1, 3) floor, generate_series(1, 4) door`
}

async function begin() {
  const { body, status } = await house.send<{ id: string; form: string }>(admin, '/campaigns', {
    kind: 'doorToDoor',
    name: '冬季敲门',
    path: '/',
    from: '2026-11-01',
    to: '2026-11-30',
    questions,
  })
  expect(status).toBe(201)
  const taken = await take(body.id, walker)
  const doors = taken.households.map(({ id }) => id)
  const record = (at: number, more: Partial<VisitRecord> = {}): VisitRecord => ({
    id: newId(),
    visit: newId(),
    campaign: body.id,
    household: doors[at] ?? '',
    form: body.form,
    replaces: [],
    outcome: 'met',
    answers: { alone: '否' },
    orders: [],
    at: '2026-11-20T02:00:00.000Z',
    ...more,
  })
  return { campaign: body.id, form: body.form, taken, doors, record }
}

const take = async (campaign: string, who: Actor) =>
  (await house.read<TakenArea>(who, `/campaigns/${campaign}/area`)).body
const bring = (who: Actor, ...records: VisitRecord[]) =>
  house.send<{ ids: string[]; code?: string; errors?: { field: string }[] }>(who, '/visits/records', {
    records,
  })

it('a worker takes along the own doors, with the form and without names', async () => {
  const { taken, campaign } = await begin()
  expect(taken.households.map(({ room }) => room)).toEqual([
    '101',
    '102',
    '103',
    '104',
    '201',
    '202',
    '203',
    '204',
    '301',
    '302',
    '303',
    '304',
  ])
  expect(new Set(taken.households.map(({ areaName }) => areaName))).toEqual(new Set(['桃源社区 一网格 1栋']))
  expect(taken.forms.map(({ version }) => version)).toEqual([1])
  expect(taken.next).toBeNull()
  expect((await house.read(admin, `/campaigns/${campaign}/area`)).status).toBe(403)
  const list = await house.read<{ items: { id: string }[] }>(walker, '/campaigns')
  expect(list.body.items[0]?.id).toBe(campaign)
})

it('records come in any order, twice, and by parts, and are there once', async () => {
  const { campaign, record } = await begin()
  const first = record(0)
  const second = record(0, {
    visit: first.visit,
    replaces: [first.id],
    answers: { alone: '是', help: ['送餐'] },
  })
  const third = record(1, { outcome: 'notHome', answers: {} })
  expect((await bring(walker, third, second)).status).toBe(200)
  expect((await bring(walker, first, second, third)).status).toBe(200)
  expect((await bring(walker, second)).status).toBe(200)
  const { households } = await take(campaign, walker)
  expect(households[0]?.heads.map(({ id, mine }) => [id, mine])).toEqual([[second.id, true]])
  expect(households[1]?.heads.map(({ outcome }) => outcome)).toEqual(['notHome'])
})

it('what two phones made of the same record stands beside each other until one person replaces both', async () => {
  const { campaign, record } = await begin()
  const first = record(2)
  await bring(walker, first)
  const mine = record(2, {
    visit: first.visit,
    replaces: [first.id],
    answers: { alone: '是', help: ['陪诊'] },
  })
  const theirs = record(2, {
    visit: first.visit,
    replaces: [first.id],
    answers: { alone: '否', note: '常不在' },
  })
  await bring(walker, mine)
  await bring(other, theirs)
  const both = (await take(campaign, walker)).households[2]?.heads ?? []
  expect(both.map(({ id }) => id).sort()).toEqual([mine.id, theirs.id].sort())
  const settled = record(2, { visit: first.visit, replaces: [mine.id, theirs.id], answers: theirs.answers })
  expect((await bring(walker, settled)).status).toBe(200)
  expect((await take(campaign, other)).households[2]?.heads.map(({ id }) => id)).toEqual([settled.id])
})

it('nothing of a batch is kept when one record does not fit, and it says which', async () => {
  const { campaign, record } = await begin()
  const good = record(3)
  const wrong = await bring(walker, good, record(4, { answers: { alone: '也许' } }))
  expect([wrong.status, wrong.body.code]).toEqual([422, 'visits.wrongAnswers'])
  expect(wrong.body.errors?.map(({ field }) => field)).toEqual(['records.1.answers.alone'])
  expect((await bring(walker, record(3, { form: newId() }))).body.code).toBe('visits.unknownForm')
  expect((await bring(walker, record(3, { outcome: 'notHome' }))).status).toBe(422)
  expect((await take(campaign, walker)).households[3]?.heads).toEqual([])
  expect((await bring(walker, good)).status).toBe(200)
  expect((await bring(walker, { ...good, answers: { alone: '是', help: ['送餐'] } })).body.code).toBe(
    'visits.recordReused',
  )
  expect((await bring(other, good)).body.code).toBe('visits.recordReused')
  expect((await bring(walker, record(5, { visit: good.visit }))).body.code).toBe('visits.visitElsewhere')
})

it('a door of somebody else is not recorded at', async () => {
  const { record } = await begin()
  const far = await house.signIn('王强', [{ role: 'gridWorker', areaPath: grids[1] ?? '', unitId: null }])
  expect((await bring(far, record(0))).status).toBe(404)
  expect((await bring(admin, record(0))).status).toBe(403)
})

it('progress counts households by grid and what became of them, nobody who walked', async () => {
  const { campaign, record } = await begin()
  const gone = record(0, { outcome: 'notHome', answers: {} })
  await bring(walker, gone, record(1), record(2, { orders: [newId()] }))
  await bring(other, record(0, { at: '2026-11-21T02:00:00.000Z' }))
  const { body } = await house.read<{ grids: object[] }>(admin, `/campaigns/${campaign}/progress`)
  const none = { met: 0, notHome: 0, refused: 0, moved: 0, closed: 0, orders: 0 }
  expect(body.grids).toEqual([
    { path: grids[0], name: '桃源社区 一网格', households: 12, ...none, met: 3, orders: 1 },
    { path: grids[1], name: '桃源社区 二网格', households: 12, ...none },
  ])
  const own = await house.read<{ grids: object[] }>(walker, `/campaigns/${campaign}/progress`)
  expect(own.body.grids.length).toBe(1)
})

it('a form has versions, and a visit keeps the one that it was asked by', async () => {
  const { campaign, form, record } = await begin()
  const [alone] = questions
  const revise = (version: number) =>
    house.send<{ id: string; version: number; code: string }>(admin, `/campaigns/${campaign}/form`, {
      version,
      questions: [alone],
    })
  const second = await revise(1)
  expect([second.status, second.body.version]).toEqual([200, 2])
  expect((await revise(1)).body.code).toBe('visits.formChanged')
  await bring(
    walker,
    record(0, { form, answers: { alone: '是', help: ['送餐'] } }),
    record(1, { form: second.body.id }),
  )
  const taken = await take(campaign, walker)
  expect(taken.forms.map(({ version }) => version)).toEqual([2, 1])
  expect(taken.households.slice(0, 2).map(({ heads }) => heads[0]?.form)).toEqual([form, second.body.id])
  // What the second question was answered in the first version is not read under another one.
  const { goneKeys } = (await house.read<CampaignProgress>(admin, `/campaigns/${campaign}/progress`)).body
  expect(goneKeys).toEqual(questions.slice(1).map(({ key }) => key))
  const returned = await house.send<{ code: string; errors: object[] }>(
    admin,
    `/campaigns/${campaign}/form`,
    {
      version: 2,
      questions: [alone, { key: 'help', kind: 'text', label: '别的', required: false }],
    },
  )
  expect([returned.body.code, returned.body.errors]).toMatchObject([
    'visits.wrongForm',
    [{ field: 'questions.1' }],
  ])
  const broken = await house.send<{ code: string }>(admin, `/campaigns/${campaign}/form`, {
    version: 2,
    questions: [{ key: 'one', kind: 'choice', label: '选', required: true }],
  })
  expect(broken.body.code).toBe('visits.wrongForm')
})

it('whatever order, repeats and cuts records come in, the database says the same as the rule, and none is lost', async () => {
  const step = fc.record({
    visit: fc.nat({ max: 3 }),
    replaces: fc.array(fc.nat({ max: 20 }), { maxLength: 2 }),
    note: fc.constantFrom('甲', '乙', '丙'),
  })
  const plan = fc.record({
    steps: fc.array(step, { minLength: 1, maxLength: 20 }),
    batches: fc.array(fc.array(fc.nat({ max: 19 }), { minLength: 1, maxLength: 8 }), { maxLength: 6 }),
  })
  await fc.assert(
    fc.asyncProperty(plan, async ({ steps, batches }) => {
      const { campaign, record } = await begin()
      const visits = [0, 1, 2, 3].map(() => newId())
      const written: VisitRecord[] = []
      for (const { visit, replaces, note } of steps) {
        const id = visits[visit] ?? ''
        const same = written.filter((one) => one.visit === id)
        const over = replaces.flatMap((at) => same[at]?.id ?? [])
        written.push(
          record(visit, { visit: id, replaces: [...new Set(over)], answers: { alone: '否', note } }),
        )
      }
      // Some of it twice and in any order, two at a time as from two tabs; at last all of it, the last first.
      for (const batch of batches) {
        const some = [...new Set(batch)].flatMap((at) => written[at] ?? [])
        if (some.length === 0) continue
        const answers = await Promise.all([bring(walker, ...some), bring(walker, ...some.toReversed())])
        expect(answers.map(({ status }) => status)).toEqual([200, 200])
      }
      expect((await bring(walker, ...written.toReversed())).status).toBe(200)
      const stands = (await take(campaign, other)).households.flatMap(({ heads }) =>
        heads.map(({ id }) => id),
      )
      expect(stands.sort()).toEqual(headsOf(written).map(({ id }) => id))
    }),
    { numRuns: 25, seed: Number(process.env['SEED'] ?? 20261122) },
  )
})
