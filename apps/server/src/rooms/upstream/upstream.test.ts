import { read, utils, write } from '@e965/xlsx'
import type { CheckedFile, SenderRun } from '@linli/contract/upstream/shapes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type HouseAnswer, type Input, openTestHouse } from '../../../../../tests/kit/house.ts'
import { type Actor, actorOf } from '../../../../../tests/kit/houseCast.ts'
import { HERE } from '../../../../../tests/kit/houseGround.ts'
import { buildWorld, type World } from '../../../../../tests/kit/houseWorld.ts'

// Files as a hotline and WeCom export them, over HTTP, into a real house: seen, corrected, imported once, handled, sent back.

let world: World
let desk: Actor
let admin: Actor
let unit: Actor
let place: string

const HEADINGS = [
  '工单编号',
  '诉求内容',
  '联系电话',
  '诉求人',
  '所属社区',
  '办结时限',
  '办理状态',
  '办理结果',
]
type Line = { number: string; detail?: string; phone?: string; community?: string; due?: string }
const cells = ({ number, detail = '楼道里的灯坏了三天', phone = '', community = place, due = '' }: Line) => [
  number,
  detail,
  phone,
  '王小明',
  community,
  due,
  '待办',
  '',
]
const csv = (...lines: Line[]) => ({
  name: '转办单.csv',
  bytes: Buffer.from(`\uFEFF${[HEADINGS, ...lines.map(cells)].map((line) => line.join(',')).join('\r\n')}`),
})
function xlsx(...lines: Line[]) {
  const book = utils.book_new()
  const sheet = utils.aoa_to_sheet([['某市 12345 政务服务便民热线转办单'], HEADINGS, ...lines.map(cells)])
  utils.book_append_sheet(book, sheet, '转办')
  return { name: '转办单.xlsx', bytes: Buffer.from(write(book, { type: 'buffer', bookType: 'xlsx' })) }
}

async function ask(actor: Actor, id: string, input: Input = {}): Promise<HouseAnswer> {
  const operation = world.operations.find((one) => one.id === id)
  if (!operation) throw new Error(`no operation ${id}`)
  return world.ask(operation, actor.token, input)
}
async function good<T>(actor: Actor, id: string, input: Input = {}): Promise<T> {
  const answer = await ask(actor, id, input)
  expect(answer.status, `${id}: ${answer.text}`).toBeLessThan(300)
  return answer.body as T
}
const addSender = async (name: string, decides: boolean): Promise<string> =>
  (await good<{ id: string }>(desk, 'addSender', { body: { name, decides, path: HERE.community } })).id
const check = (id: string, file: Input['file']) =>
  good<CheckedFile>(desk, 'checkSenderFile', { params: { id }, ...(file ? { file } : {}) })
async function bringIn(id: string, file: NonNullable<Input['file']>): Promise<SenderRun> {
  const { run } = await good<{ run: string }>(desk, 'importSenderFile', { params: { id }, file })
  const now = () => good<SenderRun>(desk, 'followSenderImport', { params: { id: run } })
  await expect.poll(async () => (await now()).state, { timeout: 30_000 }).toBe('over')
  return now()
}
type Page = {
  id: string
  number: string
  version: number
  state: string
  channel: string
  actions: string[]
  sender: { name: string; number: string; decides: boolean; dueAt: string | null } | null
  clocks: { clock: string; dueAt: string }[]
}
async function orderOf(number: string): Promise<Page> {
  const { rows } = await world.admin.query<{ order_id: string }>(
    'select order_id from upstream_orders where region_id = 1 and number = $1',
    [number],
  )
  expect(rows.length, number).toBe(1)
  return good<Page>(admin, 'getOrder', { params: { id: rows[0]?.order_id ?? '' } })
}
/** One step of the order as it is now. */
async function step(actor: Actor, verb: string, number: string, body: object = {}): Promise<HouseAnswer> {
  const { id, version } = await orderOf(number)
  return ask(actor, verb, { params: { id }, body: { version, ...body } })
}
async function did(actor: Actor, verb: string, number: string, body: object = {}): Promise<void> {
  const answer = await step(actor, verb, number, body)
  expect(answer.status, `${verb}: ${answer.text}`).toBe(200)
}

const ACCEPTED = { item: '', kind: 'help', urgency: 'ordinary', path: HERE.path }

beforeAll(async () => {
  world = await buildWorld(await openTestHouse())
  ACCEPTED.item = world.item
  desk = await actorOf(world, 'intake', true)
  admin = await actorOf(world, 'regionAdmin', true)
  unit = await actorOf(world, 'unitHandler')
  const { rows } = await world.admin.query('select name from areas where region_id = 1 and path = $1', [
    HERE.community,
  ])
  place = rows[0].name
}, 60_000)
afterAll(() => world.close())

