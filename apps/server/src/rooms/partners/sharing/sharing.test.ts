import type { ListLine, MenuRow, OfferedItem, PartnerList } from '@linli/contract/partners/sharingShapes'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../../tests/kit/database.ts'
import { plantAgreement, plantCheckIn, plantUnit } from '../../../../../../tests/kit/housePartners.ts'
import { type ServedRooms, serveRooms } from '../../../../../../tests/kit/rooms.ts'
import type { Actor } from '../../../kernel/auth/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { sharingRoom } from '../index.ts'

const AREA = '/s01/c01/'
const ground = { region: 1, community: AREA }
const source = { document: '测试', mechanism: '测试' }

let database: TestDatabase
let admin: pg.Pool
let served: ServedRooms
let office: Actor
let liaison: Actor
let unitId: string

beforeAll(async () => {
  database = await testDatabase()
  admin = new pg.Pool({ connectionString: database.adminUrl, max: 4 })
  unitId = await plantUnit({ admin }, 1)
  const unit = { id: unitId, name: { zh: '区财政局', en: 'Finance bureau' } }
  served = await serveRooms(database.db, [
    sharingRoom({
      db: database.db,
      terms: async () => ({
        skills: [],
        checkInChoices: [],
        conduct: [
          { key: 'noRank', party: 'everybody', measure: null, name: { zh: '不排名', en: 'No ranks' } },
          { key: 'unitKeeps', party: 'unit', measure: 'kept', name: { zh: '兑现', en: 'Keep' } },
        ],
        partnerRule: { needsLetter: false, letterDays: 365, remindDays: 7, source },
        posts: [],
      }),
      units: async () => [unit],
      areaExists: async (_, path) => path === AREA,
    }),
  ])
  office = await served.signIn('受理员', [{ role: 'intake', areaPath: AREA, unitId: null }])
  liaison = await served.signIn('联络员', [{ role: 'unitHandler', areaPath: null, unitId }])
})
afterAll(async () => {
  await served.close()
  await admin.end()
  await database.close()
})

type Ended = { code?: string; id?: string }
const today = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10)
const onMenu = async (takers: 'members' | 'units' | 'both', more: object = {}): Promise<string> => {
  const id = newId()
  const body = { id, path: AREA, name: '修雨棚', about: '带工具', takers, ...more }
  expect((await served.send(office, '/menu-items', body)).status).toBe(201)
  return id
}
const take = (by: Actor, item: string, more: object = {}) =>
  served.send<Ended>(by, `/menu-items/${item}/takes`, { id: newId(), ...more })
const offered = async (by: Actor, url: string): Promise<OfferedItem[]> =>
  (await served.read<{ items: OfferedItem[] }>(by, url)).body.items
const member = async (state: 'asked' | 'accepted'): Promise<Actor> => {
  const actor = await served.signIn('王建国')
  await plantCheckIn({ admin }, ground, { unitId, personId: actor.personId, state })
  return actor
}

describe('1+X', () => {
  it('is the menu of a community, taken up by members and units that it accepted, once each', async () => {
    const [both, units] = [await onMenu('both'), await onMenu('units')]
    const [actor, waiting] = [await member('accepted'), await member('asked')]
    expect((await offered(actor, '/me/menu')).map(({ id }) => id)).toEqual([both])
    expect(await offered(waiting, '/me/menu')).toEqual([])
    expect((await take(waiting, both)).status).toBe(403)
    expect((await take(actor, units)).status).toBe(403)
    expect((await take(liaison, both, { unitId })).status).toBe(403)
    await plantCheckIn({ admin }, ground, { unitId, state: 'accepted' })
    const twice = await Promise.all([take(actor, both), take(actor, both)])
    expect(twice.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 409])
    expect((await take(liaison, both, { unitId })).status).toBe(201)
    expect((await take(liaison, both, { unitId: newId() })).status).toBe(403)
    const menu = await served.read<{ items: MenuRow[] }>(office, `/menu-items?path=${AREA}`)
    expect(menu.body.items.find(({ id }) => id === both)).toMatchObject({
      members: 1,
      units: [{ zh: '区财政局' }],
      isClosed: false,
    })
    const mine = (await offered(liaison, '/menu-items/for-my-unit')).find(({ id }) => id === both)
    expect(mine).toMatchObject({ unit: { name: { zh: '区财政局' } } })
    expect((await served.send(actor, `/menu-takes/${mine?.takeId}/ending`)).status).toBe(404)
    expect((await served.send(liaison, `/menu-takes/${mine?.takeId}/ending`)).status).toBe(200)
    const again = await served.send<Ended>(liaison, `/menu-takes/${mine?.takeId}/ending`)
    expect(again.body.code).toBe('partners.takeGone')
  })

  it('nobody takes up what is off the menu', async () => {
    const actor = await member('accepted')
    const [closed, past] = [await onMenu('both'), await onMenu('both', { untilOn: today })]
    expect((await served.send(office, `/menu-items/${closed}/closing`)).status).toBe(200)
    await admin.query(`update menu_items set until_on = until_on - 1 where id = $1`, [past])
    for (const item of [closed, past]) expect((await take(actor, item)).body.code).toBe('partners.itemGone')
    const again = await served.send<Ended>(office, `/menu-items/${closed}/closing`)
    expect(again.body.code).toBe('partners.itemGone')
  })
})

describe('3+1', () => {
  it('is drafted from what is there, sent by the community and answered once by the unit', async () => {
    await plantCheckIn({ admin }, ground, { unitId, state: 'accepted' })
    await admin.query(`update check_ins set brings = '会议室一间' where unit_id = $1 and kind = 'unit'`, [
      unitId,
    ])
    await plantAgreement({ admin }, ground, { unitId })
    await onMenu('units', { name: '修路灯' })
    const draft = await served.read<{ lines: ListLine[] }>(
      office,
      `/partner-lists/draft?unitId=${unitId}&path=${AREA}`,
    )
    const of = (kind: string) =>
      draft.body.lines.filter((line) => line.kind === kind).map(({ words }) => words)
    expect(of('need')).toContain('修路灯：带工具')
    expect(of('resource')).toEqual(['会议室一间'])
    expect(of('project')).toEqual(['结对共建协议：装十盏路灯', '结对共建协议：帮扶资金'])
    expect(of('conduct')).toEqual(['不排名'])
    const id = newId()
    const { lines } = draft.body
    const sent = { id, unitId, path: AREA, lines }
    expect((await served.send(liaison, '/partner-lists', sent)).status).toBe(403)
    expect((await served.send(office, '/partner-lists', sent)).status).toBe(201)
    const received = await served.read<{ items: PartnerList[] }>(liaison, '/partner-lists/of-my-unit')
    expect(received.body.items.find((list) => list.id === id)).toMatchObject({ lines, takes: null })
    const answer = (takes: readonly (string | undefined)[]) =>
      served.send<Ended>(liaison, `/partner-lists/${id}/answer`, { takes, words: '下周六来' })
    const conduct = lines.find(({ kind }) => kind === 'conduct')?.id
    expect((await answer([conduct])).body.code).toBe('partners.unknownLine')
    const need = lines.find(({ kind }) => kind === 'need')?.id
    expect((await answer([need])).status).toBe(200)
    expect((await answer([])).body.code).toBe('partners.listAnswered')
    const back = await served.read<{ items: PartnerList[] }>(office, '/partner-lists')
    expect(back.body.items.find((list) => list.id === id)).toMatchObject({
      takes: [need],
      answer: '下周六来',
    })
  })
})
