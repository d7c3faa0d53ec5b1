import { deflateRawSync } from 'node:zlib'
import { utils, write } from '@e965/xlsx'
import type { ImportResult } from '@linli/contract/places/shapes'
import { REGISTERS } from '@linli/contract/places/words'
import { PRESETS } from '@linli/presets'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../../tests/kit/database.ts'
import { type ServedRooms, serveRooms } from '../../../../../../tests/kit/rooms.ts'
import type { Actor } from '../../../kernel/auth/actor.ts'
import { softwareProvider } from '../../../kernel/crypto/softwareProvider.ts'
import { MOST_ROWS, parseTable } from '../../../kernel/tables/parse.ts'
import { installPreset, placesRoom } from '../index.ts'

let database: TestDatabase
let house: ServedRooms
let admin: Actor

beforeAll(async () => {
  database = await testDatabase()
  const { db } = database
  await installPreset(db, 1, PRESETS.xihu)
  house = await serveRooms(db, [placesRoom({ db, crypto: softwareProvider(Buffer.alloc(32, 7)) }, [])])
  admin = await house.signIn('郑伟', [{ role: 'regionAdmin', areaPath: '/', unitId: null }])
})
afterAll(async () => {
  await house.close()
  await database.close()
})

const AREAS = ['街道', '社区', '网格', '小区', '楼栋', '单元']
const HOUSEHOLDS = [...AREAS, '室号']
const xlsx = (rows: unknown[][], name = '表.xlsx') => {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '表')
  return { name, bytes: write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer }
}
const csv = (rows: string[][], name = '表.csv') => ({
  name,
  bytes: Buffer.from(`\uFEFF${rows.map((row) => row.join(',')).join('\r\n')}`),
})
const send = (register: string, file: { name: string; bytes: Buffer }, query = '', actor = admin) =>
  house.upload<ImportResult & { errors: { message: string }[] }>(
    actor,
    `/registers/${register}/imports${query}`,
    file,
  )
const counts = ({ body }: { body: ImportResult }) => [body.applied, body.added, body.changed, body.unchanged]

const town = [
  ['示范街道', '桃源社区', '一网格', '阳光小区', '3栋', '1单元'],
  ['示范街道', '桃源社区', '一网格', '阳光小区', '3栋', '2单元'],
  ['示范街道', '桃源社区', '二网格', '', '', ''],
]

it('checks a file without writing, opens the whole tree, and changes nothing when the file comes again', async () => {
  const file = xlsx([AREAS, ...town])
  expect(counts(await send('areas', file, '?check=true'))).toEqual([false, 7, 0, 0])
  expect((await house.read<{ items: unknown[] }>(admin, '/areas')).body.items).toEqual([])
  expect(counts(await send('areas', file))).toEqual([true, 7, 0, 0])
  expect(counts(await send('areas', file))).toEqual([true, 0, 0, 3])
  const more = xlsx([AREAS, ...town, ['示范街道', '桃源社区', '二网格', '', '5栋', '']])
  expect(counts(await send('areas', more))).toEqual([true, 1, 0, 3])
  const found = await house.read<{ items: { path: string }[] }>(admin, '/areas?parent=/s1/c1/g1/b3/')
  expect(found.body.items.map(({ path }) => path)).toEqual(['/s1/c1/g1/b3/e1/', '/s1/c1/g1/b3/e2/'])
})

it('takes households from a GB18030 text, all of them or none, and says which rows to mend', async () => {
  const at = ['示范街道', '桃源社区', '一网格', '阳光小区', '3栋', '1单元']
  const wrong = csv([
    HOUSEHOLDS,
    [...at, '101'],
    [...at, ''],
    ['示范街道', '桃源社区', '一网格', '阳光小区', '9栋', '1单元', '102'],
    [],
    [...at, '101室'],
  ])
  const refused = await send('households', wrong)
  expect(counts(refused)).toEqual([false, 1, 0, 0])
  expect(refused.body.errors.map((error) => [error.row, error.column])).toEqual([
    [3, '室号'],
    [4, '楼栋'],
    [6, '室号'],
  ])
  expect(refused.body.errors[1]).toMatchObject({ problem: '没有找到“9栋”。' })
  const below = '/households?path=/s1/'
  expect((await house.read<{ items: unknown[] }>(admin, below)).body.items).toEqual([])

  // 街道 … 示范街道 … in GB18030, as Excel in China writes .csv
  const text = `${HOUSEHOLDS.join(',')}\r\n${[...at, '101'].join(',')}\r\n${[...at, '102'].join(',')}\r\n`
  const gb = { name: '房屋.csv', bytes: gb18030(text) }
  expect(counts(await send('households', gb))).toEqual([true, 2, 0, 0])
  expect(counts(await send('households', gb))).toEqual([true, 0, 0, 2])
  const page = await house.read<{ items: { room: string }[]; next: string | null }>(admin, `${below}&limit=1`)
  expect(page.body.items.map(({ room }) => room)).toEqual(['101'])
  const next = await house.read<{ items: { room: string }[]; next: string | null }>(
    admin,
    `${below}&limit=1&after=${page.body.next}`,
  )
  expect([next.body.items.map(({ room }) => room), next.body.next]).toEqual([['102'], null])
})

