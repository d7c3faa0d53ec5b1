import pg from 'pg'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { makeTown } from '../../apps/server/src/demo/large/madeTown.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { STRAYS } from '../kit/strays.ts'
import { writeTown } from '../kit/town/writeTown.ts'
import { type Person, sitDown } from './folk.ts'
import { say, sized, until } from './form.ts'
import { openStand, type Stand } from './stand.ts'

// The server is killed twice in the middle of a redraw: before its commit, when grids are closed and opened already, and
// after it, when homes have followed and people have not. The first leaves nothing behind, the second loses nobody. Locks
// of ours hold it at these two moments, so that each kill falls in between.

const TOWN = makeTown({
  grids: 2,
  households: 1200 * sized(1, 10),
  people: 2400 * sized(1, 10),
  hubs: 2,
  gridWorkers: 2,
})
const [GRID = ''] = TOWN.grids
const ORDERS = 12

let stand: Stand
let admin: Person

beforeAll(async () => {
  stand = await openStand()
  const behind = new pg.Client({ connectionString: stand.superuserUrl })
  await behind.connect()
  await writeTown(behind, TOWN)
  await behind.end()
  admin = await sitDown(stand.db, [['regionAdmin', '/']])
  const resident = await sitDown(stand.db)
  // They live nowhere here.
  await stand.admin(`update people set path = null where id = any($1)`, [[admin.personId, resident.personId]])
  const doors = TOWN.households.filter(({ path }) => path.startsWith(GRID)).slice(0, ORDERS)
  for (const { path } of doors) {
    const order = {
      id: newId(),
      channel: 'hand',
      kind: 'help',
      item: 'changeBulb',
      detail: '家里的灯不亮了。',
      path,
    }
    const answer = await post('/orders', order, newId(), resident)
    if (answer?.status !== 201) throw new Error(await answer?.text())
  }
}, 300_000)
afterAll(() => stand?.close(), 150_000)

const post = (path: string, body: object, key: string, who = admin) =>
  fetch(`${stand.first.url}/api${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${who.token}`,
      'idempotency-key': key,
      'content-type': 'application/json',
    },
    body: JSON.stringify(body),
  }).catch(() => undefined) // cut off by the kill

const buildings = TOWN.areas.filter(({ level, parentPath }) => level === 'building' && parentPath === GRID)
/** The first grid becomes two, with half of its buildings each. */
const split = {
  reason: '户数太多，重新划分',
  closes: [GRID],
  parts: ['东', '西'].map((name, part) => ({
    name: `一网格${name}`,
    areas: buildings.filter((_, at) => at % 2 === part).map(({ path }) => path),
  })),
}

const one = async <T extends object>(text: string): Promise<T> => {
  const [row] = await stand.admin<T>(text)
  if (!row) throw new Error('no row')
  return row
}
/** What a redraw touches, as one line. */
const state = () =>
  one<{
    open: number
    closed: number
    successions: number
    redraws: number
    told: number
    grants: string[]
  }>(`
    select (select count(*)::int from areas where closed_at is null) as open, (select count(*)::int from areas where closed_at is not null) as closed,
      (select count(*)::int from area_successions) as successions, (select count(*)::int from area_redraws) as redraws,
      (select array_agg(area_path order by area_path) from grants where role = 'gridWorker' and to_at is null) as grants`)
/** Everybody and everything that is to follow, wherever it lies. */
const counts = () =>
  one<object>(`
    select (select count(*)::int from households where closed_at is null) as households, (select count(*)::int from people) as people,
      (select count(*)::int from household_members where to_at is null) as members, (select count(*)::int from orders) as orders,
      (select count(distinct person_id)::int from posts where to_on is null) as holders`)
const waits = (like: string) => async (): Promise<boolean> =>
  (
    await stand.admin(
      `select 1 from pg_stat_activity where wait_event_type = 'Lock' and query like $1 and pid <> pg_backend_pid()`,
      [like],
    )
  ).length > 0
const inFirstGrid = (table: string) =>
  one<{ n: number }>(
    `select count(*)::int as n from ${table} where path >= '${GRID}' and path < '${GRID.slice(0, -1)}0'`,
  )

/** Does something while nobody can write into a table, then kills the server; the database ends with it and frees the table. */
async function killedWhileKept<T>(table: string, work: () => Promise<T>): Promise<T> {
  const keeper = new pg.Client({ connectionString: stand.superuserUrl })
  keeper.on('error', () => undefined) // the database ends under it
  await keeper.connect()
  await keeper.query(`begin; lock table ${table} in share mode`)
  try {
    const done = await work()
    await stand.first.kill()
    stand.first.start()
    await stand.first.ready()
    return done
  } finally {
    await keeper.end().catch(() => undefined) // ended already
  }
}

it('killed before its commit it has changed nothing, killed after it everybody follows all the same', async () => {
  const [before, whole] = [await state(), await counts()]
  const key = newId()
  // Its last row cannot be written: everything else of it has been.
  const cut = await killedWhileKept('area_redraws', async () => {
    const sent = { answer: post('/areas/redraws', split, key) }
    await until('the last row of the redraw', waits('%insert into area_redraws%'), 120_000)
    return sent
  })
  expect(await cut.answer).toBeUndefined()
  expect(await state()).toEqual(before)
  expect(await stand.admin(STRAYS)).toEqual([])

  // Nobody can be moved: homes go ahead.
  const { answer, half } = await killedWhileKept('people', async () => {
    const taken = await post('/areas/redraws', split, key)
    await until('homes to follow', async () => (await inFirstGrid('households')).n === 0, 120_000)
    await until('people to be moved', waits('%update people%'), 120_000)
    return { answer: taken, half: await inFirstGrid('people') }
  })
  expect(answer?.status).toBe(201)
  const after = await until(
    'everybody to follow',
    async () => (await stand.admin(STRAYS)).length === 0 && state(),
    180_000,
    250,
  )
  expect(half.n).toBeGreaterThan(0)
  expect(await counts()).toEqual(whole)
  expect(after).toMatchObject({ open: before.open + 1, redraws: 1 })
  expect(after.grants).toHaveLength(before.grants.length + 1)
  const again = await post('/areas/redraws', split, key)
  expect([again?.status, await again?.json()]).toEqual([201, await answer?.json()])
  expect(await state()).toEqual(after)
  say(`redraws: killed before the commit and after it, ${half.n} people had not followed yet; none lost`)
}, 600_000)
