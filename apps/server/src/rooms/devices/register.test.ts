import type { ImportResult } from '@linli/contract/places/shapes'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestHouse, type TestHouse } from '../../../../../tests/kit/house.ts'
import { type Actor, actorOf } from '../../../../../tests/kit/houseCast.ts'
import { breakGround, HERE, THERE } from '../../../../../tests/kit/houseGround.ts'
import { fillTemplate, type RegisterRow } from '../../../../../tests/kit/registerFile.ts'

/** As many as the largest place has. */
const DEVICES = 2400

let world: TestHouse
let admin: Actor
let template: Buffer

beforeAll(async () => {
  world = await openTestHouse()
  await breakGround(world)
  admin = await actorOf(world, 'regionAdmin', true)
  await world.admin.query(
    `with homes as (insert into households (region_id, id, path, room, address_cipher, address_hmac, opened_at)
        select 1, md5('home' || n)::uuid, $1, n::text, 'x', decode(md5('at' || n), 'hex'), now() from generate_series(1, $2::int) n returning id, room),
      folk as (insert into people (region_id, id, name, path, household_id, created_at)
        select 1, md5('folk' || n)::uuid, '林' || n, $1, md5('home' || n)::uuid, now() from generate_series(1, $2::int) n)
    insert into household_members (region_id, id, household_id, person_id, from_at)
      select 1, md5('member' || n)::uuid, md5('home' || n)::uuid, md5('folk' || n)::uuid, now() from generate_series(1, $2::int) n`,
    [HERE.path, DEVICES],
  )
  const operation = world.operations.find(({ path }) => path.endsWith('/registers/{register}/template'))
  if (!operation) throw new Error('no template')
  const { bytes } = await world.ask(operation, admin.token, { params: { register: 'devices' } })
  template = bytes
})
afterAll(async () => {
  await world.close()
})

const at = { 街道: 's01号', 社区: 'c1号', 网格: 'g1号', 楼栋: 'b1号' }
const row = (n: number, more: RegisterRow = {}): RegisterRow => ({
  机身编号: `XH-${String(n).padStart(6, '0')}`,
  种类: '床头按钮',
  型号: 'K-1',
  ...at,
  室号: String(n),
  使用人: `林${n}`,
  说什么话: '本地话',
  联系人1: '林大明',
  联系人1电话: `139${String(10_000_000 + n)}`,
  联系人2: '邻居 王姐',
  联系人2电话: `137${String(10_000_000 + n)}`,
  ...more,
})
async function bring(rows: readonly RegisterRow[], actor = admin): Promise<ImportResult> {
  const operation = world.operations.find(({ id }) => id === 'importRegister')
  const follow = world.operations.find(({ id }) => id === 'followImport')
  if (!operation || !follow) throw new Error('no import')
  const file = { name: '设备.xlsx', bytes: fillTemplate(template, rows, 'xlsx') }
  const { status, body } = await world.ask(operation, actor.token, { params: { register: 'devices' }, file })
  expect(status).toBe(200)
  let result = body as ImportResult
  if (result.run)
    await expect
      .poll(async () => {
        const run = (await world.ask(follow, actor.token, { params: { id: result.run ?? '' } })).body as {
          state: string
          result: ImportResult | null
        }
        if (run.result) result = run.result
        return run.state
      })
      .toBe('over')
  return result
}

it(`brings ${DEVICES} devices with their holders and contacts from one file, and changes nothing when it comes again`, async () => {
  const rows = Array.from({ length: DEVICES }, (_, n) => row(n + 1))
  expect(await bring(rows)).toMatchObject({ applied: true, added: DEVICES, unchanged: 0, errorCount: 0 })
  const { rows: counts } = await world.admin.query(
    `select count(*)::int as devices, count(*) filter (where state = 'bound' and language = 'dialect')::int as bound,
      (select count(*)::int from device_bindings) as bindings, (select count(*)::int from device_contacts where kind = 'family') as family,
      (select count(*)::int from device_contacts where kind = 'neighbour' and name = '王姐') as neighbours from devices where region_id = 1`,
  )
  expect(counts).toEqual([
    { devices: DEVICES, bound: DEVICES, bindings: DEVICES, family: DEVICES, neighbours: DEVICES },
  ])
  expect(await bring(rows)).toMatchObject({ added: 0, unchanged: DEVICES, errorCount: 0 })
})

it('takes devices that are in stock, without a home', async () => {
  const stock = {
    室号: '',
    使用人: '',
    说什么话: '',
    联系人1: '',
    联系人1电话: '',
    联系人2: '',
    联系人2电话: '',
  }
  expect(await bring([row(9001, stock)])).toMatchObject({ applied: true, added: 1 })
})

it('says of each wrong row what is wrong and what to do, and writes nothing', async () => {
  const wrong: [RegisterRow, string][] = [
    [{ 机身编号: 'x y' }, '机身编号'],
    [{ 种类: '电话' }, '种类'],
    [{ 型号: '' }, '型号'],
    [{ 楼栋: 'b9号' }, '楼栋'],
    [{ 室号: '99999' }, '室号'],
    [{ 使用人: '没有此人' }, '使用人'],
    [{ 回拨号码: '12' }, '回拨号码'],
    [{ 说什么话: '法语' }, '说什么话'],
    [{ 联系人1电话: '' }, '联系人1电话'],
  ]
  const result = await bring([
    row(9100),
    ...wrong.map(([more], n) => row(9101 + n, { 室号: '1', 使用人: '林1', ...more })),
  ])
  expect(result.applied).toBe(false)
  expect(result.errors.map(({ column }) => column)).toEqual(
    expect.arrayContaining(wrong.map(([, column]) => column)),
  )
  for (const { remedy } of result.errors) expect(remedy).toMatch(/。$/)
})

it('takes nothing of another community', async () => {
  const far = await actorOf(world, 'regionAdmin', false, THERE)
  const result = await bring([row(9200, { 室号: '1', 使用人: '林1' })], far)
  expect(result).toMatchObject({ applied: false, errorCount: 1 })
})
