import type {
  HotSpots,
  MaskedWords,
  OrderAdvice,
  ReadWords,
  SimilarOrders,
  SuggestionTerms,
} from '@linli/contract/suggestions/shapes'
import { PRESETS } from '@linli/presets'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { type ServedRooms, serveRooms } from '../../../../../tests/kit/rooms.ts'
import type { Actor, Grant } from '../../kernel/auth/actor.ts'
import { newId } from '../../kernel/ids.ts'
import { searchWordsOf } from '../../kernel/text/cutter.ts'
import { publicationFacts, standingToOrder } from '../orders/index.ts'
import { mentionedPlaces } from '../places/index.ts'
import { suggestionsRoom } from './http.ts'
import { learnNightly } from './jobs.ts'
import type { SuggestionNeeds } from './needs.ts'

const grant = (role: Grant['role'], areaPath: string): Grant => ({ role, areaPath, unitId: null })
const items = PRESETS.xihu.catalogue
const G1 = '/s1/c1/g1/'
const AREAS = [
  ['/s1/', 'street', '示范街道', null],
  ['/s1/c1/', 'community', '桃源社区', null],
  ['/s1/c2/', 'community', '柳苑社区', null],
  [G1, 'grid', '一网格', null],
  ['/s1/c1/g1/b3/', 'building', '3栋', '阳光小区'],
  ['/s1/c1/g1/b3/e2/', 'entrance', '2单元', null],
] as const

let database: TestDatabase
let admin: pg.Client
let house: ServedRooms
let needs: SuggestionNeeds
let desk: Actor
let elsewhere: Actor
let neighbour: Actor
let regionAdmin: Actor
let publisher: Actor
let serial = 0

beforeAll(async () => {
  database = await testDatabase()
  admin = new pg.Client({ connectionString: database.adminUrl })
  await admin.connect()
  for (const [path, level, name, compound] of AREAS)
    await admin.query(
      `insert into areas (region_id, id, path, parent_path, code, level, name, compound, qr_slug, opened_at)
       values (1, $1, $2, $3, $4, $5, $6, $7, $4 || $2, now())`,
      [newId(), path, path.replace(/[^/]+\/$/, ''), path.split('/').at(-2), level, name, compound],
    )
  const { db } = database
  needs = {
    db,
    terms: async () => ({ items, communityDepth: 2 }),
    placesIn: (actor, text) => mentionedPlaces(db, actor.region, text),
    standingOf: (actor, id) => standingToOrder(db, actor, id),
    namesOf: async (region, id) => (await publicationFacts(db, region, id)).names,
  }
  house = await serveRooms(db, [suggestionsRoom(needs)])
  desk = await house.signIn('赵敏', [grant('intake', '/s1/c1/')])
  elsewhere = await house.signIn('钱远', [grant('intake', '/s1/c2/')])
  neighbour = await house.signIn('孙芳')
  regionAdmin = await house.signIn('郑伟', [grant('regionAdmin', '/')])
  publisher = await house.signIn('周宁', [grant('publisher', '/s1/c1/')])
})
beforeEach(async () => {
  await admin.query(
    'truncate orders, order_texts, order_search, order_events, suggestion_models, suggestion_terms',
  )
})
afterAll(async () => {
  await house.close()
  await admin.end()
  await database.close()
})

