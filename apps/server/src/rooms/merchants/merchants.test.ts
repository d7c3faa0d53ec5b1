import type {
  GridReach,
  MerchantCard,
  MerchantView,
  NoticeView,
  ObjectionView,
} from '@linli/contract/merchants/shapes'
import sql from 'sql-template-tag'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { OPEN_ALWAYS } from '../../../../../tests/kit/houseStations.ts'
import { square } from '../../../../../tests/kit/outlines.ts'
import { type ServedRooms, serveRooms } from '../../../../../tests/kit/rooms.ts'
import { type Actor, systemScope } from '../../kernel/auth/actor.ts'
import type { Row } from '../../kernel/db/database.ts'
import { newId } from '../../kernel/ids.ts'
import { newUnitStatement } from '../places/index.ts'
import { merchantsRoom } from './http.ts'
import { followMerchants } from './index.ts'

const DAY = 86_400_000
type Problem = { code: string }
let test: TestDatabase
let rooms: ServedRooms
let admin: Actor
let second: Actor
let clerk: Actor
let waits = true
let earned = { services: 0, points: 0 }

const service = (key: string, needed: boolean) => ({ key, name: { zh: key, en: key }, needed })
beforeAll(async () => {
  test = await testDatabase()
  for (const [path, level] of [
    ['/c03/', 'community'],
    ['/c03/g01/', 'grid'],
    ['/c03/g02/', 'grid'],
    ['/c03/g03/', 'grid'],
    ['/c04/', 'community'],
  ] as const)
    await test.db.commit(systemScope(1), [
      sql`insert into areas (region_id, id, path, parent_path, level, code, name, qr_slug, opened_at)
        values (1, ${newId()}, ${path}, '/', ${level}, ${path.split('/').at(-2)}, ${path}, ${newId()}, app_now())`,
    ])
  // Two buildings place the first grid between them; the second lies a kilometre north; the third is not known.
  for (const [path, latitude] of [
    ['/c03/g01/b1/', 286_799_000],
    ['/c03/g01/b2/', 286_801_000],
    ['/c03/g02/', 286_890_000],
  ] as const)
    await test.db.commit(systemScope(1), [
      sql`insert into area_positions (region_id, id, path, longitude, latitude, from_at, by_person)
        values (1, ${newId()}, ${path}, 1159000000, ${latitude}, app_now(), ${newId()})`,
    ])
  rooms = await serveRooms(test.db, [
    merchantsRoom({
      db: test.db,
      terms: async () => ({
        services: [service('pharmacy', true), service('groceries', true), service('laundry', false)],
        walk: { minutes: 15, metresPerMinute: 60, detourHundredths: 130 },
        trust: {
          services: 10,
          points: 50,
          months: 12,
          noticeDays: 7,
          versionId: newId(),
          ownChangesWait: waits,
        },
        calendar: new Map(),
      }),
      earnings: async () => earned,
      membersOf: async () => [clerk.personId],
      newUnitStatement,
    }),
  ])
  const desk = [{ role: 'regionAdmin', areaPath: '/c03/', unitId: null }] as const
  admin = await rooms.signIn('管理员', desk)
  second = await rooms.signIn('另一位', desk)
  clerk = await rooms.signIn('药店店员', desk)
})
afterEach(() => test.db.setShift(0))
afterAll(async () => {
  await rooms.close()
  await test.close()
})

const written = {
  name: '桥头药店',
  path: '/c03/',
  address: '桥头 1 号',
  position: { longitude: 1159000000, latitude: 286800000, system: 'wgs84' },
  phone: '079112345678',
  services: ['pharmacy'],
  stepFree: true,
  hours: OPEN_ALWAYS,
}
const add = async (change: object = {}) => {
  const id = newId()
  const answer = await rooms.send<{ slug: string } & Problem>(admin, '/merchants', {
    id,
    unitId: null,
    ...written,
    ...change,
  })
  return { id, ...answer.body, status: answer.status }
}
const page = async (slug: string) => (await rooms.read<MerchantView>(undefined, `/merchants/at/${slug}`)).body