it('finds rooms for staff of the area only', async () => {
  const ask = async (actor: Actor) => {
    const url = `/addresses?q=${encodeURIComponent('阳光小区3栋1单元101')}`
    return (await house.read<{ items: { room: string | null }[] }>(actor, url)).body.items
  }
  const near = await house.signIn('社区工作者', [{ role: 'intake', areaPath: '/s1/c1/', unitId: null }])
  const far = await house.signIn('邻社区工作者', [{ role: 'intake', areaPath: '/s1/c2/', unitId: null }])
  const leader = await house.signIn('领导', [{ role: 'leader', areaPath: '/', unitId: null }])
  const resident = await house.signIn('王秀兰')
  expect(await ask(near)).toMatchObject([{ path: '/s1/c1/g1/b3/e1/', room: '101' }])
  // Who may not know rooms hears of the door, and the same whether the room is there or not.
  for (const actor of [far, leader, resident])
    expect(await ask(actor)).toMatchObject([{ path: '/s1/c1/g1/b3/e1/', room: null, householdId: null }])
  const rows = await house.read<{ items: unknown[] }>(near, '/households?path=/s1/c1/')
  expect(rows.body.items.length).toBe(2)
  expect((await house.read(far, '/households?path=/s1/c1/')).status).toBe(403)
  expect((await house.read(leader, '/households?path=/')).status).toBe(403)
})

it('lets an administrator import only into their own area', async () => {
  const local = await house.signIn('街道管理员', [{ role: 'regionAdmin', areaPath: '/s1/', unitId: null }])
  const mixed = xlsx([AREAS, ['示范街道', '桃源社区', '三网格'], ['别的街道', '柳苑社区']])
  const answer = await send('areas', mixed, '', local)
  expect(answer.body.applied).toBe(false)
  expect(answer.body.errors).toMatchObject([{ row: 3, column: '街道', problem: '不在您管理的范围内。' }])
  const resident = await house.signIn('路人')
  expect((await send('areas', mixed, '', resident)).status).toBe(403)
})

it.each([
  ['a broken workbook', { name: '表.xlsx', bytes: xlsx([AREAS]).bytes.subarray(0, 900) }],
  [
    'a picture named .xlsx',
    { name: '表.xlsx', bytes: Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex') },
  ],
  ['a workbook named .csv', { ...xlsx([AREAS]), name: '表.csv' }],
  ['a PDF named .csv', { name: '表.csv', bytes: Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj') }],
  ['an old Excel file', { name: '表.xls', bytes: Buffer.from('d0cf11e0a1b11ae1', 'hex') }],
  ['another kind of file', { name: '表.txt', bytes: Buffer.from('街道\n一') }],
  ['an empty file', { name: '表.csv', bytes: Buffer.alloc(0) }],
  [
    'headings of another table',
    csv([
      ['姓名', '电话'],
      ['王', '1'],
    ]),
  ],
  ['headings alone', csv([AREAS])],
  ['control characters', csv([AREAS, ['示范\u0001街道', '', '', '', '', '']])],
  ['a zip bomb', { name: '表.xlsx', bytes: bomb() }],
])('refuses %s with a sentence to act on', async (_what, file) => {
  const { status, body } = await send('areas', file)
  expect(status).toBe(422)
  expect(body.errors[0]?.message).toMatch(/。$/)
})

it('refuses more rows than one import may have', () => {
  const rows = `街道\n${'一\n'.repeat(MOST_ROWS + 1)}`
  expect(() => parseTable(Buffer.from(rows), 'csv')).toThrow(String(MOST_ROWS))
})

it.each(['areas', 'households'] as const)('gives a template of %s that it takes back', async (register) => {
  const { bytes } = await house.read(admin, `/registers/${register}/template`)
  const lines = parseTable(bytes, 'xlsx')
  expect(lines[1]?.[0]).toMatch(/^示例/)
  const answer = await send(register, { name: `${REGISTERS[register].zh}.xlsx`, bytes })
  expect(answer.body.errors[0]?.message).toContain('没有要导入的行')
})

/** Node decodes GB18030 but cannot encode it: the table is turned round. */
function gb18030(text: string): Buffer {
  const decoder = new TextDecoder('gb18030')
  const bytesOf = new Map<string, number[]>()
  for (let first = 0x81; first <= 0xfe; first += 1)
    for (let second = 0x40; second <= 0xfe; second += 1) {
      if (second === 0x7f) continue
      bytesOf.set(decoder.decode(Uint8Array.of(first, second)), [first, second])
    }
  return Buffer.from([...text].flatMap((letter) => bytesOf.get(letter) ?? [letter.charCodeAt(0)]))
}

/** An archive of a few kilobytes whose one part says it is small and unpacks to 200 MB. */
function bomb(): Buffer {
  const data = deflateRawSync(Buffer.alloc(200 * 1024 * 1024))
  const name = Buffer.from('xl/workbook.xml')
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(data.length, 18)
  local.writeUInt32LE(100, 22)
  local.writeUInt16LE(name.length, 26)
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(0x02014b50, 0)
  entry.writeUInt16LE(8, 10)
  entry.writeUInt32LE(data.length, 20)
  entry.writeUInt32LE(100, 24)
  entry.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length + name.length, 12)
  end.writeUInt32LE(local.length + name.length + data.length, 16)
  return Buffer.concat([local, name, data, entry, name, end])
}