type Wish = {
  readonly title: string
  readonly detail: string
  readonly item?: string | null
  readonly path?: string
  readonly state?: string
  readonly restriction?: string
  readonly confidential?: boolean
  readonly requester?: string
}
/** Plants an order as the loop leaves it: row, words, cut words and an event. */
async function plant(wish: Wish): Promise<string> {
  const { title, detail, item = null, path = `${G1}b3/`, state = 'accepted' } = wish
  const id = newId()
  serial += 1
  await admin.query(
    `insert into orders (region_id, id, number, version, state, kind, channel, urgency, item, path, community, placed_at, placed_by, requester_id, confidential, restriction)
     values (1, $1, $2, 1, $3, 'help', 'hand', 'ordinary', $4, $5, '/s1/c1/', now(), $6, $6, $7, $8)`,
    [
      id,
      `T${serial}`,
      state,
      item,
      path,
      wish.requester ?? newId(),
      wish.confidential ?? false,
      wish.restriction ?? 'none',
    ],
  )
  await admin.query(`insert into order_texts (region_id, order_id, title, detail) values (1, $1, $2, $3)`, [
    id,
    title,
    detail,
  ])
  await admin.query(
    `insert into order_search (region_id, order_id, path, placed_at, tokens) values (1, $1, $2, now(), array_to_tsvector($3::text[]))`,
    [id, path, [...new Set(searchWordsOf(`${title} ${detail}`))]],
  )
  await admin.query(
    `insert into order_events (region_id, id, order_id, version, verb, to_state, actor_role, round, path, at) values (1, $1, $2, 1, 'placeOrder', 'submitted', 'resident', 1, $3, now())`,
    [newId(), id, path],
  )
  return id
}
/** Asks until the index has seen what was just planted: it looks every two seconds. */
async function until<T>(ask: () => Promise<T>, holds: (answer: T) => boolean): Promise<T> {
  for (;;) {
    const answer = await ask()
    if (holds(answer)) return answer
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
}
const read = async (actor: Actor, text: string, path?: string) =>
  (await house.send<ReadWords>(actor, '/suggestions/words', { text, ...(path ? { path } : {}) })).body
const advice = async (actor: Actor, text: string, path?: string) =>
  (await house.send<OrderAdvice>(actor, '/suggestions', { text, ...(path ? { path } : {}) })).body

it('reads item, place, time and person from words, and says why of each', async () => {
  const words = await read(desk, '我叫王建国，住阳光小区三栋贰单元501，昨晚11点灯泡坏了，要换灯泡')
  expect(words.advice.basis).toBe('catalogue')
  expect(words.advice.items[0]?.item).toBe('changeBulb')
  expect(words.advice.items[0]?.why.length).toBeGreaterThan(0)
  expect(words.places).toEqual([
    {
      said: '阳光小区3栋2单元501',
      path: '/s1/c1/g1/b3/e2/',
      text: expect.stringContaining('阳光小区'),
      room: '501',
      why: [],
    },
  ])
  expect(words.times.map(({ said }) => said)).toEqual(['昨晚11点'])
  expect(words.people).toContainEqual({ said: '王建国', why: 'introduced' })
  expect((await house.send(neighbour, '/suggestions/words', { text: '灯' })).status).toBe(403)
})

it('shows whoever may read them the orders that may be the same matter, and nobody else', async () => {
  const path = `${G1}b3/`
  const lamp = { title: '楼道灯不亮', detail: '楼道里的感应灯一个星期不亮了，老人上下楼怕摔' }
  const first = await plant(lamp)
  const second = await plant({ ...lamp, title: '楼道感应灯坏了' })
  const hidden = await plant({ ...lamp, restriction: 'media' })
  const other = await plant({ title: '水管漏水', detail: '厨房水管漏水，地上都是水' })
  const far = await plant({ ...lamp, path: '/s1/c2/g9/' })
  const similar = () => house.read<SimilarOrders>(desk, `/orders/${first}/similar`)
  const { body } = await until(similar, ({ body: { items } }) => items.some(({ id }) => id === second))
  expect(body.items.map(({ id }) => id)).toEqual([second])
  expect(body.items[0]?.why).toContain('楼道')
  expect(body.reporters).toBe(1)
  for (const id of [hidden, other, far]) expect(body.items.map((one) => one.id)).not.toContain(id)
  const asked = await read(desk, '楼道里感应灯不亮，老人怕摔', path)
  expect(asked.similar.items.map(({ id }) => id).sort()).toEqual([first, second].sort())
  expect((await read(elsewhere, '楼道里感应灯不亮，老人怕摔', path)).similar.items).toEqual([])
  expect([403, 404]).toContain((await house.read(elsewhere, `/orders/${first}/similar`)).status)
})

it('tells a neighbour that a matter is known from three people up, and nothing of what anybody wrote', async () => {
  const path = `${G1}b3/`
  const noise = {
    title: '广场舞太吵',
    detail: '小区门口每晚跳广场舞音响太吵，孩子没法写作业',
    item: 'publicFacility',
  }
  const key = items.find(({ homeEntry, grabbable }) => !homeEntry && !grabbable)?.key ?? ''
  await plant({ ...noise, item: key })
  await plant({ ...noise, item: key })
  await plant({ ...noise, item: key, confidential: true })
  const own = await plant({ ...noise, item: key, requester: neighbour.personId })
  const ask = () => advice(neighbour, '广场舞音响太吵，孩子写不了作业', path)
  await until(
    () => house.read<SimilarOrders>(desk, `/orders/${own}/similar`),
    ({ body }) => body.items.length >= 2,
  )
  expect((await ask()).known).toEqual([])
  await plant({ ...noise, item: key })
  const { known } = await until(ask, (answer) => answer.known.length > 0)
  expect(known).toEqual([
    {
      item: key,
      place: expect.stringContaining('桃源社区'),
      reporters: 3,
      since: expect.any(String),
      state: 'accepted',
    },
  ])
  const spots = await until(
    () => house.read<HotSpots>(desk, '/hot-spots'),
    ({ body: { items } }) => items.length > 0,
  )
  expect(spots.body.items[0]).toMatchObject({ reporters: 5, item: key })
  expect((await house.read<HotSpots>(elsewhere, '/hot-spots')).body.items).toEqual([])
  expect((await house.read(neighbour, '/hot-spots')).status).toBe(403)
})

it('learns at night what intake made of orders, uses it where it does better, and fills in only above the margin that was set', async () => {
  const [one, two] = items.filter(({ homeEntry }) => !homeEntry).map(({ key }) => key)
  if (!one || !two) throw new Error('the preset has no items')
  for (let at = 0; at < 40; at++) {
    await plant({
      title: `嗡嗡响${at}`,
      detail: `楼上机器嗡嗡响到半夜，第${at}天了`,
      item: one,
      path: '/s1/c2/',
    })
    await plant({ title: `臭味${at}`, detail: `沟里一股臭味，第${at}次反映`, item: two, path: '/s1/c2/' })
  }
  expect(await learnNightly(needs, 1)).toBe(true)
  expect(await learnNightly(needs, 1), 'once a night').toBe(false)
  const terms = async () => (await house.read<SuggestionTerms>(desk, '/suggestions/terms')).body
  expect(await terms()).toMatchObject({
    version: 0,
    margin: null,
    learned: { basis: 'learned', examples: 80, items: 2, first: 100, firstTwo: 100 },
  })
  const said = await advice(desk, '隔壁机器嗡嗡响')
  expect(said.advice).toMatchObject({
    basis: 'learned',
    filledIn: null,
    items: [{ item: one }, { item: two }],
  })
  expect(said.advice.items[0]?.why).toContain('嗡嗡响')
  const set = (actor: Actor, version: number, margin: number | null) =>
    house.send(actor, '/suggestions/terms', { version, margin })
  expect((await set(desk, 0, 5)).status).toBe(403)
  expect((await set(regionAdmin, 0, 5)).status).toBe(200)
  expect((await set(regionAdmin, 0, 5)).status, 'somebody set it meanwhile').toBe(409)
  expect((await advice(desk, '隔壁机器嗡嗡响')).advice.filledIn).toBe(one)
  expect((await set(regionAdmin, 1, null)).status).toBe(200)
  expect((await advice(desk, '隔壁机器嗡嗡响')).advice.filledIn).toBe(null)
  const { rows } = await admin.query<{ words: string }>(
    `select encode(model, 'escape') as words from suggestion_models`,
  )
  expect(rows[0]?.words).not.toContain('嗡')
})

it('masks what is somebody’s own in a text for the public, and leaves names that it only guesses to a person', async () => {
  const orderId = await plant({ title: '换锁', detail: '门锁坏了', state: 'closed' })
  await admin.query(`update order_texts set contact_name = '李秀英' where order_id = $1`, [orderId])
  const text = '李秀英住3栋2单元501室，电话１９９００００１２３４，找王师傅换了锁。'
  const { body, status } = await house.send<MaskedWords>(publisher, '/suggestions/masked', { orderId, text })
  expect(status).toBe(200)
  expect(body.text).toBe('（姓名）住（门牌），电话（电话），找王师傅换了锁。')
  expect(body.found.map(({ kind }) => kind).sort()).toEqual(['name', 'phone', 'room'])
  expect(body.people).toContainEqual({ said: '王师傅', why: 'called' })
  expect((await house.send(desk, '/suggestions/masked', { orderId, text })).status).toBe(403)
})
