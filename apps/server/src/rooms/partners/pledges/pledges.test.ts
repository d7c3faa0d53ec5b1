import type { DeskPledgePage, MyPledges, PledgePageView } from '@linli/contract/partners/pledgeShapes'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../../tests/kit/database.ts'
import { plantCheckIn, plantUnit } from '../../../../../../tests/kit/housePartners.ts'
import { type ServedRooms, serveRooms } from '../../../../../../tests/kit/rooms.ts'
import type { Actor } from '../../../kernel/auth/actor.ts'
import { newId, newSlug } from '../../../kernel/ids.ts'
import { pledgesRoom } from '../index.ts'

const [AREA, OTHER] = ['/s01/c01/', '/s01/c02/']
const ground = { region: 1, community: AREA }
const source = { document: '测试', mechanism: '测试' }

let database: TestDatabase
let admin: pg.Pool
let served: ServedRooms
let office: Actor
let unitId: string

beforeAll(async () => {
  database = await testDatabase()
  admin = new pg.Pool({ connectionString: database.adminUrl, max: 4 })
  unitId = await plantUnit({ admin }, 1)
  for (const [path, parent, level] of [
    ['/s01/', '/', 'street'],
    [AREA, '/s01/', 'community'],
    [OTHER, '/s01/', 'community'],
  ])
    await admin.query(
      `insert into areas (region_id, id, path, parent_path, level, code, name, qr_slug, opened_at)
        values (1, $1, $2, $3, $4, $5, $2, $6, now())`,
      [newId(), path, parent, level, path?.split('/').at(-2), newSlug()],
    )
  served = await serveRooms(database.db, [
    pledgesRoom({
      db: database.db,
      terms: async () => ({
        skills: [],
        checkInChoices: [],
        conduct: [],
        partnerRule: { needsLetter: false, letterDays: 365, remindDays: 7, source },
        posts: [{ key: 'buildingHead', name: { zh: '楼栋长', en: 'Building head' } }],
      }),
      units: async () => [],
      areaExists: async () => true,
    }),
  ])
  office = await served.signIn('受理员', [{ role: 'intake', areaPath: AREA, unitId: null }])
})
afterAll(async () => {
  await served.close()
  await admin.end()
  await database.close()
})

type Ended = { code?: string; id?: string }
const today = new Date(Date.now() + 8 * 3600_000).toISOString().slice(0, 10)
const livesIn = async (path: string): Promise<Actor> => {
  const actor = await served.signIn('居民')
  await admin.query('update people set path = $2 where id = $1', [actor.personId, `${path}g1/`])
  return actor
}
/** A building head of the community. */
const head = async (): Promise<Actor> => {
  const actor = await served.signIn('王建国')
  await admin.query(
    `insert into posts (region_id, id, person_id, post, area_path, from_on) values (1, $1, $2, 'buildingHead', $3, '2026-01-01')`,
    [newId(), actor.personId, `${AREA}g1/b1/`],
  )
  return actor
}
type Audience = 'residents' | 'everybody'
const show = (actor: Actor, audience: Audience, path: string = AREA) =>
  served.send<Ended>(actor, '/me/pledges', {
    id: newId(),
    path,
    called: '王师傅',
    duties: '三栋的灯和楼道',
    audience,
  })
const promise = async (actor: Actor): Promise<string> => {
  const id = newId()
  const { status } = await served.send(actor, '/me/pledges/promises', {
    id,
    words: '每月看一次楼道灯',
    dueOn: today,
  })
  expect(status).toBe(201)
  return id
}
const wall = async (reader: Actor | undefined): Promise<PledgePageView[]> => {
  const url = reader ? '/pledge-pages?limit=100' : '/pledge-pages/public?limit=100'
  return (await served.read<{ items: PledgePageView[] }>(reader, url)).body.items
}
const mine = async (actor: Actor) => (await served.read<MyPledges>(actor, '/me/pledges')).body
const pageOf = async (actor: Actor): Promise<string> => (await mine(actor)).page?.id ?? ''
const keep = (by: Actor, id: string) =>
  served.send<Ended>(by, `/pledges/${id}/keeping`, { facts: '七月二日换了两盏' })

