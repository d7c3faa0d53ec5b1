import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sealAudit } from '../../apps/server/src/kernel/audit/seal.ts'
import { verifyAudit } from '../../apps/server/src/kernel/audit/verify.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { readErasures } from '../../apps/server/src/kernel/privacy/erasureList.ts'
import { filled, PROTECTED } from '../../db/catalogue/protection.ts'
import { ourTables } from '../kit/catalog.ts'
import { png, voiceNote } from '../kit/files.ts'
import { type HouseAnswer, type Input, openTestHouse } from '../kit/house.ts'
import { type Actor, actorOf } from '../kit/houseCast.ts'
import { HERE } from '../kit/houseGround.ts'
import { plantPurse, plantReward } from '../kit/houseRewards.ts'
import { plantHousehold } from '../kit/houseRows.ts'
import { buildWorld, type World } from '../kit/houseWorld.ts'
import { unzip } from '../matrix/unzip.ts'

// A neighbour with a whole life in the house asks to be erased. Seven days later nothing that was theirs is found in any
// table, file, log line or search, and the house still balances. Then a backup from before comes back.

const NAME = '骆宾王金丝雀'
const PHONE = '13987654321'
const CANARIES = [
  '骆宾王',
  PHONE,
  `${PHONE.slice(0, 3)}${PHONE.slice(-4)}`,
  '鹅鹅鹅',
  '曲项向天歌',
  '白毛浮绿水',
  '红掌拨清波',
]
const DAY = 86_400_000

let world: World
let me: Actor
const log: string[] = []

beforeAll(async () => {
  world = await buildWorld(
    await openTestHouse({ log: { level: 'info', stream: { write: (line) => void log.push(line) } } }),
  )
})
afterAll(() => world.close())

async function ask(who: Actor, id: string, input: Input = {}): Promise<HouseAnswer> {
  const operation = world.operations.find((one) => one.id === id)
  if (!operation) throw new Error(`no operation ${id}`)
  return world.ask(operation, who.token, input)
}
async function done<T>(who: Actor, id: string, input: Input = {}): Promise<T> {
  const answer = await ask(who, id, input)
  if (answer.status >= 300) throw new Error(`${id}: ${answer.status} ${answer.text}`)
  return answer.body as T
}

/** Every row of every table that holds one of the canaries, `table: row`. */
async function found(): Promise<string[]> {
  const rows: string[] = []
  for (const table of await ourTables(world.admin)) {
    const { rows: dump } = await world.admin.query<{ row: string }>(`select t::text as row from ${table} t`)
    rows.push(
      ...dump
        .filter(({ row }) => CANARIES.some((canary) => row.includes(canary)))
        .map(({ row }) => `${table}: ${row}`),
    )
  }
  return [...rows, ...(await foundOnCards())]
}
/** The same behind the ciphers of the household cards, whose words no dump shows. */
async function foundOnCards(): Promise<string[]> {
  const rows: string[] = []
  for (const table of ['household_cards', 'card_consents', 'card_tags', 'card_referrals'] as const) {
    const { rows: kept } = await world.admin.query<{ row: { [column: string]: unknown } }>(
      `select to_jsonb(t) as row from ${table} t`,
    )
    for (const { row } of kept)
      for (const [column, way] of Object.entries(PROTECTED[table] ?? {})) {
        const cipher = row[column]
        if (typeof cipher !== 'string' || way.kind !== 'encrypted') continue
        const text = world.house.crypto.decryptField(cipher, filled(way.context, row))
        if (CANARIES.some((canary) => text.includes(canary))) rows.push(`${table}: ${column} ${text}`)
      }
  }
  return rows
}
async function filesOnDisk(): Promise<string[]> {
  const all = await readdir(world.house.filesDirectory, { recursive: true, withFileTypes: true })
  return all.filter((one) => one.isFile()).map((one) => join(one.parentPath, one.name))
}
/** Keyed indexes of the number, which a dump shows as bytes. */
const indexed = async (): Promise<number> => {
  let rows = 0
  for (const index of world.house.crypto.lookUps(PHONE))
    for (const [table, column] of [
      ['people', 'phone_hmac'],
      ['accounts', 'phone_hmac'],
      ['sign_in_codes', 'phone_hmac'],
      ['order_texts', 'contact_phone_hmac'],
    ])
      rows += (await world.admin.query(`select 1 from ${table} where ${column} = $1`, [index])).rowCount ?? 0
  return rows
}

