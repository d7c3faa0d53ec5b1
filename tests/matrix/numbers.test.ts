import { read, utils } from '@e965/xlsx'
import type { Figures, ServiceLists } from '@linli/contract/insight/shapes'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { type HouseAnswer, openTestHouse, type TestHouse } from '../kit/house.ts'
import { type Actor, actorOf } from '../kit/houseCast.ts'
import { breakGround, HERE, THERE } from '../kit/houseGround.ts'
import { plantPerson } from '../kit/houseRows.ts'

// Few people and few ratings are told by nobody's figures: the limit itself is tried, one below it and at it.

let house: TestHouse
let leader: Actor

beforeAll(async () => {
  house = await openTestHouse()
  await breakGround(house)
  leader = await actorOf(house, 'leader')
})
afterAll(() => house.close())

function ask(id: string, query: { [name: string]: string } = {}): Promise<HouseAnswer> {
  const found = house.operations.find((operation) => operation.id === id)
  if (!found) throw new Error(`no operation ${id}`)
  return house.ask(found, leader.token, { query })
}
const figures = async (): Promise<Figures> => (await ask('getFigures')).body as Figures

/** Ratings as the counters keep them, beside sums of nothing else. */
async function rated(n: number): Promise<void> {
  const { rows } = await house.admin.query<{ name: string }>(
    `select column_name as name from information_schema.columns where table_name = 'order_days' and data_type = 'bigint'`,
  )
  const names = rows.map(({ name }) => name)
  const sums = names.map((name) => (name === 'rated' || name === 'satisfied' ? n : 0))
  await house.admin.query(
    `insert into order_days (region_id, area, item, day, ${names}) values (1, $1, 'x', (now() at time zone 'Asia/Shanghai')::date, ${sums})`,
    [HERE.community],
  )
}
const handled = () =>
  house.admin.query(
    `insert into order_events (region_id, id, order_id, version, verb, to_state, actor_person_id, actor_role, round, path, at)
     values (1, $1, $2, 1, 'handleOrder', 'handled', $3, 'helper', 1, $4, now())`,
    [newId(), newId(), newId(), HERE.path],
  )

async function cellsOf(label: string): Promise<unknown[]> {
  const { bytes } = await ask('exportFigures')
  const sheet = read(bytes).Sheets['总数']
  if (!sheet) throw new Error('the export has no sheet of sums')
  return utils.sheet_to_json<unknown[]>(sheet, { header: 1 }).find(([name]) => name === label) ?? []
}

test('nine ratings are too few, ten are told, on the page and in the file', async () => {
  await rated(9)
  expect((await figures()).period.satisfaction).toBeNull()
  expect(await cellsOf('评单')).toEqual(['评单', '不足10份', '不足10份'])
  await house.admin.query('update order_days set rated = rated + 1')
  expect((await figures()).period.satisfaction).toMatchObject({ rated: 10, satisfied: 9 })
  expect(await cellsOf('评单')).toEqual(['评单', 10, 10])
})

test('two people at work are too few, three are told', async () => {
  await handled()
  await handled()
  expect((await figures()).handlersToday).toBeNull()
  await handled()
  expect((await figures()).handlersToday).toBe(3)
})

test('two helpers for an item are too few, three are told', async () => {
  const most = async () => {
    const { items } = (await ask('getServiceLists')).body as ServiceLists
    return Math.max(...items.map(({ supply }) => supply.helpers ?? 0))
  }
  for (const many of [1, 2]) {
    await plantPerson(house, HERE, { helper: true })
    expect(await most(), `${many} helpers`).toBe(0)
  }
  await plantPerson(house, HERE, { helper: true })
  expect(await most()).toBe(3)
})

test('the figures of another area are refused, page, file and lists alike', async () => {
  for (const id of ['getFigures', 'exportFigures', 'getServiceLists'])
    for (const area of [THERE.community, '/', '/s01/', '/s01/c1/g1/b1/'])
      expect((await ask(id, { area })).status, `${id} of ${area}`).toBe(404)
})
