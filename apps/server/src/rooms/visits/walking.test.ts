import { tmpdir } from 'node:os'
import { utils, write } from '@e965/xlsx'
import type {
  CampaignProgress,
  CompanionRow,
  Question,
  ReadForm,
  TakenArea,
  VisitRecord,
} from '@linli/contract/visits/shapes'
import { PRESETS } from '@linli/presets'
import { campaignOf } from '@linli/presets/house/campaigns'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { type ServedRooms, serveRooms } from '../../../../../tests/kit/rooms.ts'
import { type Actor, systemScope } from '../../kernel/auth/actor.ts'
import { softwareProvider } from '../../kernel/crypto/softwareProvider.ts'
import { newId } from '../../kernel/ids.ts'
import { keepFile } from '../../kernel/uploads/files.ts'
import { localStorage } from '../../kernel/uploads/localStorage.ts'
import { installPreset, placesRoom } from '../places/index.ts'
import { beginMonthly, visitsRoom } from './index.ts'

let database: TestDatabase
let house: ServedRooms
let admin: Actor
let walker: Actor
let other: Actor
let grid = ''
let companies: string[] = []
const storage = localStorage(tmpdir())

const questions: Question[] = [{ key: 'say', kind: 'text', label: '想说什么', required: false }]
const source = { document: '测试', mechanism: '测试' }
const PRESET = {
  ...PRESETS.xihu,
  campaigns: [
    campaignOf({
      key: 'listeningDay',
      name: { zh: '倾听日', en: 'Listening day' },
      targets: 'companies',
      monthlyDay: 1,
      days: 1,
      source,
    }),
    campaignOf({
      key: 'monthlySurvey',
      name: { zh: '大调研', en: 'Survey' },
      monthlyDay: 1,
      dailyQuota: 20,
      source,
    }),
    campaignOf({
      key: 'walk',
      name: { zh: '走访', en: 'Visits' },
      findings: [PRESETS.xihu.lists[0]?.key ?? ''],
      source,
    }),
  ],
}

beforeAll(async () => {
  database = await testDatabase()
  const { db } = database
  const deps = { db, crypto: softwareProvider(Buffer.alloc(32, 7)), storage }
  await installPreset(db, 1, PRESET)
  house = await serveRooms(db, [placesRoom(deps, []), visitsRoom(deps)])
  admin = await house.signIn('郑伟', [{ role: 'regionAdmin', areaPath: '/', unitId: null }])
  const open = async (parent: string, name: string) =>
    (await house.send<{ path: string }>(admin, '/areas', { parent, name })).body.path
  grid = await open(await open(await open('/', '示范街道'), '桃源社区'), '一网格')
  const buildings = [await open(grid, '1栋'), await open(grid, '2栋')]
  for (const building of buildings)
    await db.commit(systemScope(1), [
      sql`insert into households (region_id, id, path, room, address_cipher, address_hmac, opened_at)
        select 1, gen_random_uuid(), ${building}, (n * 100 + 1)::text, '', '', app_now() from generate_series(1, 3) n`,
    ])
  await db.commit(systemScope(1), [
    sql`insert into area_positions (region_id, id, path, longitude, latitude, from_at, by_person)
      values (1, gen_random_uuid(), ${buildings[0]}, 1158900000, 286700000, app_now(), ${admin.personId}::uuid)`,
  ])
  await db.commit(systemScope(1), [
    sql`insert into units (region_id, id, key, kind, name, opened_at)
      select 1, gen_random_uuid(), 'firm' || n, 'company', jsonb_build_object('zh', n || '号物业', 'en', 'Firm ' || n), app_now() from generate_series(1, 3) n`,
  ])
  const found = await db.read<{ id: string }>(
    systemScope(1),
    sql`select id from units where region_id = 1 and kind = 'company' and closed_at is null order by key`,
  )
  companies = found.map(({ id }) => id)
  walker = await house.signIn('徐建国', [{ role: 'gridWorker', areaPath: grid, unitId: null }])
  other = await house.signIn('李强', [{ role: 'gridWorker', areaPath: grid, unitId: null }])
  for (const [actor, role, path] of [
    [walker, 'gridWorker', grid],
    [other, 'gridWorker', grid],
  ] as const)
    await grant(actor, role, path)
})
afterAll(async () => {
  await house.close()
  await database.close()
})

