import { deflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { png } from '../kit/files.ts'
import { type HouseAnswer, type Input, openTestHouse } from '../kit/house.ts'
import { type Actor, castOf } from '../kit/houseCast.ts'
import { buildWorld, type World } from '../kit/houseWorld.ts'
import { carriedOut, welcome } from './welcome.ts'

// Files that are not what they claim: refused with a reason, and neither a row nor a byte is kept.

let world: World
let cast: Actor[]

beforeAll(async () => {
  world = await buildWorld(await openTestHouse())
  cast = await castOf(world)
})
afterAll(() => world.close())

/** An archive with one deflated entry, as spreadsheets are. */
function zip(name: string, content: Buffer): Buffer {
  const packed = deflateRawSync(content, { level: 9 })
  const local = Buffer.alloc(30)
  local.writeUInt32LE(0x04034b50, 0)
  local.writeUInt16LE(8, 8)
  local.writeUInt32LE(packed.length, 18)
  local.writeUInt32LE(content.length, 22)
  local.writeUInt16LE(name.length, 26)
  const central = Buffer.alloc(46)
  central.writeUInt32LE(0x02014b50, 0)
  central.writeUInt16LE(8, 10)
  central.writeUInt32LE(packed.length, 20)
  central.writeUInt32LE(content.length, 24)
  central.writeUInt16LE(name.length, 28)
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(46 + name.length, 12)
  end.writeUInt32LE(30 + name.length + packed.length, 16)
  return Buffer.concat([local, Buffer.from(name), packed, central, Buffer.from(name), end])
}

const file = (name: string, bytes: Buffer, type?: string): NonNullable<Input['file']> => ({
  name,
  bytes,
  ...(type ? { type } : {}),
})
const text = (words: string): Buffer => Buffer.from(words)
const BROKEN: readonly (readonly [
  operation: string,
  what: string,
  file: () => NonNullable<Input['file']>,
])[] = [
  ['uploadPhoto', 'an empty file', () => file('a.jpg', Buffer.alloc(0), 'image/jpeg')],
  ['uploadPhoto', 'a text called photo', () => file('a.jpg', text('这不是照片'), 'image/jpeg')],
  ['uploadPhoto', 'a page with a script', () => file('a.png', text('<html><script>1</script>'), 'image/png')],
  [
    'uploadPhoto',
    'a drawing that may run scripts',
    () => file('a.svg', text('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'image/svg+xml'),
  ],
  ['uploadPhoto', 'half a photo', () => file('a.png', png(64, 64).subarray(0, 40), 'image/png')],
  ['uploadPhoto', 'fifty-six megapixels', () => file('a.png', png(8000, 7000), 'image/png')],
  ['uploadPhoto', 'thirteen megabytes', () => file('a.png', Buffer.alloc(13 * 1024 * 1024, 1), 'image/png')],
  ['uploadVoice', 'an empty file', () => file('a.amr', Buffer.alloc(0), 'audio/amr')],
  ['uploadVoice', 'a photo called voice', () => file('a.mp3', png(8, 8), 'audio/mpeg')],
  ['uploadVoice', 'a program', () => file('a.mp3', text('\u007fELF\u0002\u0001'), 'audio/mpeg')],
  ['addCourseFile', 'an empty file', () => file('a.pdf', Buffer.alloc(0))],
  ['addCourseFile', 'a page called PDF', () => file('a.pdf', text('<html><script>1</script>'))],
  ['addCourseFile', 'half a Word file', () => file('a.docx', text('PK\u0003\u0004 broken'))],
  ['addCourseFile', 'a program', () => file('a.mp4', text('\u007fELF\u0002\u0001'))],
  ['importRegister', 'an empty file', () => file('a.xlsx', Buffer.alloc(0))],
  ['importRegister', 'a broken spreadsheet', () => file('a.xlsx', text('PK\u0003\u0004 broken'))],
  ['importRegister', 'a photo called spreadsheet', () => file('a.xlsx', png(8, 8))],
  [
    'importRegister',
    'a spreadsheet that unpacks to 200 megabytes',
    () => file('a.xlsx', zip('xl/worksheets/sheet1.xml', Buffer.alloc(200 * 1024 * 1024, 32))),
  ],
  ['importOutlines', 'an empty file', () => file('a.geojson', Buffer.alloc(0))],
  ['importOutlines', 'a broken archive', () => file('a.zip', text('PK\u0003\u0004 broken'))],
  ['importOutlines', 'a photo called outlines', () => file('a.geojson', png(8, 8))],
  [
    'importOutlines',
    'a shapefile that unpacks to 200 megabytes',
    () => file('a.zip', zip('a.shp', Buffer.alloc(200 * 1024 * 1024, 32))),
  ],
  ['importOutlines', 'a bottomless list', () => file('a.geojson', text('['.repeat(1_000_000)))],
  ['importRegister', 'a table with NUL bytes', () => file('a.csv', text('街道,社区\u0000\r\n甲,乙\u0000'))],
]

function refused({ status, body }: HouseAnswer): boolean {
  const { title, code, errorCount } = (body ?? {}) as { title?: string; code?: string; errorCount?: number }
  // A register answers with its report: every mistake by row, and nothing applied.
  if (status === 200) return (errorCount ?? 0) > 0
  return status >= 400 && status < 500 && Boolean(code) && /[\u4e00-\u9fff]{2,}.*。/.test(title ?? '')
}

test.each(BROKEN)('%s refuses %s', async (id, _, make) => {
  const { operation, actor, build } = await welcome(world, cast, id)
  const input = await build()
  const before = await world.census()
  const answer = await world.ask(operation, actor.token, { ...carriedOut(input), file: make() })
  expect([answer.status, refused(answer), answer.text.slice(0, 300)]).toEqual([
    answer.status,
    true,
    expect.any(String),
  ])
  expect({ ...(await world.census()), commands: 0 }).toEqual({ ...before, commands: 0 })
})

test.each(['uploadPhoto', 'uploadVoice', 'addCourseFile', 'importRegister', 'importOutlines'])(
  '%s asks for a file when there is none',
  async (id) => {
    const { operation, actor, build } = await welcome(world, cast, id)
    const { file: _, ...input } = carriedOut(await build())
    const plain = await world.ask(operation, actor.token, { ...input, body: {} })
    expect([plain.status, refused(plain)]).toEqual([expect.any(Number), true])
  },
)

test('a photo is kept without its name, its place or its type as claimed', async () => {
  const { operation, actor } = await welcome(world, cast, 'uploadPhoto')
  const answer = await world.ask(operation, actor.token, {
    file: file('../../etc/passwd.exe', png(40, 20), 'text/html'),
  })
  expect(answer.status).toBe(201)
  expect(answer.body).toMatchObject({ mediaType: 'image/webp', width: 40, height: 20 })
  expect(answer.text).not.toContain('passwd')
})
