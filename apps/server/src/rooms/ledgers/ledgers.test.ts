import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type CellObject, read, utils, write } from '@e965/xlsx'
import type {
  ExportList,
  LedgerDifference,
  LedgerList,
  LedgerPage,
  PrintSheet,
  RetiredPage,
} from '@linli/contract/ledgers/shapes'
import { PRESETS } from '@linli/presets'
import PizZip from 'pizzip'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { byText } from '../../../../../tests/kit/byText.ts'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { OPEN_ALWAYS } from '../../../../../tests/kit/houseStations.ts'
import { type ServedRooms, serveRooms } from '../../../../../tests/kit/rooms.ts'
import { houseLedgers } from '../../house/ledgers.ts'
import { type Actor, systemScope } from '../../kernel/auth/actor.ts'
import { softwareProvider } from '../../kernel/crypto/softwareProvider.ts'
import { newId } from '../../kernel/ids.ts'
import { localStorage } from '../../kernel/uploads/localStorage.ts'
import { installPreset, placesRoom } from '../places/index.ts'
import { stationsRoom } from '../stations/index.ts'
import { ledgersRoom } from './index.ts'

type Problem = { code: string; errors: { field: string; message: string }[] }
let database: TestDatabase
let house: ServedRooms
let folder: string
let admin: Actor
let worker: Actor
let communities: string[] = []

beforeAll(async () => {
  database = await testDatabase(false)
  folder = await mkdtemp(join(tmpdir(), 'ledgers-'))
  const { db } = database
  const deps = { db, crypto: softwareProvider(Buffer.alloc(32, 7)) }
  const storage = localStorage(folder)
  await installPreset(db, 1, PRESETS.duchang)
  house = await serveRooms(db, [
    placesRoom(deps, []),
    stationsRoom({
      db,
      storage,
      terms: async () => ({ facilities: [], calendar: new Map() }),
      personByPhone: async () => undefined,
      newPersonStatement: () => sql`select 1`,
    }),
    ledgersRoom({ db, storage, ledgers: houseLedgers, nameOf: async () => '郑伟' }),
  ])
  admin = await house.signIn('郑伟', [{ role: 'regionAdmin', areaPath: '/', unitId: null }])
  const open = async (parent: string, name: string) =>
    (await house.send<{ path: string }>(admin, '/areas', { parent, name })).body.path
  const street = await open('/', '示范镇')
  communities = [await open(street, '桃源社区'), await open(street, '柳林社区')]
  worker = await house.signIn('徐建国', [
    { role: 'gridWorker', areaPath: communities[0] ?? '', unitId: null },
  ])
  await db.commit(
    systemScope(1),
    communities.map((path, at) => plantOrders(path, at)),
  )
})
afterAll(async () => {
  await house.close()
  await database.close()
  await rm(folder, { recursive: true, force: true })
})

/** The printed figures of the source by a hundredth: of 66 reports 2 disputes, 31 hazards, 4 favours, the rest other. */
const PARTS = [
  ['neighbourDispute', 2],
  ['publicHazard', 20],
  ['fireLane', 11],
  ['gridErrand', 4],
  ['streetLamp', 28],
  [null, 1],
] as const

function plantOrders(path: string, at: number) {
  const rows = PARTS.flatMap(([item, count]) => Array.from({ length: count }, () => item))
  return sql`with made as (
      select gen_random_uuid() as id, item, (n + ${at * 1000})::int as n
      from unnest(${rows.slice(at * 33, at * 33 + 33)}::text[]) with ordinality as one(item, n)),
    placed as (insert into orders (region_id, id, number, version, state, kind, channel, urgency, item, path, community, placed_at, placed_by)
      select 1, id, '260301-' || lpad(n::text, 5, '0') || '-0', 1, 'submitted', 'help', 'gridReport', 'ordinary', item, ${path}, ${path},
        app_now() - make_interval(hours => n), ${newId()}::uuid from made)
    insert into order_texts (region_id, order_id, title, detail)
      select 1, id, case when n = 1 then '=HYPERLINK("http://example.org")' else '第' || n || '件' end, '细节' from made`
}

const readAll = async (actor: Actor, url: string) => {
  const pages: LedgerPage[] = []
  for (let after = ''; ; ) {
    const { body, status } = await house.read<LedgerPage>(actor, `${url}${after}`)
    expect(status, JSON.stringify(body)).toBe(200)
    pages.push(body)
    if (!body.next) return pages
    after = `&after=${encodeURIComponent(body.next)}`
  }
}

