import type { NoticePage } from '@linli/contract/notices/shapes'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { type ServedRooms, serveRooms } from '../../../../../tests/kit/rooms.ts'
import { type Actor, systemScope } from '../../kernel/auth/actor.ts'
import { newId } from '../../kernel/ids.ts'
import type { OutboxEvent } from '../../kernel/outbox/listeners.ts'
import { deliverDue } from './actions/deliverDue.ts'
import type { Channel, OutgoingNotice } from './channels.ts'
import { logChannel } from './channels.ts'
import { logCodeSender } from './codeSender.ts'
import { noticesRoom } from './http.ts'
import { listenersOf } from './listeners.ts'
import type { NoticesNeeds } from './needs.ts'

let test: TestDatabase
let rooms: ServedRooms
let needs: NoticesNeeds
let asker: Actor
let helper: Actor
const lines: object[] = []

beforeAll(async () => {
  test = await testDatabase()
  needs = {
    db: test.db,
    channels: [logChannel((line) => lines.push(line))],
    membersOf: async (_region, { units }) => (units.length > 0 ? [helper.personId] : []),
    helpersAsked: async () => [helper.personId],
  }
  rooms = await serveRooms(test.db, [noticesRoom(needs)])
})
afterAll(async () => {
  await rooms.close()
  await test.close()
})

const eventOf = (name: string, change: object = {}): OutboxEvent => ({
  id: newId(),
  region: 1,
  topic: `orders.${name}.1`,
  payload: {
    id: newId(),
    number: '261121-00001-5',
    people: [asker.personId, helper.personId],
    assignee: { personId: helper.personId },
    actor: null,
    ...change,
  },
  at: '2026-11-21T00:00:00Z',
})
const hear = async (event: OutboxEvent, who: NoticesNeeds = needs) =>
  listenersOf(who)[`${event.topic.split('.')[0]}.*`]?.hear([event])
const inbox = async (who: Actor, query = '') =>
  (await rooms.read<NoticePage>(who, `/me/notices${query}`)).body
const count = async (table: 'notices' | 'deliveries' | 'outbox') => {
  const from = { notices: sql`notices`, deliveries: sql`deliveries`, outbox: sql`outbox` }[table]
  const [row] = await test.db.read<{ n: number }>(
    systemScope(1),
    sql`select count(*) as n from ${from} where region_id = 1`,
  )
  return row?.n
}

describe('what people are told', () => {
  beforeAll(async () => {
    asker = await rooms.signIn('王秀英')
    helper = await rooms.signIn('王大力')
  })

  it('comes into the inboxes of those concerned, in words made when shown', async () => {
    await hear(eventOf('orderDispatched'))
    const mine = await inbox(asker)
    expect(mine).toMatchObject({ unread: 1, next: null })
    expect(mine.items[0]?.words.zh).toBe('您的单 261121-00001-5 已派给承办方，打开可看由谁办、几点前办好。')
    expect((await inbox(helper)).items[0]).toMatchObject({ kind: 'taskGiven', readAt: null })
  })

  it('adds nothing for an event that is told again, even at once', async () => {
    const event = eventOf('orderClosed')
    await Promise.all([hear(event), hear(event), hear(event)])
    const before = [await count('notices'), await count('deliveries'), await count('outbox')]
    await hear(event)
    expect([await count('notices'), await count('deliveries'), await count('outbox')]).toEqual(before)
    expect((await inbox(asker)).items.filter(({ kind }) => kind === 'orderClosed')).toHaveLength(1)
  })

  it('wakes the pages of those people once', async () => {
    const before = await count('outbox')
    await hear(eventOf('orderClosed'))
    const [newest] = await test.db.read<{ topic: string; people: string[] }>(
      systemScope(1),
      sql`select topic, payload->'people' as people from outbox where region_id = 1 order by seq desc limit 1`,
    )
    expect(newest?.topic).toBe('notices.noticePosted.1')
    expect(newest?.people.toSorted()).toEqual([asker.personId, helper.personId].toSorted())
    expect(await count('outbox')).toBe((before ?? 0) + 1)
  })

  it('asks for the people of a unit and of the pool where a step speaks to them', async () => {
    const unit = { people: [asker.personId], assignee: { unitId: newId() } }
    await hear(eventOf('orderDispatched', unit))
    await hear(eventOf('orderOffered', { people: [asker.personId], assignee: {} }))
    expect((await inbox(helper, '?limit=2')).items.map(({ kind }) => kind)).toEqual([
      'orderOffered',
      'taskGiven',
    ])
  })

  it('tells of points the one whose account it is', async () => {
    const payload = { id: newId(), orderId: newId(), amount: 99, people: [helper.personId] }
    await hear({ ...eventOf('x'), topic: 'points.pointsPosted.1', payload })
    const [newest] = (await inbox(helper)).items
    expect(newest?.words.zh).toBe('99 分已入账，谢谢您的帮助。')
  })

  it('tells of visits whom the event names: the second of two once a day, an owner how many doors are left', async () => {
    const visits = (name: string, payload: object, at = '2026-11-21T02:00:00.000Z') =>
      hear({ ...eventOf('x'), topic: `visits.${name}.1`, payload: { id: newId(), ...payload }, at })
    const kinds = async () => (await inbox(helper)).items.map(({ kind }) => kind)
    await visits('visitsRecorded', { told: [helper.personId], people: [asker.personId] })
    await visits('visitsRecorded', { told: [helper.personId] })
    await visits('visitsRecorded', { told: [] })
    expect((await kinds()).filter((kind) => kind === 'visitCompanionAsked').length).toBe(1)
    await visits('visitsRecorded', { told: [helper.personId] }, '2026-11-21T16:00:00.000Z')
    expect((await kinds()).filter((kind) => kind === 'visitCompanionAsked').length).toBe(2)
    await visits('campaignEnding', { told: [helper.personId], left: 12 })
    expect((await inbox(helper)).items[0]?.words.zh).toContain('还有 12 家没走到')
    await visits('photoKept', { told: [helper.personId] })
    expect((await kinds())[0]).toBe('visitCampaignEnding')
  })
})