const grant = (actor: Actor, role: string, path: string) =>
  database.db.commit(systemScope(1), [
    sql`insert into grants (region_id, id, account_id, role, area_path, from_at)
      values (1, ${newId()}, ${actor.accountId}, ${role}, ${path}, app_now())`,
  ])
type Started = { id: string; form: string; code: string; errors?: { field: string; message: string }[] }
const start = (more: object, asked = questions) =>
  house.send<Started>(admin, '/campaigns', {
    kind: 'walk',
    name: '走访',
    path: '/',
    from: '2026-11-01',
    to: '2026-11-30',
    questions: asked,
    ...more,
  })
const take = async (id: string, who = walker) =>
  (await house.read<TakenArea>(who, `/campaigns/${id}/area`)).body
const bring = (who: Actor, ...records: VisitRecord[]) =>
  house.send<{ code?: string }>(who, '/visits/records', { records })
const recordOf = ({ id, form }: Started, more: Partial<VisitRecord>): VisitRecord => ({
  id: newId(),
  visit: newId(),
  campaign: id,
  form,
  replaces: [],
  outcome: 'met',
  answers: {},
  orders: [],
  at: '2026-11-20T02:00:00.000Z',
  ...more,
})

describe('what a phone takes along', () => {
  it('the quota of a day, where buildings lie, and what a finding may be called', async () => {
    const { body } = await start({ dailyQuota: 98 })
    const taken = await take(body.id)
    expect(taken.campaign).toMatchObject({
      dailyQuota: 98,
      targets: 'households',
      owner: '郑伟',
      inPairs: false,
    })
    expect(taken.positions).toEqual([
      { path: taken.households[0]?.path, longitude: 1158900000, latitude: 286700000 },
    ])
    expect(taken.findings.length).toBeGreaterThan(0)
    expect(taken.colleagues).toEqual([])
  })

  it('only households that nobody met since the day, in whatever other campaign', async () => {
    const first = await start({})
    const doors = (await take(first.body.id)).households
    await bring(walker, recordOf(first.body, { household: doors[0]?.id ?? '' }))
    const second = await start({ unmetSince: '2026-11-01' })
    expect((await take(second.body.id)).households.length).toBe(doors.length - 1)
    const { body } = await house.read<CampaignProgress>(admin, `/campaigns/${second.body.id}/progress`)
    expect(body.grids[0]?.households).toBe(doors.length - 1)
    const later = await start({ unmetSince: '2026-11-21' })
    expect((await take(later.body.id)).households.length).toBe(doors.length)
  })

  it('when to come again is there for whoever walks next', async () => {
    const { body } = await start({})
    const household = (await take(body.id)).households[1]?.id ?? ''
    const again = { on: '2026-11-22', part: 'evening' } as const
    const record = recordOf(body, { household, outcome: 'notHome', again })
    expect((await bring(walker, record)).status).toBe(200)
    expect((await bring(walker, record)).status).toBe(200)
    expect((await take(body.id, other)).households[1]?.heads[0]?.again).toEqual(again)
    expect((await bring(walker, { ...record, again: { ...again, part: 'morning' } })).body.code).toBe(
      'visits.recordReused',
    )
  })
})