describe('the circle', () => {
  it('finds merchants by minutes on foot, says how they are known, and shows what a grid lacks', async () => {
    const near = await add({ name: '近药店' })
    const measured = await rooms.send(admin, `/merchants/${near.id}/walks`, {
      path: '/c03/g02/',
      minutes: 14,
    })
    expect(measured.status).toBe(200)
    const list = async (from: string) =>
      (await rooms.read<{ items: MerchantCard[] }>(undefined, `/merchants?from=${from}`)).body.items.find(
        ({ slug }) => slug === near.slug,
      )
    expect(await list('/c03/g01/')).toMatchObject({ minutes: 1, how: 'reckoned', open: { state: 'open' } })
    expect(await list('/c03/g01/b2/')).toMatchObject({ how: 'reckoned' })
    expect(await list('/c03/g02/')).toMatchObject({ minutes: 14, how: 'measured' })
    expect(await list('/c03/g03/')).toMatchObject({ minutes: null, how: null })
    const gaps = (await rooms.read<{ items: GridReach[] }>(admin, '/merchants/gaps')).body.items
    const told = gaps.map(({ path, placed, services }) => [
      path,
      placed,
      ...services.map(({ key, within }) => `${key} ${within}`),
    ])
    expect(told).toEqual([
      ['/c03/g01/', true, 'pharmacy true', 'groceries false'],
      ['/c03/g02/', true, 'pharmacy true', 'groceries false'],
      ['/c03/g03/', false, 'pharmacy false', 'groceries false'],
    ])
    // A grid that is drawn and of which no position is known is looked from within its outline.
    const outline = { type: 'MultiPolygon', coordinates: [[square(115.899, 28.679, 0.002)]] }
    await test.db.commit(systemScope(1), [
      sql`insert into area_outlines (region_id, id, path, outline, from_at, by_person)
        values (1, ${newId()}, '/c03/g03/', ${JSON.stringify(outline)}::jsonb, app_now(), ${newId()})`,
    ])
    const drawn = (await rooms.read<{ items: GridReach[] }>(admin, '/merchants/gaps')).body.items[2]
    expect(drawn).toMatchObject({
      placed: true,
      services: [{ key: 'pharmacy', within: true }, { within: false }],
    })
    expect(await list('/c03/g03/')).toMatchObject({ minutes: 1, how: 'reckoned' })
    await rooms.send(admin, `/merchants/${near.id}/walks`, { path: '/c03/g02/', minutes: null })
    expect(await list('/c03/g02/')).toMatchObject({ minutes: 22, how: 'reckoned' }) // 1,000 m x 1.3 at 60 m a minute
    expect(
      (await rooms.send(admin, `/merchants/${near.id}/walks`, { path: '/c04/', minutes: 5 })).status,
    ).toBe(403)
  })

  it('is written by the administration of its area, one change after another', async () => {
    const { id, slug } = await add()
    expect((await add({ path: '/c04/' })).status).toBe(403)
    expect((await add({ services: ['casino'] })).code).toBe('kernel.invalid')
    expect((await add({ unitId: newId() })).code).toBe('kernel.invalid')
    const change = { ...written, version: 1, phone: null }
    const answers = await Promise.all(
      Array.from({ length: 4 }, () => rooms.send<Problem>(admin, `/merchants/${id}/changes`, change)),
    )
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect((await page(slug)).phone).toBeNull()
    expect((await rooms.send(admin, `/merchants/${id}/closing`, { version: 2 })).status).toBe(200)
    expect((await rooms.read(undefined, `/merchants/at/${slug}`)).status).toBe(404)
  })
})