describe('a file is looked at before it is taken in', () => {
  it('counts and names what is new, known, perhaps the same, and wrong, and writes nothing', async () => {
    const id = await addSender('市12345热线', true)
    const before = await world.census()
    const seen = await check(
      id,
      xlsx(
        { number: 'S1' },
        { number: 'S1' },
        { number: 'S2', due: '尽快' },
        { number: 'S3', community: '' },
      ),
    )
    expect(seen).toMatchObject({ missing: [], rowsRead: 4, fresh: 2, known: 0, wrong: 2, unplaced: 1 })
    expect(seen.columns.map(({ field }) => field)).toEqual([
      'number',
      'detail',
      'phone',
      'name',
      'community',
      'dueAt',
      'state',
      'reply',
    ])
    expect(seen.rows.map(({ row, column, fate }) => [row, column, fate])).toEqual([
      [4, '工单编号', 'wrong'],
      [5, '办结时限', 'wrong'],
    ])
    const refused = await ask(desk, 'importSenderFile', { params: { id }, file: csv({ number: '' }) })
    expect(refused.status).toBe(422)
    const after = await world.census()
    for (const table of ['orders', 'upstream_orders', 'upstream_imports'])
      expect(after[table]).toBe(before[table])
  })

  it('keeps what a person says a column means, for the next file too', async () => {
    const id = await addSender('区平台', true)
    const file = { name: '表.csv', bytes: Buffer.from('\uFEFF甲,乙,丙\r\nQ1,井盖松了,x') }
    const first = await check(id, file)
    expect(first.missing).toEqual(['number', 'detail'])
    const columns = [
      { heading: '甲', field: 'number' },
      { heading: '乙', field: 'detail' },
      { heading: '丙', field: null },
    ]
    const body = { version: 1, name: '区平台', decides: true, path: HERE.community, columns }
    await good(desk, 'changeSender', { params: { id }, body })
    expect(await check(id, file)).toMatchObject({ missing: [], fresh: 1, columns })
    expect((await ask(desk, 'changeSender', { params: { id }, body })).status).toBe(409) // somebody changed it meanwhile
    const twice = { ...body, version: 2, columns: columns.map((one) => ({ ...one, field: 'number' })) }
    expect((await ask(desk, 'changeSender', { params: { id }, body: twice })).status).toBe(422)
  })

  it('hints at the live order of the same number to call', async () => {
    const id = await addSender('来电平台', true)
    await bringIn(id, csv({ number: 'P1', phone: '13800009911' }))
    const { number } = await orderOf('P1')
    const seen = await check(
      id,
      csv({ number: 'P1', phone: '13800009911' }, { number: 'P2', phone: '138 0000 9911' }),
    )
    expect(seen).toMatchObject({ fresh: 1, known: 1, similar: 1 })
    expect(seen.rows.map((row) => [row.number, row.fate, row.order?.number])).toEqual([
      ['P1', 'known', number],
      ['P2', 'similar', number],
    ])
    expect(JSON.stringify(seen)).not.toContain('13800009911')
  })

  it('refuses what is no table, and an old workbook, with what to do', async () => {
    const id = await addSender('乱传的', true)
    for (const bytes of [Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from('%PDF-1.7'), Buffer.alloc(0)]) {
      const answer = await ask(desk, 'checkSenderFile', { params: { id }, file: { name: 'a.xlsx', bytes } })
      expect(answer.status).toBe(422)
      expect(answer.text).toContain('upstream.wrongFile')
    }
  })
})

describe('an import', () => {
  it('takes each number once, however often and however many at once the file comes', async () => {
    const id = await addSender('反复传的', true)
    const file = csv(...Array.from({ length: 30 }, (_, at) => ({ number: `R${at}` })))
    const runs = await Promise.all([bringIn(id, file), bringIn(id, file)])
    expect(runs.reduce((sum, { placed }) => sum + placed, 0)).toBe(30)
    expect(await bringIn(id, file)).toMatchObject({ placed: 0, known: 30 })
    const { rows } = await world.admin.query(
      'select count(*)::int as n from upstream_orders where sender_id = $1',
      [id],
    )
    expect(rows[0].n).toBe(30)
  })
})