describe('companies', () => {
  it('are doors by their names, written down by any walker of the area and seen by the others', async () => {
    const { body } = await start({
      kind: 'listeningDay',
      targets: 'companies',
      companies: companies.slice(0, 2),
    })
    const doors = (await take(body.id)).households
    expect(doors.map(({ id, isCompany }) => [id, isCompany])).toEqual(
      companies.slice(0, 2).map((id) => [id, true]),
    )
    const [first] = companies
    expect((await bring(walker, recordOf(body, { company: first ?? '' }))).status).toBe(200)
    expect((await take(body.id, other)).households[0]?.heads.length).toBe(1)
    expect((await bring(walker, recordOf(body, { company: newId() }))).status).toBe(404)
    expect((await bring(walker, recordOf(body, {}))).status).toBe(404)
    const progress = await house.read<CampaignProgress>(admin, `/campaigns/${body.id}/progress`)
    expect(progress.body.grids).toEqual([])
    expect(progress.body.companies.map(({ outcome }) => outcome)).toEqual(['met', null])
  })

  it('are named where a campaign goes to them, and nowhere else', async () => {
    expect((await start({ targets: 'companies' })).body.errors?.[0]?.field).toBe('companies')
    expect((await start({ companies })).status).toBe(400)
    expect((await start({ targets: 'companies', companies: [newId()] })).body.code).toBe(
      'visits.unknownCompany',
    )
  })
})

describe('two who go together', () => {
  it('the first names the second, who confirms or says no, once', async () => {
    const { body } = await start({ inPairs: true })
    const { colleagues, households } = await take(body.id)
    expect(colleagues.map(({ name }) => name)).toEqual(['李强'])
    const household = households[2]?.id ?? ''
    expect((await bring(walker, recordOf(body, { household }))).body.code).toBe('visits.needsCompanion')
    const alone = recordOf(body, { household, companion: walker.personId })
    expect((await bring(walker, alone)).body.code).toBe('visits.unknownCompanion')
    const record = recordOf(body, { household, companion: other.personId })
    expect((await bring(walker, record)).status).toBe(200)
    const waiting = await house.read<{ items: CompanionRow[] }>(other, '/me/companion-visits')
    expect(waiting.body.items).toMatchObject([{ visit: record.visit, namedBy: '徐建国' }])
    const answer = (who: Actor, wasThere: boolean) =>
      house.send<{ code?: string }>(who, '/me/companion-visits', { visits: [record.visit], wasThere })
    expect((await answer(walker, true)).body.code).toBe('visits.notNamed')
    expect((await answer(other, true)).status).toBe(200)
    expect((await answer(other, true)).status).toBe(200)
    expect((await answer(other, false)).body.code).toBe('visits.notNamed')
    expect((await house.read<{ items: [] }>(other, '/me/companion-visits')).body.items).toEqual([])
  })
})

describe('a form', () => {
  it('that asks what belongs to the card, or asks for health, is refused with the reason', async () => {
    const ask = (label: string) => start({}, [{ key: 'a', kind: 'text', label, required: false }])
    const card = await ask('家里有独居老人吗')
    expect([card.status, card.body.code]).toEqual([422, 'visits.wrongForm'])
    expect(card.body.errors?.[0]?.message).toContain('住户卡')
    expect((await ask('老人有什么慢性病')).body.errors?.[0]?.message).toContain('转介')
  })

  it('is read from a spreadsheet, and nothing of it is kept', async () => {
    const book = utils.book_new()
    utils.book_append_sheet(
      book,
      utils.aoa_to_sheet([
        ['type', 'name', 'label'],
        ['text', 'a', '想说什么'],
        ['audio', 'b', '录音'],
      ]),
      'survey',
    )
    const bytes: Buffer = write(book, { type: 'buffer', bookType: 'xlsx' })
    const read = await house.upload<ReadForm>(admin, '/campaigns/forms/read', { name: 'form.xlsx', bytes })
    expect(read.status).toBe(200)
    expect(read.body.questions.map(({ label }) => label)).toEqual(['想说什么'])
    expect(read.body.remarks).toMatchObject([{ sheet: 'survey', row: 3 }])
    const broken = await house.upload<{ code: string }>(admin, '/campaigns/forms/read', {
      name: 'form.xlsx',
      bytes: Buffer.from('not a table'),
    })
    expect([broken.status, broken.body.code]).toEqual([422, 'visits.wrongFormFile'])
    expect((await house.upload(walker, '/campaigns/forms/read', { name: 'f.xlsx', bytes })).status).toBe(403)
  })

  it('takes a point and digits after the point, as the phone gave them', async () => {
    const { body } = await start({}, [
      { key: 'spot', kind: 'place', label: '在哪里', required: false },
      { key: 'metres', kind: 'decimal', label: '多长', required: false },
    ])
    const household = (await take(body.id)).households[0]?.id ?? ''
    const answers = { spot: { longitude: 115.891234, latitude: 28.671234, accuracy: 12 }, metres: '3.50' }
    const record = recordOf(body, { household, answers })
    expect(
      (await bring(walker, record, recordOf(body, { household, answers: { metres: '3.5米' } }))).status,
    ).toBe(422)
    expect((await bring(walker, record)).status).toBe(200)
    expect((await bring(walker, record)).status).toBe(200)
    expect((await take(body.id)).households[0]?.heads[0]?.answers).toEqual(answers)
  })
})

