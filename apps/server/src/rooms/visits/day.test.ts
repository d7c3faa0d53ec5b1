import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TakenArea, VisitRecord } from '@linli/contract/visits/shapes'
import { PRESETS } from '@linli/presets'
import fc from 'fast-check'
import sharp from 'sharp'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { type ServedRooms, serveRooms } from '../../../../../tests/kit/rooms.ts'
import { type Actor, systemScope } from '../../kernel/auth/actor.ts'
import { softwareProvider } from '../../kernel/crypto/softwareProvider.ts'
import { newId } from '../../kernel/ids.ts'
import { filesRoom } from '../../kernel/uploads/http.ts'
import { localStorage } from '../../kernel/uploads/localStorage.ts'
import { installPreset, placesRoom } from '../places/index.ts'
import { visitsRoom } from './index.ts'

// What the phone does of an evening with 120 visits and 30 photos, step by step, over a line that is cut: whatever order the
// steps come in, however often each of them, and whichever answers are lost, all of it is there once.

const VISITS = 120
const PHOTOS = 30
const AT_ONCE = 40

let directory: string
let database: TestDatabase
let house: ServedRooms
let admin: Actor
let walker: Actor

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), 'linli-day-'))
  database = await testDatabase()
  const { db } = database
  const deps = { db, crypto: softwareProvider(Buffer.alloc(32, 7)) }
  const storage = localStorage(directory)
  const no = async () => false
  await installPreset(db, 1, PRESETS.xihu)
  house = await serveRooms(db, [
    placesRoom(deps, []),
    filesRoom({ db, storage, mayKeepPlace: no, mayReadOrder: no, isShown: no }),
    visitsRoom({ ...deps, storage }),
  ])
  admin = await house.signIn('郑伟', [{ role: 'regionAdmin', areaPath: '/', unitId: null }])
  const open = async (parent: string, name: string) =>
    (await house.send<{ path: string }>(admin, '/areas', { parent, name })).body.path
  const grid = await open(await open(await open('/', '示范街道'), '桃源社区'), '一网格')
  await db.commit(systemScope(1), [
    sql`insert into households (region_id, id, path, room, address_cipher, address_hmac, opened_at)
      select 1, gen_random_uuid(), ${grid}, (100 + n)::text, '', '', app_now() from generate_series(1, ${VISITS}::int) n`,
  ])
  walker = await house.signIn('徐建国', [{ role: 'gridWorker', areaPath: grid, unitId: null }])
})
afterAll(async () => {
  await house.close()
  await database.close()
  await rm(directory, { recursive: true, force: true })
})

/** What lies on the phone: records with their doors, a quarter of them with a photo. */
async function dayOf() {
  const { body: started } = await house.send<{ id: string; form: string }>(admin, '/campaigns', {
    kind: 'walk',
    name: '一天',
    path: '/',
    from: '2026-11-01',
    to: '2026-11-30',
    questions: [{ key: 'door', kind: 'photo', label: '楼道照片', required: false }],
  })
  const taken = async () =>
    (await house.read<TakenArea>(walker, `/campaigns/${started.id}/area`)).body.households
  const photos: { id: string; household: string }[] = []
  const records = (await taken()).map(({ id: household }, at): VisitRecord => {
    const photo = newId()
    if (at < PHOTOS) photos.push({ id: photo, household })
    return {
      id: newId(),
      visit: newId(),
      campaign: started.id,
      household,
      form: started.form,
      replaces: [],
      outcome: 'met',
      answers: at < PHOTOS ? { door: [photo] } : {},
      orders: [],
      at: '2026-11-20T02:00:00.000Z',
    }
  })
  return { records, photos, taken }
}

it('a day of 120 visits with 30 photos, in any order, doubled and interrupted, is there once', async () => {
  const bytes = await sharp({ create: { width: 8, height: 8, channels: 3, background: '#888888' } })
    .jpeg()
    .toBuffer()
  const steps = fc.record({
    /** Where in the day each step is taken; equal places: at the same moment. */
    records: fc.array(fc.nat({ max: 9 }), { minLength: VISITS / AT_ONCE, maxLength: VISITS / AT_ONCE }),
    photos: fc.array(fc.nat({ max: 9 }), { minLength: PHOTOS, maxLength: PHOTOS }),
    /** Whose answer is lost, so that the phone takes the step again later. */
    lost: fc.array(fc.boolean(), { minLength: PHOTOS, maxLength: PHOTOS }),
    isBackwards: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(steps, async ({ records: moments, photos: later, lost, isBackwards }) => {
      const { records, photos, taken } = await dayOf()
      const order = isBackwards ? records.toReversed() : records
      const bring = async (at: number) => {
        const batch = order.slice(at * AT_ONCE, (at + 1) * AT_ONCE)
        const { status } = await house.send(walker, '/visits/records', { records: batch })
        expect(status).toBe(200)
      }
      // As the phone does: the picture under the photo's own key, then which one it is.
      const keep = async ({ id, household }: { id: string; household: string }) => {
        const uploaded = await house.upload<{ id: string }>(
          walker,
          '/files/photos',
          { name: `${id}.jpg`, bytes },
          id,
        )
        expect(uploaded.status).toBeLessThan(300)
        const body = { household, file: uploaded.body.id }
        expect((await house.put(walker, `/visits/photos/${id}`, body)).status).toBe(200)
      }
      const day: [moment: number, step: () => Promise<void>][] = [
        ...moments.map((moment, at): [number, () => Promise<void>] => [moment, () => bring(at)]),
        ...photos.map((photo, at): [number, () => Promise<void>] => [later[at] ?? 0, () => keep(photo)]),
        ...photos
          .filter((_, at) => lost[at])
          .map((photo): [number, () => Promise<void>] => [10, () => keep(photo)]),
        ...moments.flatMap((_, at): [number, () => Promise<void>][] =>
          lost[at] ? [[10, () => bring(at)]] : [],
        ),
      ]
      for (let moment = 0; moment <= 10; moment += 1)
        await Promise.all(day.filter(([at]) => at === moment).map(([, step]) => step()))
      const heads = (await taken()).flatMap((door) => door.heads)
      expect(heads.map(({ id }) => id).sort()).toEqual(records.map(({ id }) => id).sort())
      const kept = await database.db.read<{ id: string; household: string; files: number }>(
        systemScope(1),
        sql`select p.id, p.household_id as household, (select count(*)::int from files f where f.region_id = 1 and f.id = p.file_id) as files
          from visit_photos p where p.region_id = 1 and p.id = any(${photos.map(({ id }) => id)}::uuid[])`,
      )
      expect(kept.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
        photos.map((photo) => ({ ...photo, files: 1 })).sort((a, b) => (a.id < b.id ? -1 : 1)),
      )
    }),
    { numRuns: 6, seed: Number(process.env['SEED'] ?? 20261122) },
  )
})