describe('a merchant’s own change', () => {
  const week = { ...OPEN_ALWAYS, days: [] }
  const seen = async (who: Actor | undefined, slug: string) =>
    (await rooms.read<MerchantView>(who, `/merchants/at/${slug}`)).body
  const change = (who: Actor, id: string, version: number, services = ['groceries', 'laundry']) =>
    rooms.send<{ waits: boolean; version: number } & Problem>(who, `/merchants/${id}/own-changes`, {
      version,
      services,
      hours: week,
    })
  const answer = (who: Actor, id: string, version: number, accept: boolean) =>
    rooms.send<Problem>(who, `/merchants/${id}/own-changes/answer`, { version, accept })
  const shop = async () => {
    const unitId = newId()
    await test.db.commit(systemScope(1), [
      newUnitStatement(1, { id: unitId, key: `u${unitId}`, name: '药店' }),
    ])
    const owner = await rooms.signIn('店主', [{ role: 'unitHandler', areaPath: '/', unitId }])
    return { owner, ...(await add({ unitId })) }
  }
  afterEach(() => {
    waits = true
  })

  it('waits for the desk where the rule says so, is seen by both, and is taken over once', async () => {
    const { owner, id, slug } = await shop()
    const asked = await change(owner, id, 1)
    expect(asked.body).toMatchObject({ waits: true, version: 2 })
    expect(await seen(owner, slug)).toMatchObject({
      isMine: true,
      services: ['pharmacy'],
      asked: { services: ['groceries', 'laundry'] },
    })
    expect(await seen(admin, slug)).toMatchObject({
      isMine: false,
      asked: { services: ['groceries', 'laundry'] },
    })
    expect((await seen(undefined, slug)).asked).toBeNull()
    expect((await answer(clerk, id, 2, true)).body.code).toBe('merchants.anotherDecides')
    expect((await answer(admin, id, 2, true)).status).toBe(200)
    expect((await answer(second, id, 2, false)).body.code).toBe('merchants.changed')
    expect((await answer(second, id, 3, false)).body.code).toBe('merchants.changed')
    expect(await seen(owner, slug)).toMatchObject({ services: ['groceries', 'laundry'], asked: null })
  })

  it('is dropped when the desk says no, and stands at once where the rule says so', async () => {
    const { owner, id, slug } = await shop()
    await change(owner, id, 1)
    expect((await answer(admin, id, 2, false)).status).toBe(200)
    expect(await seen(owner, slug)).toMatchObject({ services: ['pharmacy'], asked: null })
    waits = false
    expect((await change(owner, id, 3)).body.waits).toBe(false)
    expect(await seen(undefined, slug)).toMatchObject({ services: ['groceries', 'laundry'], asked: null })
  })

  it('is nobody else’s to make, and names only services of the place', async () => {
    const { owner, id } = await shop()
    const other = await shop()
    expect((await change(other.owner, id, 1)).status).toBe(403)
    expect((await change(admin, id, 1)).status).toBe(403)
    expect((await change(owner, id, 7)).body.code).toBe('merchants.changed')
    expect((await change(owner, id, 1, ['casino'])).body.code).toBe('kernel.invalid')
  })
})