it('a colleague opens a photo of a door of the area, and the look is recorded', async () => {
  const { body } = await start({})
  const household = (await take(body.id)).households[0]?.id ?? ''
  const file = await keepFile(
    database.db,
    storage,
    { scope: systemScope(1), personId: walker.personId, remember: () => sql`select 1` },
    { kind: 'photo', bytes: Buffer.from('a picture'), mediaType: 'image/webp' },
  )
  const id = newId()
  await database.db.commit(systemScope(1), [
    sql`insert into visit_photos (region_id, id, household_id, path, file_id, by_person, at)
      values (1, ${id}, ${household}, ${(await take(body.id)).households[0]?.path}, ${file.id}, ${walker.personId}, app_now())`,
  ])
  const look = (who: Actor) =>
    house.send<{ base64: string }>(who, `/visits/photos/${id}/open`, { reason: 'visit' })
  const seen = await look(other)
  expect(Buffer.from(seen.body.base64, 'base64').toString()).toBe('a picture')
  const stranger = await house.signIn('王强', [{ role: 'gridWorker', areaPath: '/s99/', unitId: null }])
  expect((await look(stranger)).status).toBe(404)
  const looks = await database.db.read<{ person: string; subject: string; reason: string }>(
    systemScope(1),
    sql`select person_id as person, subject_id as subject, reason from audit_entries where region_id = 1 and action = 'openVisitPhoto' and reason is not null`,
  )
  expect(looks).toEqual([{ person: other.personId, subject: household, reason: '再次走访' }])
})

it('on its day of the month a campaign begins by itself, once, with somebody who answers for it', async () => {
  expect(await beginMonthly({ ...database, crypto: softwareProvider(Buffer.alloc(32, 7)) }, 1)).toEqual([])
  await grant(admin, 'regionAdmin', '/')
  const deps = { db: database.db, crypto: softwareProvider(Buffer.alloc(32, 7)) }
  const both = await Promise.all([beginMonthly(deps, 1), beginMonthly(deps, 1)])
  expect(both.flat().sort()).toEqual(['listeningDay', 'monthlySurvey'])
  expect(await beginMonthly(deps, 1)).toEqual([])
  const { body } = await house.read<{
    items: { id: string; kind: string; owner: string; targets: string }[]
  }>(admin, '/campaigns')
  const begun = body.items.filter(({ kind }) => kind !== 'walk').slice(0, 2)
  expect(begun.map(({ kind, owner, targets }) => `${kind} ${owner} ${targets}`).sort()).toEqual([
    'listeningDay 郑伟 companies',
    'monthlySurvey 郑伟 households',
  ])
  const listening = begun.find(({ kind }) => kind === 'listeningDay')?.id ?? ''
  expect((await take(listening)).households.length).toBe(companies.length)
})