/** Sums and counts that an erasure must not move. */
async function books(): Promise<unknown> {
  const { rows } = await world.admin.query(`select
    (select coalesce(sum(balance), 0) from point_accounts) as balances, (select coalesce(sum(pending) - sum(held), 0) from point_accounts) as waiting,
    (select count(*)::int from point_entries) as entries, (select count(*)::int from redemptions) as redemptions,
    (select count(*)::int from order_events) as events, (select count(*)::int from orders) as orders,
    (select coalesce(sum(orders), 0) from order_states) as counted, (select coalesce(sum(version), 0)::int from orders) as versions`)
  return rows[0]
}

let orderId = ''
let openId = ''

async function live(): Promise<void> {
  const { house, admin } = world
  const staff = {
    intake: await actorOf(world, 'intake'),
    dispatcher: await actorOf(world, 'dispatcher'),
    reviewer: await actorOf(world, 'reviewer'),
    caller: await actorOf(world, 'caller'),
    publisher: await actorOf(world, 'publisher'),
    grid: await actorOf(world, 'gridWorker'),
  }
  me = await actorOf(world, 'resident')
  const { crypto } = house
  await admin.query(
    `update people set name = $2, phone_cipher = $3, phone_hmac = $4, phone_tail = $5 where id = $1`,
    [
      me.personId,
      NAME,
      crypto.encryptField(PHONE, 'people.phone:1'),
      crypto.lookUp(PHONE),
      `${PHONE.slice(0, 3)}${PHONE.slice(-4)}`,
    ],
  )
  await admin.query(`update accounts set phone_hmac = $2 where id = $1`, [me.accountId, crypto.lookUp(PHONE)])
  const photo = await done<{ id: string }>(me, 'uploadPhoto', {
    file: { name: '骆宾王.png', bytes: png(40, 20) },
  })
  const voice = await done<{ id: string }>(me, 'uploadVoice', {
    file: { name: '鹅鹅鹅.amr', bytes: voiceNote() },
  })
  await done(me, 'uploadPhoto', { file: { name: 'never used.png', bytes: png(20, 20) } })
  const place = async (title: string, more: object = {}) =>
    done<{ id: string; version: number }>(me, 'placeOrder', {
      body: {
        id: newId(),
        channel: 'hand',
        kind: 'help',
        title,
        detail: `${title}，我是骆宾王，电话${PHONE}`,
        path: HERE.path,
        ...more,
      },
    })
  const order = await place('鹅鹅鹅', {
    photos: [photo.id],
    voice: voice.id,
    address: '曲项向天歌 3 栋',
    contactName: NAME,
    contactPhone: PHONE,
  })
  orderId = order.id
  const at = { params: { id: order.id } }
  const step = async (who: Actor, verb: string, body: object = {}) => {
    const { rows } = await admin.query<{ version: number }>('select version from orders where id = $1', [
      order.id,
    ])
    return done(who, verb, { ...at, body: { version: rows[0]?.version, ...body } })
  }
  await step(me, 'addNote', { text: '白毛浮绿水' })
  await done(staff.dispatcher, 'revealContact', { ...at, body: { reason: '约上门时间' } })
  await step(staff.intake, 'acceptOrder', {
    item: world.item,
    kind: 'help',
    urgency: 'ordinary',
    path: HERE.path,
  })
  await house.settle()
  const { rows } = await admin.query<{ state: string }>('select state from orders where id = $1', [order.id])
  await step(staff.dispatcher, rows[0]?.state === 'offered' ? 'assignOrder' : 'dispatchOrder', {
    assignee: { personId: staff.grid.personId },
  })
  await step(staff.grid, 'signOrder')
  await step(staff.grid, 'contactRequester', { how: 'phone' })
  await step(staff.grid, 'handleOrder', { resolved: 'solved', reply: '给骆宾王换好了', contacted: 'phone' })
  await step(staff.reviewer, 'approveHandling')
  await step(me, 'consentToShow')
  await step(me, 'rateOrder', { resolved: 'solved', score: 5, comment: '红掌拨清波' })
  const { rows: now } = await admin.query<{ state: string }>('select state from orders where id = $1', [
    order.id,
  ])
  expect(now[0]?.state).toBe('closed')
  await step(staff.publisher, 'showOrder', {
    title: '换灯泡',
    need: '灯坏了',
    outcome: '换好了',
    photos: [photo.id],
  })
  openId = (await place('曲项向天歌')).id
  // Helps others, has points and redeems them.
  await done(me, 'joinAsHelper', {
    body: { servesPath: HERE.community, pointsOptIn: true, skills: [world.skill] },
  })
  await plantPurse({ admin }, HERE, me.personId)
  const reward = await plantReward(world, HERE)
  await done(me, 'redeemPoints', { body: { id: newId(), rewardId: reward, quantity: 1, points: 10 } })
  await done(me, 'askOffice', { body: { kind: 'correct', words: '我叫骆宾王，请改成这个名字' } })
  await done(me, 'askCopy', { body: {} })
  await haveCard(staff.grid)
  await admin.query(
    `insert into sign_in_codes (id, phone_hmac, code_hash, created_at, expires_at) values ($1, $2, '', now(), now() + interval '5 minutes')`,
    [newId(), crypto.lookUp(PHONE)],
  )
  await house.settle()
  await house.furniture.ownData.makeCopies(1)
  await house.settle()
}

