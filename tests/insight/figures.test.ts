import { read, utils } from '@e965/xlsx'
import type { Figures } from '@linli/contract/insight/shapes'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { systemScope } from '../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { ask, openTown, type Person, seat, type Town } from '../../scenarios/kit/town.ts'

const CAST = [
  ['王秀兰', '居民', '/s01/c01/g01/b1/e1/'],
  ['李春生', '居民', '/s01/c02/g01/b1/e1/'],
  ['赵敏', '社区工作者', '/s01/c01/'],
  ['孙丽', '审核员', '/s01/'],
  ['郑伟', '区级管理员', '/'],
  ['何领导', '领导', '/'],
] as const
const HOUR = 3600_000

let town: Town
const person = (name: string): Person => {
  const found = town.people.get(name)
  if (!found) throw new Error(`nobody is called ${name}`)
  return found
}
async function place(name: string, item: string | undefined): Promise<string> {
  const id = newId()
  const who = person(name)
  const body = { id, channel: 'hand', kind: 'help', detail: '请帮忙看看', path: who.path }
  const { status } = await ask(town, who, 'POST', '/orders', item ? { ...body, item } : body)
  expect(status).toBe(201)
  return id
}
async function figures(name: string, query = ''): Promise<Figures> {
  const { status, body } = await ask(town, person(name), 'GET', `/insight/figures${query}`)
  expect(status, JSON.stringify(body)).toBe(200)
  return body as Figures
}

beforeAll(async () => {
  town = await openTown('xihu')
  for (const [name, post, where] of CAST)
    await seat(town, 'xihu', { name, post, where, phone: '', skill: '', homeEntry: false })
  // Not taken up by the policy itself, so that what the test does is all that happens.
  const refused = await place('王秀兰', 'legalAid')
  const cancelled = await place('李春生', undefined)
  await place('王秀兰', 'legalAid')
  await place('李春生', undefined)
  await ask(town, person('赵敏'), 'POST', `/orders/${refused}/refuse`, {
    version: 1,
    reason: 'litigation',
    channel: '请联系法院',
  })
  await ask(town, person('李春生'), 'POST', `/orders/${cancelled}/cancel`, { version: 1 })
  await town.house.settle()
})
afterAll(() => town.close())

it('answers the same figures on wall, desk, export, by recount and by direct count', async () => {
  const shown = await figures('何领导')
  const direct = await town.house.db.read<{ state: string; orders: number }>(
    systemScope(1),
    sql`select state, count(*)::int as orders from orders where region_id = 1 group by state order by state`,
  )
  const byState = [...shown.states].sort((a, b) => a.state.localeCompare(b.state))
  expect(byState).toEqual(direct)
  expect(shown.today).toMatchObject({ placed: 4, refused: 1, cancelled: 1, closed: 0 })
  expect(shown.period).toEqual(shown.today)
  expect(shown.open).toBe(2)
  expect(await town.house.furniture.unequalCounters(1)).toEqual([])

  const { body: queue } = await ask(town, person('郑伟'), 'GET', '/orders/counts')
  expect(queue).toMatchObject({ overdue: shown.overdue })
  expect(queue['states']).toEqual(
    Object.fromEntries(shown.states.map(({ state, orders }) => [state, orders])),
  )

  const file = await town.house.app.inject({
    url: '/api/insight/figures.xlsx',
    headers: { authorization: `Bearer ${person('何领导').token}` },
  })
  expect(file.statusCode).toBe(200)
  const book = read(file.rawPayload, { type: 'buffer' })
  const rows = utils.sheet_to_json<(string | number)[]>(book.Sheets['总数'] ?? {}, { header: 1 })
  const value = (name: string) => rows.find(([first]) => first === name)
  expect(value('还在办')).toEqual(['还在办', shown.open])
  expect(value('点单')).toEqual(['点单', shown.today.placed, shown.period.placed])
  expect(book.SheetNames).toEqual(['总数', '按日', '按事项', '按辖区'])
})

it('adds up: an area is the sum of those below it, its items and its days', async () => {
  const street = await figures('何领导', '?area=/s01/')
  expect(street.areas.map(({ path, placed, open }) => [path, placed, open])).toEqual([
    ['/s01/c01/', 2, 1],
    ['/s01/c02/', 2, 1],
  ])
  expect(street.days).toHaveLength(30)
  expect(street.days.at(-1)).toEqual({ day: street.to, placed: 4, closed: 0 })
  expect(street.items.map(({ item, placed }) => [item, placed])).toEqual(
    expect.arrayContaining([
      ['legalAid', 2],
      ['', 2],
    ]),
  )
  expect(street.above.map(({ path }) => path)).toEqual(['/'])
})

it('shows few people and few ratings to nobody', async () => {
  const shown = await figures('何领导')
  expect(shown.handlersToday).toBeNull()
  expect(shown.today.satisfaction).toBeNull()
})

it('keeps to the reader’s own area', async () => {
  expect((await figures('赵敏')).area).toBe('/s01/c01/')
  for (const area of ['/', '/s01/', '/s01/c02/', '/s01/c01/g01/b1/'])
    expect((await ask(town, person('赵敏'), 'GET', `/insight/figures?area=${area}`)).status).toBe(404)
  expect((await ask(town, person('王秀兰'), 'GET', '/insight/figures')).status).toBe(403)
})

it('counts what is overdue as the clock stands, in the area it lies in', async () => {
  const { db } = town.house
  const before = await figures('何领导')
  expect(before.overdue).toBe(0)
  db.setShift(9 * HOUR)
  try {
    const after = await figures('何领导')
    expect(after.overdue).toBe(2)
    const street = await figures('何领导', '?area=/s01/')
    expect(street.areas.map(({ overdue }) => overdue)).toEqual([1, 1])
  } finally {
    db.setShift(0)
  }
})