describe('the inbox', () => {
  beforeAll(async () => {
    asker = await rooms.signIn('李桂兰')
    helper = await rooms.signIn('赵敏')
    for (const name of ['orderAccepted', 'orderClaimed', 'orderSigned', 'orderClosed'])
      await hear(eventOf(name))
  })

  it('is read page by page and marked one by one or all', async () => {
    const first = await inbox(asker, '?limit=3')
    const rest = await inbox(asker, `?limit=3&after=${first.next}`)
    expect([...first.items, ...rest.items].map(({ kind }) => kind)).toEqual([
      'orderClosed',
      'orderSigned',
      'orderClaimed',
      'orderAccepted',
    ])
    expect(rest).toMatchObject({ next: null, unread: 4 })
    const [newest] = first.items
    expect((await rooms.send(asker, `/me/notices/${newest?.id}/read`)).body).toEqual({ id: newest?.id })
    expect((await inbox(asker)).unread).toBe(3)
    expect((await rooms.send(asker, '/me/notices/read')).status).toBe(200)
    expect((await inbox(asker)).unread).toBe(0)
    expect(await inbox(asker, `?after=${rest.items[0]?.id}`)).toMatchObject({ items: [], unread: 0 })
  })

  it('belongs to its person alone', async () => {
    const [notice] = (await inbox(asker)).items
    const foreign = await rooms.send<{ code: string }>(helper, `/me/notices/${notice?.id}/read`)
    expect(foreign).toMatchObject({ status: 404, body: { code: 'notices.notFound' } })
    expect((await inbox(helper)).items.every(({ id }) => id !== notice?.id)).toBe(true)
    expect((await rooms.read(undefined, '/me/notices')).status).toBe(401)
    expect((await rooms.send(asker, '/me/notices/zzz/read')).status).toBe(400)
  })

  it('gives each notice to one toast, and a lost answer again to the same key', async () => {
    const person = await rooms.signIn('周全')
    asker = person
    for (const name of ['orderAccepted', 'orderClaimed', 'orderClosed']) await hear(eventOf(name))
    const key = newId()
    const take = (by: string) =>
      rooms.send<{ items: { id: string }[] }>(person, '/me/notices/unshown', {}, by)
    const answers = await Promise.all([key, newId(), newId()].map(take))
    const shown = answers.flatMap(({ body }) => body.items.map(({ id }) => id))
    expect([shown.length, new Set(shown).size]).toEqual([3, 3])
    expect((await take(key)).body).toEqual(answers[0]?.body)
    expect((await take(newId())).body.items).toEqual([])
  })
})

describe('other channels', () => {
  it('get every notice at least once, though three in ten tries fail, and by two workers never twice at once', async () => {
    const own = await testDatabase()
    const arrived: OutgoingNotice[] = []
    let tries = 0
    const flaky: Channel = {
      name: 'flaky',
      deliver: async (notice) => {
        tries += 1
        if (tries % 10 < 3) throw new Error('the provider is busy')
        arrived.push(notice)
      },
    }
    const who = { ...needs, db: own.db, channels: [flaky] }
    const people = Array.from({ length: 120 }, () => newId())
    await hear(eventOf('orderClosed', { people, assignee: {} }), who)
    for (let shift = 0; shift < 10; shift += 1) {
      own.db.setShift(shift * 3_600_000) // a failed one waits; the next round comes an hour later
      await Promise.all([deliverDue(who, 1), deliverDue(who, 1)])
    }
    expect(arrived.map(({ personId }) => personId).toSorted()).toEqual(people.toSorted())
    const left = await own.db.read(
      systemScope(1),
      sql`select count(*) filter (where delivered_at is null) as waiting, count(*) filter (where tries > 1) > 0 as again,
        count(*) filter (where channel = 'inApp') as inbox from deliveries where region_id = 1`,
    )
    expect(left).toEqual([{ waiting: 0, again: true, inbox: 120 }])
    await own.close()
  })

  it('write no person into the log, and keep of a sign-in code only that it went out', async () => {
    await hear(eventOf('orderClosed'))
    const text = JSON.stringify(lines)
    expect(lines.at(-1)).toMatchObject({ message: 'notice', kind: 'orderClosed' })
    expect(text).not.toContain('261121-00001-5')
    await logCodeSender(test.db, () => 1).send('13812345678', '493817')
    const kept = await test.db.read<{ row: string; tail: string }>(
      systemScope(1),
      sql`select row_to_json(d)::text as row, split_part(dedupe_key, ':', 2) as tail from deliveries d where region_id = 1 and purpose = 'signInCode'`,
    )
    expect(kept.map(({ tail }) => tail)).toEqual(['1385678'])
    expect(kept[0]?.row).not.toContain('493817')
    expect(kept[0]?.row).not.toContain('13812345678')
  })
})
