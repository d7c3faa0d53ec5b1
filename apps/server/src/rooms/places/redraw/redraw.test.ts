import { PRESETS } from '@linli/presets'
import fc from 'fast-check'
import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../../tests/kit/database.ts'
import { type ServedRooms, serveRooms } from '../../../../../../tests/kit/rooms.ts'
import { STRAYS } from '../../../../../../tests/kit/strays.ts'
import type { Actor } from '../../../kernel/auth/actor.ts'
import { softwareProvider } from '../../../kernel/crypto/softwareProvider.ts'
import { openOwnerPool } from '../../../kernel/db/ownerPool.ts'
import { newId, newSlug } from '../../../kernel/ids.ts'
import { startRelay } from '../../../kernel/outbox/relay.ts'
import { insightRoom, insightRulesOf, statesOf, unequalCounters } from '../../insight/index.ts'
import {
  followAreas as followOrders,
  openNeighbours,
  orderRulesOf,
  ordersRoom,
  rederived,
} from '../../orders/index.ts'
import * as people from '../../people/index.ts'
import { guestMayPlace } from '../../stations/index.ts'
import { followPlaces, installPreset, placeRules, placesRoom, redrawRoom } from '../index.ts'

const C = '/s1/c1/'
let database: TestDatabase
let client: pg.Client
let house: ServedRooms
let admin: Actor
let resident: Actor
let needs: Parameters<typeof ordersRoom>[0]
const changed: string[] = []

const rows = async <T extends object>(text: string, values: unknown[] = []): Promise<T[]> =>
  (await client.query(text, values)).rows as T[]
const paths = async (text: string): Promise<string[]> =>
  (await rows<{ path: string }>(text)).map(({ path }) => path)

async function plantArea(path: string, level: string, name: string): Promise<void> {
  await client.query(
    `insert into areas (region_id, id, path, parent_path, level, code, name, qr_slug, opened_at) values (1, $1, $2, $3, $4, $5, $6, $7, now())`,
    [newId(), path, path.replace(/[^/]+\/$/, ''), level, path.split('/').at(-2), name, newSlug()],
  )
}
async function plantHome(path: string, room: string): Promise<string> {
  const id = newId()
  await client.query(
    `insert into households (region_id, id, path, room, address_cipher, address_hmac, opened_at) values (1, $1, $2, $3, 'x', $4, now())`,
    [id, path, room, Buffer.from(id)],
  )
  await client.query(
    `insert into people (region_id, id, name, path, household_id, created_at) values (1, $1, '王住户', $2, $3, now())`,
    [newId(), path, id],
  )
  return id
}
/** A post with its grant, as `assignPost` writes them. */
async function plantPost(post: string, path: string, holder: Actor, role = 'gridWorker'): Promise<string> {
  const id = newId()
  await client.query(
    `insert into posts (region_id, id, person_id, post, area_path, from_on, share) values (1, $1, $2, $3, $4, '2026-01-01', 50)`,
    [id, holder.personId, post, path],
  )
  await client.query(
    `insert into grants (region_id, id, account_id, role, area_path, post_id, from_at) values (1, $1, $2, $3, $4, $5, now() - interval '1 day')`,
    [newId(), holder.accountId, role, path, id],
  )
  return id
}
const place = (path: string, by = resident) =>
  house.send<{ id: string }>(by, '/orders', {
    id: newId(),
    channel: 'hand',
    kind: 'help',
    item: 'changeBulb',
    detail: '家里的灯不亮了。',
    path,
  })
const draw = (body: object, by = admin) =>
  house.send<{ id: string; path: string; opened: { path: string; name: string }[]; code: string }>(
    by,
    '/areas/redraws',
    { reason: '户数太多，重新划分', ...body },
  )