describe('a ledger', () => {
  it('lists what opens to a role, and nothing else', async () => {
    const { body } = await house.read<LedgerList>(admin, '/ledgers')
    expect(body.items.map(({ key }) => key)).toEqual(houseLedgers.map(({ key }) => key))
    const own = await house.read<LedgerList>(worker, '/ledgers')
    expect(own.body.items.map(({ key }) => key)).not.toContain('points')
    expect((await house.read<Problem>(worker, '/ledgers/points/rows')).status).toBe(404)
    expect(body.sets.map(({ key, parts }) => [key, parts.length])).toEqual([['premises', 2]])
  })

  it('can read every one of them, sorted by every column that sorts', async () => {
    for (const ledger of houseLedgers)
      for (const { key } of [{ key: '' }, ...ledger.columns.filter(({ sorts }) => sorts)]) {
        const { body, status } = await house.read(
          admin,
          `/ledgers/${ledger.key}/rows?limit=2${key ? `&sort=${key}&down=true` : ''}`,
        )
        expect(status, `${ledger.key} ${key} ${JSON.stringify(body)}`).toBe(200)
      }
  })

  it('sums up: what is none of the named parts is one of them', async () => {
    const [first] = await readAll(admin, '/ledgers/gridReports/rows?limit=100')
    expect(first?.totals).toEqual({
      count: 66,
      groups: [
        { value: 'disputes', name: { zh: '矛盾纠纷', en: 'Disputes' }, count: 2 },
        { value: 'hazards', name: { zh: '安全隐患', en: 'Hazards' }, count: 31 },
        { value: 'favours', name: { zh: '服务群众', en: 'Services' }, count: 4 },
        { value: null, name: { zh: '其他', en: 'Other' }, count: 29 },
      ],
    })
    expect(first?.totals?.groups.reduce((sum, { count }) => sum + count, 0)).toBe(first?.totals?.count)
  })

  it('pages through every row once, in order, and only through the reader’s own areas', async () => {
    for (const sort of ['', '&sort=number', '&sort=placed&down=true']) {
      const pages = await readAll(admin, `/ledgers/orders/rows?limit=20${sort}`)
      const ids = pages.flatMap(({ items }) => items.map(({ id }) => id))
      expect(ids).toHaveLength(66)
      expect(new Set(ids).size).toBe(66)
    }
    const own = (await readAll(worker, '/ledgers/orders/rows?limit=100')).flatMap(({ items }) => items)
    expect(own).toHaveLength(33)
    expect(own.every(({ cells }) => String(cells['area']).includes('桃源社区'))).toBe(true)
    const asked = await house.read<LedgerPage>(worker, `/ledgers/orders/rows?path=${communities[1]}`)
    expect(asked.body).toMatchObject({ items: [], totals: { count: 0 } })
  })

  it('filters by the values of a code, and refuses what it cannot', async () => {
    const of = async (query: string) =>
      (await house.read<LedgerPage>(admin, `/ledgers/orders/rows?${query}`)).body.totals?.count
    expect(await of('only=item:fireLane&only=item:publicHazard&only=channel:gridReport')).toBe(31)
    expect(await of('from=2000-01-01&to=2000-01-02')).toBe(0)
    for (const query of [
      'only=title:x',
      'sort=title',
      `after=${Buffer.from('["a","b"]').toString('base64url')}`,
    ])
      expect((await house.read<Problem>(admin, `/ledgers/orders/rows?${query}`)).body.code).toBe(
        'kernel.invalid',
      )
  })

  it('keeps each person’s own choice of columns', async () => {
    const chosen = await house.send(worker, '/ledgers/orders/columns', { columns: ['title', 'state'] })
    expect(chosen.status).toBe(200)
    const of = async (actor: Actor) =>
      (await house.read<LedgerList>(actor, '/ledgers')).body.items.find(({ key }) => key === 'orders')?.chosen
    expect(await of(worker)).toEqual(['title', 'state'])
    expect((await of(admin))?.length).toBeGreaterThan(10)
  })
})