describe('信得过', () => {
  const give = async (who: Actor, merchantId: string, body: object = { kind: 'award', reason: null }) => {
    const id = newId()
    const answer = await rooms.send<Problem>(who, `/merchants/${merchantId}/notices`, { id, ...body })
    return { id, status: answer.status, code: answer.body.code }
  }
  const object = async (who: Actor, noticeId: string) => {
    const id = newId()
    const answer = await rooms.send<Problem>(who, `/merchant-notices/${noticeId}/objections`, {
      id,
      words: '上周卖了过期的药',
    })
    return { id, status: answer.status, code: answer.body.code }
  }
  const decide = (who: Actor, id: string, upheld: boolean) =>
    rooms.send<Problem>(who, `/merchant-objections/${id}/decision`, { upheld, answer: '已经查过。' })
  const conclude = (who: Actor, id: string) =>
    rooms.send<{ state: string } & Problem>(who, `/merchant-notices/${id}/conclusion`)
  const notices = async (who?: Actor) =>
    (await rooms.read<{ items: NoticeView[] }>(who, '/merchant-notices')).body.items

  it('is given by the stated rule only, with notice, and concluded by another person', async () => {
    const { id, slug } = await add()
    earned = { services: 9, points: 99 }
    expect((await give(admin, id)).code).toBe('merchants.ruleNotMet')
    earned = { services: 12, points: 60 }
    expect((await give(clerk, id)).code).toBe('merchants.anotherDecides')
    const notice = await give(admin, id)
    expect(notice.status).toBe(201)
    expect((await give(admin, id)).code).toBe('merchants.noticeOpen')
    expect((await conclude(second, notice.id)).body.code).toBe('merchants.notYet')
    test.db.setShift(8 * DAY)
    expect((await conclude(admin, notice.id)).body.code).toBe('merchants.anotherDecides')
    expect((await conclude(clerk, notice.id)).body.code).toBe('merchants.anotherDecides')
    const ends = await Promise.all([conclude(second, notice.id), conclude(second, notice.id)])
    expect(ends.filter(({ body }) => body.state === 'carried')).toHaveLength(1)
    expect(await page(slug)).toMatchObject({ trusted: true, notices: [{ state: 'carried', services: 12 }] })
  })

  it('falls when an objection is upheld; whoever answers never learns whose it is', async () => {
    const { id, slug } = await add()
    const notice = await give(admin, id)
    const neighbour = await rooms.signIn('邻居')
    const objection = await object(neighbour, notice.id)
    expect(objection.status).toBe(201)
    expect((await object(neighbour, notice.id)).code).toBe('merchants.objectedBefore')
    const seen = await rooms.read<{ items: ObjectionView[] }>(
      second,
      `/merchant-notices/${notice.id}/objections`,
    )
    expect(seen.body.items).toEqual([
      {
        id: objection.id,
        words: '上周卖了过期的药',
        at: expect.any(String),
        upheld: null,
        answer: null,
        mayDecide: true,
      },
    ])
    expect(JSON.stringify(seen.body)).not.toContain(neighbour.personId)
    expect((await decide(admin, objection.id, false)).body.code).toBe('merchants.anotherDecides')
    expect((await decide(clerk, objection.id, false)).body.code).toBe('merchants.anotherDecides')
    test.db.setShift(8 * DAY)
    expect((await object(await rooms.signIn('迟来的'), notice.id)).code).toBe('merchants.noticeOver')
    expect((await conclude(second, notice.id)).body.code).toBe('merchants.notYet')
    expect((await decide(second, objection.id, true)).status).toBe(200)
    expect((await decide(second, objection.id, false)).body.code).toBe('merchants.decidedBefore')
    expect((await conclude(second, notice.id)).body.state).toBe('dropped')
    expect((await page(slug)).trusted).toBe(false)
    const mine = (await notices(neighbour)).find((one) => one.id === notice.id)?.mine
    expect(mine).toEqual({ words: '上周卖了过期的药', answer: '已经查过。', upheld: true })
    expect((await notices()).every((one) => one.mine === null)).toBe(true)
  })

  it('is taken away only with a reason and notice, and the merchant may object', async () => {
    const { id, slug } = await add()
    const award = await give(admin, id)
    test.db.setShift(8 * DAY)
    await conclude(second, award.id)
    expect((await give(admin, id, { kind: 'removal', reason: null })).code).toBe('kernel.invalid')
    const removal = await give(admin, id, { kind: 'removal', reason: '卖了过期的药' })
    expect(removal.status).toBe(201)
    const objection = await object(clerk, removal.id)
    await decide(second, objection.id, false)
    test.db.setShift(16 * DAY)
    expect((await conclude(second, removal.id)).body.state).toBe('carried')
    expect((await page(slug)).trusted).toBe(false)
  })
})

it('follows a redraw to the successor of its area, what was measured with it', async () => {
  const { id } = await add()
  await rooms.send(admin, `/merchants/${id}/walks`, { path: '/c03/g01/', minutes: 3 })
  for (const [from, to] of [
    ['/c03/', '/c04/'],
    ['/c03/g01/', '/c04/g01/'],
  ] as const)
    await test.db.commit(systemScope(1), [
      sql`insert into area_successions (region_id, id, from_path, to_path, is_main, redraw_id) values (1, ${newId()}, ${from}, ${to}, true, ${newId()})`,
    ])
  expect(await followMerchants(test.db, 1)).toBeGreaterThan(0)
  expect(await followMerchants(test.db, 1)).toBe(0)
  const rows = await test.db.read<Row & { path: string; from: string }>(
    systemScope(1),
    sql`select m.path, w.path as "from" from merchants m join merchant_walks w on w.region_id = 1 and w.merchant_id = m.id where m.region_id = 1 and m.id = ${id}`,
  )
  expect(rows).toEqual([{ path: '/c04/', from: '/c04/g01/' }])
})