/** What the listeners do with the event. */
async function follow(): Promise<void> {
  await followPlaces(database.db, 1)
  await people.followAreas({ db: database.db, grantsChanged: (id) => changed.push(id) }, 1)
  await followOrders(needs, 1)
}
/** Everything that lies somewhere lies in an open area. */
const strays = () => paths(STRAYS)
async function fold(): Promise<void> {
  const pool = openOwnerPool(database.ownerUrl, () => undefined)
  const relay = startRelay(pool, [insightRoom(insight)], {
    onError: (error) => {
      throw error
    },
  })
  await relay.idle()
  await relay.stop()
  await pool.end()
}
const insight = {
  get db() {
    return database.db
  },
  rules: async () => insightRulesOf(await placeRules(database.db, 1)),
  overdueByArea: async () => [],
  helperGroups: async () => [],
} as unknown as Parameters<typeof insightRoom>[0] // the figures' pages are not read here

beforeAll(async () => {
  database = await testDatabase()
  const { db } = database
  client = new pg.Client({ connectionString: database.adminUrl })
  await client.connect()
  await installPreset(db, 1, PRESETS.xihu)
  const crypto = softwareProvider(Buffer.alloc(32, 7))
  needs = {
    db,
    crypto,
    ...openNeighbours(db),
    rules: async (region) => orderRulesOf(await placeRules(db, region)),
    personByPhone: (region, phone) => people.personByPhone(db, crypto, region, phone),
    newPersonStatement: (region, person) => people.newPersonStatement(crypto, region, person),
    statesOf,
    guestMayPlace,
    guestPhone: async () => null,
    groupText: () => '',
  }
  const grantsChanged = (id: string) => changed.push(id)
  house = await serveRooms(db, [
    placesRoom({ db, crypto }, []),
    redrawRoom({ db, crypto, followOffices: people.followOffices, grantsChanged }),
    people.peopleRoom({ db, crypto, loads: async () => new Map(), grantsChanged }),
    ordersRoom(needs),
  ])
  admin = await house.signIn('郑伟', [{ role: 'regionAdmin', areaPath: '/', unitId: null }])
  resident = await house.signIn('王秀兰')
  await plantArea('/s1/', 'street', '示范街道')
  await plantArea(C, 'community', '桃源社区')
  await plantArea('/s1/c2/', 'community', '柳苑社区')
  for (const grid of [1, 2, 3, 4]) {
    await plantArea(`${C}g${grid}/`, 'grid', `${grid}号网格`)
    for (const building of [1, 2, 3]) {
      const path = `${C}g${grid}/b${building}/`
      await plantArea(path, 'building', `${grid * 10 + building}栋`)
      await plantArea(`${path}e1/`, 'entrance', '1单元')
      await plantHome(`${path}e1/`, '101')
      await plantHome(`${path}e1/`, '102')
    }
  }
})
afterAll(async () => {
  await house.close()
  await client.end()
  await database.close()
})

it('tells beforehand what follows, and writes nothing', async () => {
  const worker = await house.signIn('冯网格')
  await plantPost('gridWorker', `${C}g1/`, worker)
  await place(`${C}g1/b1/e1/`)
  const areas = (await rows('select 1 from areas where region_id = 1')).length
  const { status, body } = await house.send(admin, '/areas/redraws/preview', {
    closes: [`${C}g1/`],
    parts: [
      { name: '一网格东', areas: [`${C}g1/b1/`] },
      { name: '一网格西', areas: [`${C}g1/b2/`, `${C}g1/b3/`] },
    ],
  })
  expect(status).toBe(200)
  expect(body).toMatchObject({ kind: 'split', areas: 7, households: 6, people: 6, posts: 1, orders: 1 })
  expect((await rows('select 1 from areas where region_id = 1')).length).toBe(areas)
})