/** A household's card with notes, a tag and a referral, all of them the person's own. */
async function haveCard(worker: Actor): Promise<void> {
  const id = await plantHousehold(world, HERE)
  await world.admin.query(
    `insert into household_members (region_id, id, household_id, person_id, from_at) values (1, $1, $2, $3, now())`,
    [newId(), id, me.personId],
  )
  const at = { params: { id } }
  const until = new Date(Date.now() + 90 * DAY).toISOString().slice(0, 10)
  const ask = (kind: string) =>
    done<{ id: string }>(worker, 'askConsent', {
      ...at,
      body: { personId: me.personId, kind, why: '白毛浮绿水', until, way: 'paper' },
    })
  const [notes, tag] = [await ask('visiting'), await ask('livesAlone')]
  const visiting = { text: '曲项向天歌，先打电话', consentId: notes.id }
  await done(worker, 'changeCard', { ...at, body: { version: 0, purpose: 'contact', visiting } })
  await done(worker, 'setTag', { ...at, body: { consentId: tag.id, help: '红掌拨清波，敲门重一点' } })
  const referral = { personId: me.personId, kind: 'referral', to: 'clinic', ground: 'asked' }
  await done(worker, 'recordReferral', { ...at, body: referral })
}

describe('a person with a whole life in the house', () => {
  test('is everywhere before', async () => {
    await live()
    const tables = new Set((await found()).map((row) => row.split(':')[0]))
    expect([...tables]).toEqual(
      expect.arrayContaining([
        'card_consents',
        'card_tags',
        'data_requests',
        'household_cards',
        'order_ratings',
        'order_remarks',
        'order_search',
        'order_texts',
        'people',
      ]),
    )
    const clerk = await actorOf(world, 'regionAdmin', true)
    const hits = await done<{ items: unknown[] }>(clerk, 'listOrders', { query: { q: '曲项' } })
    expect(hits.items.length).toBeGreaterThan(0)
    expect(await indexed()).toBe(4)
    expect((await filesOnDisk()).length).toBeGreaterThanOrEqual(5)
  })

  test('takes a copy of everything, in open formats, and is told when it is ready', async () => {
    const { copies } = await done<{ copies: { id: string; readyAt: string | null }[] }>(me, 'getMyPrivacy')
    expect(copies).toHaveLength(1)
    expect(copies[0]?.readyAt).not.toBeNull()
    const notices = await done<{ items: { kind: string }[] }>(me, 'listNotices')
    expect(notices.items.map(({ kind }) => kind)).toContain('copyReady')
    const answer = await ask(me, 'fetchCopy', { params: { id: copies[0]?.id ?? '' } })
    expect([answer.status, answer.headers['content-type']]).toEqual([200, 'application/zip'])
    const parts = new Map(unzip(answer.bytes))
    const page = parts.get('我的资料.html')?.toString('utf8') ?? ''
    for (const words of [
      NAME,
      PHONE,
      '曲项向天歌 3 栋',
      '白毛浮绿水',
      '红掌拨清波',
      '约上门时间',
      '志愿者设置',
      '独居',
      '红掌拨清波，敲门重一点',
      '曲项向天歌，先打电话',
      '社区卫生服务机构',
    ])
      expect(page).toContain(words)
    expect(page).toMatch(/您的诉求 \d+-\d+-\d 已受理/) // a notice as it was told, with its number
    expect(page).not.toMatch(/\{\w+\}/)
    expect(page).not.toMatch(/<dt>[^<]*(加密|掩码|校验码|可删除)/) // words for builders
    const data = JSON.parse(parts.get('data.json')?.toString('utf8') ?? '')
    expect(data.tables.people[0]).toMatchObject({ name: NAME, phone: PHONE })
    expect(data.tables.orders).toHaveLength(2)
    expect(JSON.stringify(data)).not.toMatch(/hmac|cipher|token_hash|storage_key/)
    expect([...parts.keys()].filter((name) => name.startsWith('files/')).length).toBe(3)
    expect(parts.get('tables/order_texts.csv')?.toString('utf8')).toContain('鹅鹅鹅')
  })

  test('no one else fetches it, and it does not lie on the disk in clear', async () => {
    const { copies } = await done<{ copies: { id: string }[] }>(me, 'getMyPrivacy')
    const curious = await actorOf(world, 'regionAdmin', true)
    expect((await ask(curious, 'fetchCopy', { params: { id: copies[0]?.id ?? '' } })).status).toBe(404)
    for (const file of await filesOnDisk()) expect((await readFile(file)).includes('data.json')).toBe(false)
  })

  test('sees who looked: the post and the reason, never the colleague’s name', async () => {
    const { items } = await done<{
      items: { what: { zh: string }; reason: string | null; who: { zh: string } }[]
    }>(me, 'listLooksAtMe')
    expect(items.map(({ what }) => what.zh).sort()).toEqual([
      '就住户卡征求过同意',
      '就住户卡征求过同意',
      '按同意在住户卡上记了一项',
      '改了您家的住户卡',
      '看了您工单上的联系方式',
      '记了一次转介或交接',
    ])
    expect(items.find(({ what }) => what.zh.includes('联系方式'))).toMatchObject({
      what: { zh: '看了您工单上的联系方式' },
      reason: '约上门时间',
      who: { zh: '工作人员' },
    })
    expect(JSON.stringify(items)).not.toContain('派单员')
  })

  test('asks to be erased, takes it back, asks again; nothing happens before seven days are over', async () => {
    await done(me, 'askErasure', { body: {} })
    expect((await ask(me, 'askErasure', { body: {} })).status).toBe(409)
    await done(me, 'cancelErasure', { body: {} })
    await done(me, 'askErasure', { body: {} })
    expect(await world.house.furniture.ownData.eraseDue(1)).toBe(0)
    expect((await found()).length).toBeGreaterThan(8)
  })
})