describe('三亮', () => {
  it('shows who somebody is as the house knows it, and nobody who has no standing there', async () => {
    const stranger = await served.signIn('路人')
    expect((await mine(stranger)).places).toEqual([])
    expect((await show(stranger, 'everybody')).body.code).toBe('partners.noStanding')
    const actor = await head()
    await plantCheckIn({ admin }, ground, { unitId, personId: actor.personId, state: 'accepted' })
    expect((await show(actor, 'everybody', OTHER)).body.code).toBe('partners.noStanding')
    expect((await mine(actor)).places).toMatchObject([
      { path: AREA, standings: [{ zh: '楼栋长' }, { zh: '在职党员（区财政局）' }] },
    ])
    expect((await show(actor, 'everybody')).status).toBe(200)
    const id = await pageOf(actor)
    expect((await wall(undefined)).find((page) => page.id === id)).toMatchObject({
      called: '王师傅',
      isMine: false,
      standings: [{ zh: '楼栋长' }, { zh: '在职党员（区财政局）' }],
    })
    await admin.query(`update posts set to_on = '2026-01-02' where person_id = $1`, [actor.personId])
    await admin.query(`update check_ins set state = 'ended' where person_id = $1`, [actor.personId])
    expect((await wall(undefined)).some((page) => page.id === id)).toBe(false)
  })

  it('is shown to whom its person agreed, and taken back it is gone', async () => {
    const actor = await head()
    await show(actor, 'residents')
    await promise(actor)
    const id = await pageOf(actor)
    const sees = async (reader: Actor | undefined) => (await wall(reader)).some((page) => page.id === id)
    const [neighbour, stranger] = [await livesIn(AREA), await livesIn(OTHER)]
    expect([await sees(neighbour), await sees(stranger), await sees(undefined)]).toEqual([true, false, false])
    const homeless = await served.signIn('没有住址')
    expect(await sees(homeless)).toBe(false)
    expect((await served.send(actor, '/me/pledges/withdrawal')).status).toBe(200)
    expect(await sees(neighbour)).toBe(false)
    const { rows } = await admin.query(
      `select 1 from pledges where person_id = $1 union all select 1 from pledge_pages where person_id = $1`,
      [actor.personId],
    )
    expect(rows).toEqual([])
    expect((await served.send<Ended>(actor, '/me/pledges/withdrawal')).body.code).toBe('partners.pageGone')
    const added = await served.send<Ended>(actor, '/me/pledges/promises', { id: newId(), words: '再来' })
    expect(added.body.code).toBe('partners.pageGone')
  })

  it('is kept by the word of the community or a resident, once, and never by oneself', async () => {
    const actor = await head()
    await show(actor, 'residents')
    const [one, two] = [await promise(actor), await promise(actor)]
    const [neighbour, stranger] = [await livesIn(AREA), await livesIn(OTHER)]
    await admin.query('update people set path = $2 where id = $1', [actor.personId, AREA]) // so that nothing but the rule stands in the way
    expect((await keep(actor, one)).status).toBe(403)
    expect((await keep(stranger, one)).status).toBe(403)
    const both = await Promise.all([keep(neighbour, one), keep(office, one)])
    expect(both.map(({ status }) => status).sort((a, b) => a - b)).toEqual([200, 409])
    expect((await keep(office, two)).status).toBe(200)
    const { page } = await mine(actor)
    expect(page?.pledges).toMatchObject([
      { state: 'kept', facts: '七月二日换了两盏', keptOn: today },
      { state: 'kept', keptBy: 'community' },
    ])
    expect((await served.send(stranger, `/pledges/${one}/removal`)).status).toBe(403)
    expect((await served.send(actor, `/pledges/${one}/removal`)).status).toBe(200)
    expect((await keep(neighbour, one)).status).toBe(404)
  })

  it('a page that must not be shown is taken down with a reason, and shown anew in other words', async () => {
    const actor = await head()
    await show(actor, 'everybody')
    const [id, open] = [await pageOf(actor), await promise(actor)]
    const hide = (by: Actor, words = '写了别人的名字') =>
      served.send<Ended>(by, `/pledge-pages/${id}/hiding`, { words })
    expect((await hide(await livesIn(AREA))).status).toBe(403)
    expect((await hide(office)).status).toBe(200)
    expect((await hide(office)).body.code).toBe('partners.pageGone')
    expect((await wall(undefined)).some((page) => page.id === id)).toBe(false)
    expect((await keep(office, open)).body.code).toBe('partners.pledgeMoved')
    expect((await mine(actor)).page).toMatchObject({ hidden: '写了别人的名字' })
    const desk = await served.read<{ items: DeskPledgePage[] }>(
      office,
      '/pledge-pages/of-my-communities?limit=100',
    )
    expect(desk.body.items.find((page) => page.id === id)).toMatchObject({ hidden: '写了别人的名字' })
    expect((await show(actor, 'everybody')).status).toBe(200)
    const again = await pageOf(actor)
    expect(again).not.toBe(id)
    expect((await wall(undefined)).find((page) => page.id === again)?.pledges).toHaveLength(1)
  })
})