it('splits a grid: the worker keeps what is theirs at once, the rest follows, and the history stays', async () => {
  const [slug] = await rows<{ qr_slug: string }>(
    `select qr_slug from areas where region_id = 1 and path = $1`,
    [`${C}g1/b2/e1/`],
  )
  changed.length = 0
  const { status, body } = await draw({
    closes: [`${C}g1/`],
    parts: [
      { name: '一网格东', areas: [`${C}g1/b1/`] },
      { name: '一网格西', areas: [`${C}g1/b2/`, `${C}g1/b3/`] },
    ],
  })
  expect([status, body.opened]).toEqual([
    201,
    [
      { path: `${C}g5/`, name: '一网格东' },
      { path: `${C}g6/`, name: '一网格西' },
    ],
  ])
  expect(
    await paths(
      `select area_path as path from grants where region_id = 1 and role = 'gridWorker' and to_at is null order by 1`,
    ),
  ).toEqual([`${C}g5/`, `${C}g6/`])
  expect(changed.length).toBe(1)
  const before = await house.read<{ left: object }>(admin, `/areas/redraws/${body.id}`)
  expect(before.body.left).toEqual({ households: 6, people: 6, orders: 1 })
  await Promise.all([follow(), follow()])
  const after = await house.read<{ left: object; orders: number }>(admin, `/areas/redraws/${body.id}`)
  expect(after.body).toMatchObject({ left: { households: 0, people: 0, orders: 0 }, orders: 1 })
  const [east, west] = body.opened.map((area) => ({ ...area, isOpen: true }))
  expect(after.body).toMatchObject({
    closes: [{ path: `${C}g1/`, name: '1号网格', became: [east, west] }],
    opens: [east, west],
    moves: [
      { name: '11栋', from: `${C}g1/b1/`, to: east },
      { name: '12栋', from: `${C}g1/b2/`, to: west },
      { name: '13栋', from: `${C}g1/b3/`, to: west },
    ],
  })
  expect(await strays()).toEqual([])
  const events = await rows(
    `select e.verb, e.version, e.path from order_events e where region_id = 1 order by version`,
  )
  expect(events).toEqual([
    { verb: 'placeOrder', version: 1, path: `${C}g1/b1/e1/` },
    { verb: 'followArea', version: 2, path: `${C}g5/b11/e1/` },
  ])
  const scanned = await house.read<{ path: string }>(undefined, `/place-codes/${slug?.qr_slug}`)
  expect(scanned.body.path).toBe(`${C}g6/b12/e1/`)
})

it('knows who held a post here before the area was drawn, masked once it is past', async () => {
  const inMarch = await house.read<{ items: { personName: string; areaPath: string; share: number }[] }>(
    admin,
    `/posts/history?path=${C}g6/&on=2026-03-15`,
  )
  expect(inMarch.body.items).toMatchObject([{ personName: '冯**', areaPath: `${C}g1/`, share: 50 }])
  const ever = await house.read<{ items: { personName: string }[] }>(admin, `/posts/history?path=${C}g6/`)
  expect(ever.body.items.map(({ personName }) => personName)).toEqual(['冯网格', '冯**'])
  const none = await house.read<{ items: unknown[] }>(admin, `/posts/history?path=${C}g6/&on=2025-12-31`)
  expect(none.body.items).toEqual([])
})

it('merges: who held both holds one, and a post that is there already is not doubled', async () => {
  const both = await house.signIn('周兼管')
  await plantPost('gridWorker', `${C}g2/`, both)
  await plantPost('gridWorker', `${C}g3/`, both)
  const { status, body } = await draw({
    closes: [`${C}g2/`],
    parts: [{ to: `${C}g3/`, areas: [1, 2, 3].map((at) => `${C}g2/b${at}/`) }],
  })
  expect(status).toBe(201)
  await follow()
  expect(await strays()).toEqual([])
  const held = await rows<{ area_path: string; post_id: string; known: boolean }>(
    `select area_path, exists (select from posts p where p.region_id = 1 and p.id = g.post_id and p.to_on is null) as known
     from grants g where region_id = 1 and account_id = $1 and to_at is null`,
    [both.accountId],
  )
  expect(held).toEqual([{ area_path: `${C}g3/`, known: true }])
  expect(body.opened).toEqual([])
})