describe('after seven days', () => {
  let before: unknown
  let saved: Map<string, string>

  test('the day comes: only what the open order still needs is left', async () => {
    before = await books()
    saved = await snapshot()
    expect(await eraseLater()).toBe(1)
    const left = await found()
    expect(left.length).toBeGreaterThan(0)
    expect(left.filter((row) => !row.includes(openId))).toEqual([])
  })

  test('once that is closed, no canary is in any table, file, log line or search, and the number is known to nobody', async () => {
    await world.admin.query(`update orders set state = 'cancelled', closed_at = now() where id = $1`, [
      openId,
    ])
    expect(await eraseLater()).toBe(1)
    expect(await found()).toEqual([])
    const cards = await world.admin.query(
      `select (select count(*)::int from card_tags where person_id = $1) as tags, (select count(*)::int from card_referrals where person_id = $1) as referrals,
        (select array_agg(distinct coalesce(kind_cipher, why_cipher)) from card_consents where person_id = $1) as words, (select count(*)::int from card_consents where person_id = $1) as proofs`,
      [me.personId],
    )
    expect(cards.rows).toEqual([{ tags: 0, referrals: 0, words: [null], proofs: 2 }])
    expect(await indexed()).toBe(0)
    const mine = await world.admin.query(`select storage_key from files where uploaded_by = $1`, [
      me.personId,
    ])
    expect(mine.rowCount).toBe(3)
    const disk = await filesOnDisk()
    for (const { storage_key: key } of mine.rows)
      expect(disk.filter((path) => path.includes(key))).toEqual([])
    for (const file of disk) {
      const bytes = await readFile(file)
      for (const canary of CANARIES) expect(bytes.includes(canary)).toBe(false)
    }
    expect(log.length).toBeGreaterThan(20)
    expect(log.filter((line) => CANARIES.some((canary) => line.includes(canary)))).toEqual([])
    const admin = await actorOf(world, 'regionAdmin', true)
    const hits = await done<{ items: unknown[] }>(admin, 'listOrders', { query: { q: '曲项' } })
    expect(hits.items).toEqual([])
    const caller = await ask(admin, 'findPersonByPhone', { body: { phone: PHONE } })
    expect(caller.body).toEqual({ person: null })
    expect((await ask(me, 'whoAmI')).status).toBe(401)
    expect(await eraseLater()).toBe(0)
  })

  test('the house still balances: ledger, histories, counters, the audit chain', async () => {
    expect(await books()).toEqual(before)
    const { rows } = await world.admin.query(
      `select coalesce(sum(balance), 0)::int as sum from point_accounts where region_id = 1`,
    )
    expect(rows).toEqual([{ sum: 0 }])
    const events = await world.admin.query(
      `select array_agg(version order by version) as v from order_events where order_id = $1`,
      [orderId],
    )
    const versions: number[] = events.rows[0].v
    expect(versions).toEqual(versions.map((_, at) => at + 1))
    await sealAudit(world.house.db, 1, world.house.crypto)
    expect((await verifyAudit(world.house.db, 1, world.house.crypto)).broken).toEqual([])
    const page = await ask(await actorOf(world, 'regionAdmin', true), 'getOrder', { params: { id: orderId } })
    expect([page.status, (page.body as { title: string }).title]).toEqual([200, '（内容已删除）'])
  })

  test('what is said to be kept is kept, by id only', async () => {
    const kept = await world.admin.query(`select count(*)::int as n from consents where person_id = $1`, [
      me.personId,
    ])
    expect(kept.rows[0].n).toBeGreaterThan(0)
    const { rows } = await world.admin.query(
      `select role, to_at is not null as ended from grants where account_id = $1`,
      [me.accountId],
    )
    expect(rows).toEqual([{ role: 'helper', ended: true }])
  })

  test('a backup from before brings it back, and the list takes it away again', async () => {
    await restore(saved)
    expect((await found()).length).toBeGreaterThan(5)
    const list = await readErasures(world.house.config.dataDir)
    expect(list).toMatchObject([{ region: 1, personId: me.personId }])
    expect(await world.house.furniture.ownData.reapplyErasures()).toBe(1)
    expect((await found()).filter((row) => !row.includes(openId))).toEqual([])
    expect(await indexed()).toBe(0)
  })

  /** The hourly round, eight days on. */
  async function eraseLater(): Promise<number> {
    world.house.db.setShift(8 * DAY)
    try {
      return await world.house.furniture.ownData.eraseDue(1)
    } finally {
      world.house.db.setShift(0)
    }
  }

  /** What an older backup would hold of the person's own tables. */
  async function snapshot(): Promise<Map<string, string>> {
    const tables = [
      'people',
      'accounts',
      'order_texts',
      'order_remarks',
      'helpers',
      'erasures',
      'data_requests',
      'household_members',
      'household_cards',
      'card_members',
      'card_consents',
      'card_tags',
      'card_referrals',
    ]
    const kept = new Map<string, string>()
    for (const table of tables) {
      const { rows } = await world.admin.query<{ all: string }>(
        `select coalesce(json_agg(t), '[]')::text as all from ${table} t`,
      )
      kept.set(table, rows[0]?.all ?? '[]')
    }
    return kept
  }
  async function restore(tables: Map<string, string>): Promise<void> {
    await world.admin.query('set session_replication_role = replica')
    for (const [table, all] of tables) {
      await world.admin.query(`delete from ${table}`)
      await world.admin.query(
        `insert into ${table} select * from json_populate_recordset(null::${table}, $1::json)`,
        [all],
      )
    }
    await world.admin.query(`delete from erasures`) // asked for after that backup
    await world.admin.query('set session_replication_role = origin')
  }
})