/** Asks for an export and waits for its end. */
async function exported(actor: Actor, ledger: string, body: object) {
  const asked = await house.send<{ id: string }>(actor, `/ledgers/${ledger}/exports`, {
    purpose: '月底报表',
    filters: {},
    ...body,
  })
  expect(asked.status, JSON.stringify(asked.body)).toBe(201)
  const { id } = asked.body
  const row = await vi.waitUntil(
    async () => {
      const { body } = await house.read<ExportList>(actor, '/ledger-exports')
      const mine = body.items.find((one) => one.id === id)
      return mine && mine.state !== 'waiting' && mine.state !== 'writing' ? mine : undefined
    },
    { timeout: 20_000, interval: 20 },
  )
  const file = await house.read(actor, `/ledger-exports/${id}/file`)
  return { id, row, file, bytes: file.bytes }
}
const cellsOf = (bytes: Buffer): CellObject[][] => {
  const book = read(bytes, { dense: true })
  return book.Sheets[book.SheetNames[0] ?? '']?.['!data'] ?? []
}

describe('an export', () => {
  const columns = ['number', 'placed', 'title', 'state', 'round']

  it('is a workbook of numbers, dates and harmless texts, recorded with its purpose', async () => {
    const { id, row, bytes, file } = await exported(admin, 'orders', { format: 'xlsx', columns })
    expect(row).toMatchObject({ state: 'over', rows: 66, written: 66 })
    expect(file.status).toBe(200)
    const [heading, ...rows] = cellsOf(bytes)
    expect(heading?.map(({ v }) => v)).toEqual(['单号', '点单时间', '事情', '进度', '第几轮'])
    expect(rows).toHaveLength(66)
    expect(rows[0]?.map(({ t }) => t)).toEqual(['s', 'n', 's', 's', 'n'])
    const risky = rows.map((cells) => String(cells[2]?.v)).filter((text) => text.includes('HYPERLINK'))
    expect(risky).toEqual([`'=HYPERLINK("http://example.org")`])
    const [entry] = await database.db.read<{ reason: string; facts: object }>(
      systemScope(1),
      sql`select reason, facts from audit_entries where region_id = 1 and action = 'exportLedger' and subject_id = ${id}`,
    )
    expect(entry).toMatchObject({ reason: '月底报表', facts: { ledger: 'orders', format: 'xlsx' } })
  })

  it('is a csv that Excel reads as UTF-8', async () => {
    const { bytes } = await exported(worker, 'orders', { format: 'csv', columns })
    const text = bytes.toString('utf8')
    expect(text.startsWith('\ufeff单号,点单时间,事情,进度,第几轮\r\n')).toBe(true)
    expect(text.trim().split('\r\n')).toHaveLength(34)
    expect(text).toContain(`"'=HYPERLINK(""http://example.org"")"`)
  })

  it('is fetched by its owner only, each time on record', async () => {
    const { id } = await exported(worker, 'orders', { format: 'csv', columns })
    expect((await house.read<Problem>(admin, `/ledger-exports/${id}/file`)).status).toBe(404)
    expect((await house.read(worker, `/ledger-exports/${id}/file`)).status).toBe(200)
    const fetched = await database.db.read(
      systemScope(1),
      sql`select 1 from audit_entries where region_id = 1 and action = 'fetchExport' and subject_id = ${id} and person_id = ${worker.personId}::uuid`,
    )
    expect(fetched).toHaveLength(2)
  })

  it('is a sheet to print with title, who, when and what of', async () => {
    const { bytes } = await exported(admin, 'orders', { format: 'print', columns })
    const sheet = JSON.parse(bytes.toString('utf8')) as PrintSheet // what the page reads
    expect(sheet).toMatchObject({ place: { zh: '都昌县' }, ledger: { zh: '诉求台账' }, by: '郑伟' })
    expect(sheet.scope).toContain('都昌县')
    expect(sheet.rows).toHaveLength(66)
  })

  it('is a document by the house’s own template, of all rows or of one', async () => {
    const all = await exported(worker, 'orders', { format: 'docx', columns })
    const text = new PizZip(all.bytes).file('word/document.xml')?.asText() ?? ''
    expect(text).toContain('第2件')
    expect(text).not.toContain('{')
    const [row] = (await readAll(worker, '/ledgers/orders/rows?limit=1&sort=number')).flatMap(
      ({ items }) => items,
    )
    const one = await exported(worker, 'orders', { format: 'docx', columns, row: row?.id })
    expect(one.row.written).toBe(1)
  })
})