it('refuses what is not the administrator’s, what is left over, and more areas than one person may hold', async () => {
  const local = await house.signIn('别处管理员', [{ role: 'regionAdmin', areaPath: '/s1/c2/', unitId: null }])
  const body = { closes: [], parts: [{ to: `${C}g3/`, areas: [`${C}g4/b1/`] }] }
  expect((await draw(body, local)).status).toBe(403)
  expect((await draw({ closes: [`${C}g4/`], parts: body.parts })).body.code).toBe('places.leftOver')
  expect((await draw({ closes: [], parts: [{ to: `${C}g9/`, areas: [] }] })).body.code).toBe(
    'places.unknownArea',
  )
  const busy = await house.signIn('忙网格')
  for (const path of [`${C}g4/b1/`, `${C}g4/b2/`, `${C}g4/b3/`, '/s1/c2/'])
    await plantPost('buildingHead', path, busy, 'helper')
  await plantPost('gridWorker', `${C}g5/`, busy)
  const refused = await draw({
    closes: [`${C}g5/`],
    parts: [
      { name: '五甲', areas: [`${C}g5/b11/`] },
      { name: '五乙', areas: [] },
    ],
  })
  expect(refused.body.code).toBe('people.tooManyAreas')
  await client.query(`update grants set to_at = now() where account_id = $1`, [busy.accountId])
  await client.query(`update posts set to_on = current_date where person_id = $1`, [busy.personId])
})

it('an order sent to an area that was redrawn goes on to its successor; what was being placed is not lost', async () => {
  const late = await place(`${C}g1/b1/e1/`)
  expect(late.status).toBe(201)
  const [kept] = await paths(`select path from orders where region_id = 1 and id = '${late.body.id}'`)
  expect(kept).toBe(`${C}g5/b11/e1/`)
  for (let at = 0; at < 4; at += 1) {
    const [from] = await paths(
      `select path from areas where region_id = 1 and name = '41栋' and closed_at is null`,
    )
    const to = from?.startsWith(`${C}g4/`) ? `${C}g3/` : `${C}g4/`
    const [drawn, ...placed] = await Promise.all([
      draw({ closes: [], parts: [{ to, areas: [from] }] }).then(async (answer) => {
        await followOrders(needs, 1)
        return answer
      }),
      ...Array.from({ length: 6 }, () => place(`${from}e1/`)),
    ])
    expect([drawn.status, ...placed.map(({ status }) => status)]).toEqual(Array(7).fill(201))
    expect(
      await paths(`select o.path from orders o where region_id = 1 and state = 'submitted' and not exists (
      select from areas a where a.region_id = 1 and a.path = o.path and a.closed_at is null)`),
    ).toEqual([])
  }
  await follow()
  expect(await strays()).toEqual([])
})

it('one person serves several grids for a part of the time each, and several people one grid', async () => {
  const grids = [`${C}g3/`, `${C}g4/`]
  const both = await house.signIn('万兼管')
  const other = await house.signIn('曾专职')
  for (const areaPath of grids) {
    const body = { post: 'gridWorker', areaPath, share: 50 }
    expect((await house.send(admin, `/people/${both.personId}/posts`, body)).status).toBe(201)
  }
  const full = { post: 'gridWorker', areaPath: grids[0] }
  expect((await house.send(admin, `/people/${other.personId}/posts`, full)).status).toBe(201)
  expect((await house.send(admin, `/people/${other.personId}/posts`, { ...full, share: 0 })).status).toBe(400)
  type Posts = { items: { personName: string; share: number; toOn: string | null }[] }
  const here = await house.read<Posts>(admin, `/posts/history?path=${grids[0]}`)
  const now = here.body.items.filter(({ toOn }) => toOn === null)
  expect(now.map(({ personName, share }) => [personName, share])).toEqual(
    expect.arrayContaining([
      ['万兼管', 50],
      ['曾专职', 100],
    ]),
  )
  const holders = [both, other]
  await client.query('update posts set to_on = current_date where person_id = any($1)', [
    holders.map(({ personId }) => personId),
  ])
  await client.query('update grants set to_at = now() where account_id = any($1)', [
    holders.map(({ accountId }) => accountId),
  ])
})