describe('an order that its sender keeps', () => {
  it('runs by the sender’s limit, is ended by nobody here, and closed by the sender’s answer', async () => {
    const id = await addSender('省12345热线', true)
    await bringIn(id, csv({ number: 'K1', due: '2099-12-31 18:00' }))
    const due = '2099-12-31T10:00:00.000Z'
    const placed = await orderOf('K1')
    expect(placed).toMatchObject({
      channel: 'upstream',
      sender: { name: '省12345热线', number: 'K1', decides: true },
    })
    expect(new Date(placed.sender?.dueAt ?? 0).toISOString()).toBe(due)
    for (const [verb, body] of [
      ['answerOrder', { answer: '好', source: '指南' }],
      ['askSupplement', { question: '哪一层' }],
      ['mergeOrder', { into: (await orderOf('R1')).id }],
    ] as const) {
      const refused = await step(desk, verb, 'K1', body)
      expect([verb, refused.status, refused.text]).toEqual([
        verb,
        409,
        expect.stringContaining('orders.keptBySender'),
      ])
    }
    const dispatcher = await actorOf(world, 'dispatcher', true)
    await did(desk, 'acceptOrder', 'K1', ACCEPTED)
    await did(dispatcher, 'dispatchOrder', 'K1', { assignee: { unitId: unit.unitId ?? '' } })
    const handle = async () =>
      (await orderOf('K1')).clocks.find(({ clock }) => clock === 'handle')?.dueAt ?? ''
    expect(new Date(await handle()).toISOString()).toBe(due)
    await did(unit, 'signOrder', 'K1')
    await did(unit, 'contactRequester', 'K1', { how: 'phone' })
    await did(unit, 'askExtension', 'K1', { reason: '配件没到。', amount: 1, unit: 'workDay' })
    const alone = await step(dispatcher, 'grantExtension', 'K1')
    expect([alone.status, alone.text]).toEqual([422, expect.stringContaining('orders.senderAnswerMissing')])
    await did(dispatcher, 'grantExtension', 'K1', { remark: '省热线刘某 10 时电话同意延一个工作日。' })
    expect(Date.parse(await handle())).toBeGreaterThan(Date.parse(due))
    await did(unit, 'handleOrder', 'K1', { reply: '灯换好了。', resolved: 'solved', contacted: 'visit' })
    await did(await actorOf(world, 'reviewer', true), 'approveHandling', 'K1')
    const caller = await actorOf(world, 'caller', true)
    const waiting = await orderOf('K1')
    expect(waiting.clocks.filter(({ clock }) => clock === 'followUp')).toEqual([]) // the sender calls in its own time
    expect((await step(caller, 'recordCall', 'K1', { remark: '没人接。' })).text).toContain(
      'orders.keptBySender',
    )
    const seenByCaller = await good<Page>(caller, 'getOrder', { params: { id: waiting.id } })
    expect(seenByCaller.actions).toContain('closeOrder')
    expect(seenByCaller.actions).not.toContain('recordCall')
    const answer = { reached: true, resolved: 'solved', score: 4 }
    expect((await step(caller, 'closeOrder', 'K1', answer)).status).toBe(422)
    await did(caller, 'closeOrder', 'K1', { ...answer, remark: '省热线 11 月 22 日回访：解决，满意。' })
    expect((await orderOf('K1')).state).toBe('closed')

    const back = await ask(desk, 'returnToSender', { params: { id }, query: { format: 'xlsx' } })
    expect(back.status).toBe(200)
    const [sheet] = Object.values(read(back.bytes, { type: 'buffer' }).Sheets)
    const [headings = [], row = []] = utils.sheet_to_json<string[]>(sheet ?? {}, { header: 1, defval: '' })
    expect(headings.slice(0, HEADINGS.length)).toEqual(HEADINGS)
    const sent = Object.fromEntries(headings.map((heading, at) => [heading, row[at]]))
    expect(sent).toMatchObject({
      工单编号: 'K1',
      办理状态: '已结案',
      办理结果: '灯换好了。',
      是否解决: '解决',
      诉求人: '',
      联系电话: '',
    })
    expect(sent['办结时间']).toMatch(/^\d{4}-\d\d-\d\d \d\d:\d\d$/)
  })

  it('goes back to its sender when the sender agrees, also after it was accepted here', async () => {
    const id = await addSender('市级平台', true)
    await bringIn(id, csv({ number: 'B1' }))
    await did(desk, 'acceptOrder', 'B1', ACCEPTED)
    const refusal = { reason: 'outsideDuties', channel: '属供电公司产权，退回转来方。' }
    expect((await step(desk, 'refuseOrder', 'B1', refusal)).text).toContain('orders.senderFirst')
    await did(desk, 'proposeRefusal', 'B1', refusal)
    await did(desk, 'refuseOrder', 'B1', { ...refusal, channel: '市热线同意收回，转供电公司。' })
    expect((await orderOf('B1')).state).toBe('rejected')
  })
})

describe('an order that its sender only passed on', () => {
  it('is called about and closed here, like any other', async () => {
    const id = await addSender('企业微信居民上报', false)
    await bringIn(id, csv({ number: 'W1', phone: '13800009922' }))
    const { channel, actions } = await orderOf('W1')
    expect(channel).toBe('imported')
    expect(actions).toContain('refuseOrder')
    await did(desk, 'acceptOrder', 'W1', ACCEPTED)
    const refusal = { reason: 'outsideDuties', channel: '请找供电公司。' }
    expect((await step(desk, 'refuseOrder', 'W1', refusal)).text).toContain('orders.acceptedAlready')
    const text = await ask(desk, 'returnToSender', { params: { id }, query: { format: 'csv' } })
    expect(text.text).toContain('W1,')
    expect(text.text).not.toContain('13800009922')
  })
})