describe('a template of the place', () => {
  const template = async (text: string, scope = 'table') => {
    const { bytes } = await house.read(admin, `/ledgers/orders/default-template?scope=${scope}`)
    const zip = new PizZip(bytes)
    const document = zip.file('word/document.xml')?.asText() ?? ''
    zip.file(
      'word/document.xml',
      document.replace('</w:body>', `<w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body>`),
    )
    return zip.generate({ type: 'nodebuffer' })
  }
  const add = (bytes: Buffer, scope = 'table') =>
    house.upload<Problem & { id: string }>(
      admin,
      `/ledgers/orders/templates?scope=${scope}&name=${encodeURIComponent('月报')}`,
      { name: '月报.docx', bytes },
    )

  it('is filled with the rows', async () => {
    const { status, body } = await add(await template('呈报单位：社区'))
    expect(status, JSON.stringify(body)).toBe(201)
    const { bytes } = await exported(worker, 'orders', {
      format: 'docx',
      columns: ['number'],
      template: body.id,
    })
    const text = new PizZip(bytes).file('word/document.xml')?.asText() ?? ''
    expect(text).toContain('呈报单位：社区')
    expect(text).toContain('260301-00002-0')
    expect((await house.send(admin, `/ledger-templates/${body.id}/withdrawal`)).status).toBe(200)
  })

  it.each([
    ['{姓名}', '不是这本台账的列'],
    ['{#行}{#行}{单号}{/行}{/行}', '不能再套'],
    ['{#单号}{事情}{/单号}', '循环只能写'],
    ['{#行}{单号}', '没有写完整'],
  ])('with %s is refused, and says why', async (text, why) => {
    const { status, body } = await add(await template(text))
    expect(status).toBe(422)
    expect(body.code).toBe('ledgers.wrongTemplate')
    expect(body.errors.map(({ message }) => message).join()).toContain(why)
  })

  it('is refused when it is no document, or a bomb', async () => {
    expect((await add(Buffer.from('not a document'))).body.code).toBe('ledgers.wrongTemplate')
    const bomb = new PizZip(await template(''))
    bomb.file('word/media/large.bin', Buffer.alloc(20 * 1024 * 1024))
    const bytes = bomb.generate({ type: 'nodebuffer', compression: 'DEFLATE' })
    expect(bytes.length).toBeLessThan(100_000)
    const { body } = await add(bytes)
    expect(body.errors[0]?.message).toContain('太大')
  })
})