it('party bodies stand at an area, follow it, and are remembered', async () => {
  const opened = await house.send<{ id: string; code: string }>(admin, '/party-bodies', {
    kind: 'teamBranch',
    name: '先锋党支部',
    path: `${C}g6/`,
    fromOn: '2026-02-01',
  })
  expect(opened.status).toBe(201)
  const again = { kind: 'teamBranch', name: '先锋党支部', path: `${C}g6/` }
  expect((await house.send<{ code: string }>(admin, '/party-bodies', again)).body.code).toBe(
    'places.partyBodyThere',
  )
  expect((await house.send(admin, '/party-bodies', { ...again, kind: 'nothing' })).status).toBe(422)
  const { body } = await draw({
    closes: [`${C}g6/`],
    parts: [{ name: '六网格', areas: [`${C}g6/b12/`, `${C}g6/b13/`] }],
  })
  const now = body.opened[0]?.path
  type Bodies = { items: { id: string; name: string; path: string }[] }
  const today = await house.read<Bodies>(resident, `/party-bodies?path=${now}`)
  expect(today.body.items).toMatchObject([{ name: '先锋党支部', path: now }])
  const past = await house.read<Bodies>(resident, `/party-bodies?path=${now}&on=2026-03-01`)
  expect(past.body.items).toMatchObject([{ path: `${C}g6/` }])
  const id = today.body.items[0]?.id
  expect((await house.send(admin, `/party-bodies/${id}/end`)).status).toBe(200)
  expect((await house.send(admin, `/party-bodies/${id}/end`)).status).toBe(404)
  await follow()
})

it('after any redraws nothing lies in an ended area, nothing is lost, and counters and orders say what their events say', async () => {
  const count = async () =>
    rows(`select (select count(*) from households where region_id = 1 and closed_at is null)::int as homes, (select count(*) from people where region_id = 1)::int as people,
      (select count(*) from orders where region_id = 1)::int as orders,
      (select count(distinct person_id || post) from posts where region_id = 1 and to_on is null)::int as posts`)
  for (const path of await paths(
    `select path from areas where region_id = 1 and level = 'entrance' and closed_at is null`,
  ))
    await place(path)
  const before = await count()
  const done: number[] = []
  const tried = async (body: object): Promise<void> => void done.push((await draw(body)).status)
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom('move', 'split', 'merge'),
      fc.array(fc.nat(), { minLength: 12, maxLength: 12 }),
      async (wanted, dice) => {
        const grids = await paths(
          `select path from areas where region_id = 1 and level = 'grid' and closed_at is null order by path`,
        )
        const below = (grid: string) =>
          paths(
            `select path from areas where region_id = 1 and parent_path = '${grid}' and closed_at is null order by path`,
          )
        const [one, other] = [
          grids[(dice[0] ?? 0) % grids.length] ?? '',
          grids[((dice[0] ?? 0) + 1) % grids.length] ?? '',
        ]
        const kind = grids.length < 3 ? 'split' : wanted // there must be something to merge
        const buildings = await below(one)
        const name = (at: number) => `网格${newId().slice(-6)}${at}`
        if (kind === 'move' && buildings.length > 0)
          await tried({
            closes: [],
            parts: [
              { to: other, areas: buildings.filter((_, at) => (dice[at + 1] ?? 0) % 2 === 0).slice(0, 2) },
            ],
          })
        if (kind === 'split')
          await tried({
            closes: [one],
            parts: [0, 1].map((part) => ({
              name: name(part),
              areas: buildings.filter((_, at) => (dice[at + 1] ?? 0) % 2 === part),
            })),
          })
        if (kind === 'merge')
          await tried({
            closes: [one, other],
            parts: [{ name: name(0), areas: [...buildings, ...(await below(other))] }],
          })
        if ((dice[11] ?? 0) % 2 === 0) await follow()
      },
    ),
    { numRuns: 40, seed: 5 },
  )
  await follow()
  expect(done.filter((status) => status === 201).length).toBeGreaterThan(12)
  expect(await strays()).toEqual([])
  expect(await count()).toEqual(before)
  await fold()
  expect(await unequalCounters(insight, 1)).toEqual([])
  const told = await rederived(database.db, 1, await needs.rules(1))
  expect(told).toMatchObject({ states: [], times: [] })
  expect(told.orders).toBeGreaterThan(20)
})