describe('an edited export that comes back', () => {
  const station = {
    kind: 'fixed',
    position: { longitude: 1159000000, latitude: 286800000, system: 'wgs84' },
    photos: [],
    facilities: [],
    stepFree: false,
    hours: OPEN_ALWAYS,
    from: null,
    to: null,
  }
  /** What Excel would save after these cells were typed over. */
  const edited = (
    bytes: Buffer,
    edits: readonly (readonly [row: string, heading: string, value: string])[],
  ) => {
    const book = read(bytes)
    const sheet = book.Sheets[book.SheetNames[0] ?? '']
    if (!sheet) throw new Error('no sheet')
    const lines = utils.sheet_to_json<string[]>(sheet, { header: 1, raw: true, defval: '' })
    const [heading = []] = lines
    for (const [row, column, value] of edits) {
      const line = lines.find((one) => one[0] === row)
      if (line) line[heading.indexOf(column)] = value
    }
    const changed = utils.book_new()
    utils.book_append_sheet(changed, utils.aoa_to_sheet(lines), '台账')
    return write(changed, { type: 'buffer', bookType: 'xlsx' }) as Buffer // the type of `write` is any
  }
  const compare = (bytes: Buffer, actor = admin, ledger = 'stations') =>
    house.upload<LedgerDifference & Problem>(actor, `/ledgers/${ledger}/differences`, {
      name: '台账.xlsx',
      bytes,
    })

  it('shows cell by cell what would change, what may not and what somebody else changed; commands carry the rest', async () => {
    const names = ['甲站', '乙站', '丙站']
    const ids = names.map(() => newId())
    for (const [at, name] of names.entries()) {
      const body = {
        ...station,
        id: ids[at],
        name,
        path: communities[0],
        address: `${at + 1} 号`,
        phone: null,
      }
      expect((await house.send(admin, '/stations', body)).status).toBe(201)
    }
    const { bytes } = await exported(admin, 'stations', {
      format: 'xlsx',
      columns: ['name', 'kind', 'area', 'address', 'phone', 'stepFree'],
    })
    // Meanwhile somebody else gives 乙站 another address.
    const other = {
      ...station,
      version: 1,
      name: '乙站',
      path: communities[0],
      address: '别人改的 9 号',
      phone: null,
    }
    expect((await house.send(admin, `/stations/${ids[1]}/changes`, other)).status).toBe(200)

    const { status, body } = await compare(
      edited(bytes, [
        ['甲站', '地址', '新街 8 号（东）'],
        ['甲站', '无障碍', '是'],
        ['乙站', '地址', '我改的 7 号'],
        ['丙站', '所在', '别的地方'],
        ['丙站', '无障碍', '大概'],
      ]),
    )
    expect(status, JSON.stringify(body)).toBe(200)
    const seen = body.rows.flatMap(({ title, cells }) =>
      cells.map(({ column, change, before, now, file }) => [title, column, change, before, now, file]),
    )
    expect(seen.toSorted(byText)).toEqual(
      [
        ['甲站', 'address', 'change', '1 号', '1 号', '新街 8 号（东）'],
        ['甲站', 'stepFree', 'change', false, false, true],
        ['乙站', 'address', 'conflict', '2 号', '别人改的 9 号', '我改的 7 号'],
        [
          '丙站',
          'area',
          'fixed',
          expect.stringContaining('桃源'),
          expect.stringContaining('桃源'),
          '别的地方',
        ],
        ['丙站', 'stepFree', 'invalid', false, false, '大概'],
      ].toSorted(byText),
    )
    // What a person accepts is the room's own command with the room's own version.
    const first = body.rows.find(({ title }) => title === '甲站')
    expect(body.operation).toBe('changeStation')
    const accepted = { ...first?.body, address: '新街 8 号（东）', stepFree: true }
    expect((await house.send(admin, `/stations/${first?.id}/changes`, accepted)).status).toBe(200)
    expect((await house.send<Problem>(admin, `/stations/${first?.id}/changes`, accepted)).status).toBe(409)
    const again = await compare(
      edited(bytes, [
        ['甲站', '地址', '新街 8 号（东）'],
        ['甲站', '无障碍', '是'],
      ]),
    )
    expect(again.body.rows).toEqual([])
  })

  it('renames areas in the same way', async () => {
    const { bytes } = await exported(admin, 'areas', {
      format: 'xlsx',
      columns: ['name', 'compound', 'path', 'level'],
    })
    const { body } = await compare(edited(bytes, [['柳林社区', '名称', '柳林北社区']]), admin, 'areas')
    expect(body.rows).toHaveLength(1)
    const [row] = body.rows
    const renamed = await house.send(admin, `/areas/${row?.id}/rename`, { ...row?.body, name: '柳林北社区' })
    expect(renamed.status, JSON.stringify(renamed.body)).toBe(200)
  })

  it('is refused when it is another table, or the ledger fills itself alone', async () => {
    const { bytes } = await exported(admin, 'orders', { format: 'xlsx', columns: ['number'] })
    expect((await compare(bytes)).body.code).toBe('ledgers.wrongFile')
    expect((await compare(Buffer.from('PK'))).body.code).toBe('ledgers.wrongFile')
    expect((await compare(bytes, admin, 'orders')).body.code).toBe('ledgers.notEditable')
  })
})

it('counts month by month which paper ledgers are kept no more, entries times minutes', async () => {
  const { body } = await house.read<RetiredPage>(admin, '/retired-ledgers?months=2')
  expect(body.months).toHaveLength(2)
  const book = body.items.find(({ key }) => key === 'gridBook')
  const entries = book?.months.reduce((sum, month) => sum + month.entries, 0)
  const minutes = book?.months.reduce((sum, month) => sum + month.minutes, 0)
  expect(entries).toBe(66)
  expect(minutes).toBe(66 * (book?.minutes ?? 0))
  expect(book?.ground.zh).toContain('估计')
  for (const month of body.months) {
    const sum = body.items.flatMap(({ months }) => months.filter((one) => one.month === month.month))
    expect(month.minutes).toBe(sum.reduce((all, one) => all + one.minutes, 0))
  }
})
