import { utils, write } from '@e965/xlsx'
import type { HelperRow, PersonRow, PersonView, PostRow } from '@linli/contract/people/shapes'
import type { ImportResult } from '@linli/contract/places/shapes'
import { PRESETS } from '@linli/presets'
import pg from 'pg'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../../../tests/kit/database.ts'
import { type ServedRooms, serveRooms } from '../../../../../tests/kit/rooms.ts'
import { findOrCreateAccount } from '../../kernel/auth/accounts.ts'
import { type Actor, type Grant, systemScope } from '../../kernel/auth/actor.ts'
import { softwareProvider } from '../../kernel/crypto/softwareProvider.ts'
import { newId } from '../../kernel/ids.ts'
import { installPreset, placesRoom } from '../places/index.ts'
import { findOrCreatePerson, peopleRegister, peopleRoom, personByPhone, registerCaller } from './index.ts'

const crypto = softwareProvider(Buffer.alloc(32, 7))
let database: TestDatabase
let house: ServedRooms
let admin: Actor
let intake: Actor
let far: Actor
let leader: Actor
const loads = new Map<string, number>()
const forgotten: string[] = []
const AT = '/s1/c1/g1/b3/'
const grant = (role: Grant['role'], areaPath: string): Grant => ({ role, areaPath, unitId: null })

beforeAll(async () => {
  database = await testDatabase()
  const { db } = database
  const deps = { db, crypto }
  await installPreset(db, 1, PRESETS.xihu)
  await installPreset(db, 2, PRESETS.xihu)
  const people = peopleRoom({
    ...deps,
    loads: async () => loads,
    grantsChanged: (id) => void forgotten.push(id),
  })
  house = await serveRooms(db, [placesRoom(deps, [peopleRegister]), people])
  admin = await house.signIn('郑伟', [grant('regionAdmin', '/')])
  intake = await house.signIn('赵敏', [grant('intake', '/s1/c1/'), grant('dispatcher', '/s1/c1/')])
  far = await house.signIn('钱远', [grant('intake', '/s2/'), grant('regionAdmin', '/s2/')])
  leader = await house.signIn('领导', [grant('leader', '/')])
  for (const [parent, name] of [
    ['/', '示范街道'],
    ['/', '二街道'],
    ['/s1/', '桃源社区'],
    ['/s1/c1/', '一网格'],
    ['/s1/c1/g1/', '3栋'],
  ] as const)
    expect((await house.send(admin, '/areas', { parent, name })).status).toBe(201)
})
afterAll(async () => {
  await house.close()
  await database.close()
})

const register = async (body: object, actor = admin) =>
  house.send<{ id: string; code: string }>(actor, '/people', { path: AT, ...body })
const person = async (actor: Actor, id: string) => house.read<PersonView>(actor, `/people/${id}`)
async function behind<T extends object>(text: string, values: unknown[] = []): Promise<T[]> {
  const client = new pg.Client({ connectionString: database.adminUrl })
  await client.connect()
  const { rows } = await client.query<T>(text, values)
  await client.end()
  return rows
}

describe('register', () => {
  it('keeps a number encrypted, shows it masked, and in clear only with a reason that is recorded', async () => {
    const { body } = await register({ name: '王秀兰', phone: '13812340001' })
    const stored = JSON.stringify(await behind('select * from people where id = $1', [body.id]))
    expect(stored).not.toContain('13812340001')
    const seen = await person(intake, body.id)
    expect(seen.body).toMatchObject({ name: '王**', phone: '138****0001', isMe: false })
    for (const actor of [far, leader]) expect((await person(actor, body.id)).status).toBe(403)
    expect((await house.send(intake, `/people/${body.id}/reveal`, {})).status).toBe(400)
    const shown = await house.send<{ phone: string }>(intake, `/people/${body.id}/reveal`, {
      reason: '核对上门时间',
    })
    expect(shown.body.phone).toBe('13812340001')
    const audit = await behind(
      'select person_id, reason from audit_entries where action = $1 and subject_id = $2',
      ['revealPhone', body.id],
    )
    expect(audit).toEqual([{ person_id: intake.personId, reason: '核对上门时间' }])
    expect((await house.send(far, `/people/${body.id}/reveal`, { reason: '看看' })).status).toBe(403)
    const commands = JSON.stringify(await behind('select response from commands'))
    expect(commands).not.toContain('13812340001')
  })

  it('lists only the people of the reader, by the beginning of a name, page by page', async () => {
    for (const name of ['李一', '李二', '李三']) await register({ name })
    const url = `/people?limit=2&name=${encodeURIComponent('李')}`
    const first = await house.read<{ items: PersonRow[]; next: string }>(intake, url)
    const second = await house.read<{ items: PersonRow[]; next: null }>(
      intake,
      `${url}&after=${first.body.next}`,
    )
    expect([first.body.items.length, second.body.items.length, second.body.next]).toEqual([2, 1, null])
    expect(first.body.items[0]?.name).toBe('李*')
    expect((await house.read<{ items: PersonRow[] }>(far, url)).body.items).toEqual([])
    expect((await house.read(leader, url)).status).toBe(403)
    expect((await house.read(undefined, url)).status).toBe(401)
  })

  it('finds a caller by number, and says where they live only to staff of that area', async () => {
    const find = async (actor: Actor) =>
      (await house.send<{ person: PersonRow | null }>(actor, '/people/by-phone', { phone: '13812340001' }))
        .body.person
    expect(await find(intake)).toMatchObject({ name: '王**', path: AT, areaName: '桃源社区 一网格 3栋' })
    expect(await find(far)).toMatchObject({ name: '王**', path: null, areaName: null })
  })

  it('refuses a number twice, a place that is not there, and a place of others', async () => {
    expect((await register({ name: '王冒', phone: '13812340001' })).body.code).toBe('people.phoneTaken')
    expect((await register({ name: '无处', path: '/s9/' })).body.code).toBe('people.unknownArea')
    expect((await register({ name: '越界' }, far)).status).toBe(403)
    const stranger = await house.signIn('别区', [grant('regionAdmin', '/')], 2)
    const { body } = await register({ name: '本区人' })
    expect((await person(stranger, body.id)).status).toBe(404)
    const changed = await house.send(stranger, `/people/${body.id}`, { name: '改名' })
    expect(changed.status).toBe(404)
  })

  it('corrects an entry, and lets people change their own name and home and see themselves in clear', async () => {
    const { body } = await register({ name: '周一' })
    expect(
      (await house.send(admin, `/people/${body.id}`, { phone: '13812340002', needsTwoEyes: true })).status,
    ).toBe(200)
    expect((await person(intake, body.id)).body).toMatchObject({ phone: '138****0002', needsTwoEyes: true })
    expect((await house.send(intake, `/people/${body.id}`, { name: '改' })).status).toBe(403)
    const me = await house.signIn('旧名')
    expect((await house.send(me, '/me/person', { name: '新名字', path: AT })).status).toBe(200)
    expect((await house.read<PersonView>(me, '/me/person')).body).toMatchObject({
      isMe: true,
      name: '新名字',
      path: AT,
    })
    expect((await house.send(me, '/me/person', { path: '/s9/' })).status).toBe(422)
  })
})

describe('who somebody is', () => {
  it('joins a first sign-in to the entry that has the number, and finds the same person ever after', async () => {
    const { body } = await register({ name: '陈先登记', phone: '13812340003' })
    const enter = () =>
      database.db.transaction(systemScope(1), async (tx) => {
        const account = await findOrCreateAccount(tx, crypto, '13812340003')
        return findOrCreatePerson(crypto, tx, 1, account.id, '13812340003')
      })
    expect(await enter()).toBe(body.id)
    expect(await enter()).toBe(body.id)
  })

  it('registers a caller once, however many calls come at once', async () => {
    const { db } = database
    const ids = await Promise.all(
      [1, 2, 3, 4].map(() => registerCaller(db, crypto, 1, '13812340004', '来电人', AT)),
    )
    expect(new Set(ids).size).toBe(1)
    expect(await personByPhone(db, crypto, 1, '13812340004')).toMatchObject({
      personId: ids[0],
      name: '来电人',
    })
    expect(await personByPhone(db, crypto, 2, '13812340004')).toBeUndefined()
  })
})

describe('posts', () => {
  const grantsOf = (accountId: string) =>
    behind(
      'select role, area_path from grants where account_id = $1 and (to_at is null or to_at > now()) order by role',
      [accountId],
    )

  it('gives the roles of a post with it, and takes them when it ends', async () => {
    const worker = await house.signIn('网格员甲')
    const post = { post: 'communityWorker', areaPath: '/s1/c1/' }
    const assigned = await house.send<{ id: string }>(admin, `/people/${worker.personId}/posts`, post)
    expect(assigned.status).toBe(201)
    expect(await grantsOf(worker.accountId)).toEqual([
      { role: 'dispatcher', area_path: '/s1/c1/' },
      { role: 'intake', area_path: '/s1/c1/' },
    ])
    const again = await house.send<{ code: string }>(admin, `/people/${worker.personId}/posts`, post)
    expect(again.body.code).toBe('people.postHeld')
    const listed = await house.read<{ items: PostRow[] }>(intake, '/posts')
    const onBoard = listed.body.items.find(({ personId }) => personId === worker.personId)
    expect(onBoard).toMatchObject({
      personName: '网格员甲',
      postName: { zh: '社区工作者' },
      placeName: '桃源社区',
    })
    expect(JSON.stringify(listed.body)).not.toMatch(/phone|\d{3}\*{4}\d{4}/)
    // Who answers there, asked from below: as far up as the reader's own areas go.
    const from = async (actor: Actor, above: string) =>
      (await house.read<{ items: PostRow[] }>(actor, `/posts/history?path=${post.areaPath}b1/${above}`)).body
        .items
    expect(await from(intake, '')).toEqual([])
    expect(await from(intake, '&above=true')).toMatchObject([
      { id: assigned.body.id, personName: '网格员甲' },
    ])
    expect((await house.send(far, `/posts/${assigned.body.id}/end`)).status).toBe(403)
    expect((await house.send(admin, `/posts/${assigned.body.id}/end`, { reason: '调岗' })).status).toBe(200)
    expect(await grantsOf(worker.accountId)).toEqual([])
    expect(forgotten).toContain(worker.accountId)
    expect((await house.send(admin, `/posts/${assigned.body.id}/end`)).status).toBe(404)
    const { posts } = (await person(admin, worker.personId)).body
    expect(posts).toMatchObject([{ personName: '网**', postName: { zh: '社区工作者' } }])
  })

  it('leaves the three administrators to the security administrator, and nobody ends their own post', async () => {
    const worker = await house.signIn('想当审计')
    for (const post of ['regionAdmin', 'securityAdmin', 'auditor']) {
      const refused = await house.send<{ code: string }>(admin, `/people/${worker.personId}/posts`, { post })
      expect([refused.status, refused.body.code]).toEqual([403, 'people.administratorPost'])
    }
    const [id, duty] = [newId(), newId()]
    for (const [post, key] of [
      [id, 'regionAdmin'],
      [duty, 'regionDuty'],
    ])
      await behind(
        `insert into posts (region_id, id, person_id, post, area_path, from_on) values (1, $1, $2, $3, '/', '2026-01-01')`,
        [post, admin.personId, key],
      )
    const end = async (post: string) =>
      (await house.send<{ code: string }>(admin, `/posts/${post}/end`)).body.code
    expect([await end(id), await end(duty)]).toEqual(['people.administratorPost', 'people.ownPost'])
    expect(await grantsOf(worker.accountId)).toEqual([])
  })

  it('asks for the right kind of place, and nobody assigns a post to themselves or outside their area', async () => {
    const worker = await house.signIn('承办人')
    const assign = async (body: object, actor = admin, to = worker.personId) =>
      (await house.send<{ code: string }>(actor, `/people/${to}/posts`, body)).body.code
    expect(await assign({ post: 'unitHandler', areaPath: '/s1/' })).toBe('people.postNeedsPlace')
    expect(await assign({ post: 'gridWorker' })).toBe('people.postNeedsPlace')
    expect(await assign({ post: 'nobody', areaPath: '/s1/' })).toBe('people.unknownPost')
    expect(await assign({ post: 'gridWorker', areaPath: '/s9/' })).toBe('people.unknownArea')
    expect(await assign({ post: 'regionDuty' }, admin, admin.personId)).toBe('people.ownPost')
    expect(await assign({ post: 'gridWorker', areaPath: '/s1/c1/g1/' }, far)).toBe('kernel.forbidden')
    const [unit] = (await house.read<{ items: { id: string }[] }>(admin, '/units')).body.items
    expect(await assign({ post: 'unitHandler', unitId: unit?.id })).toBeUndefined()
    expect((await person(admin, worker.personId)).body.posts).toMatchObject([
      { post: 'unitHandler', unitId: unit?.id },
    ])
  })

  it('holds at most four separate areas', async () => {
    const worker = await house.signIn('兼任')
    const codes: (string | undefined)[] = []
    for (const name of ['甲', '乙', '丙', '丁', '戊']) {
      const area = await house.send<{ path: string }>(admin, '/areas', {
        parent: '/s2/',
        name: `${name}社区`,
      })
      const body = { post: 'communityWorker', areaPath: area.body.path }
      codes.push(
        (await house.send<{ code?: string }>(admin, `/people/${worker.personId}/posts`, body)).body.code,
      )
    }
    expect(codes).toEqual([undefined, undefined, undefined, undefined, 'people.tooManyAreas'])
  })
})

describe('helpers', () => {
  let helper: Actor
  beforeAll(async () => {
    helper = await house.signIn('陈建国', [grant('helper', '/s1/c1/')])
    await house.send(helper, '/me/person', { path: AT })
  })

  it('joins, chooses hours, is verified and cleared by staff, and appears with the orders in hand', async () => {
    const joined = await house.send(helper, '/me/helper', {
      servesPath: '/s1/c1/',
      skills: ['plumbing'],
      pointsOptIn: true,
    })
    expect(joined.status).toBe(201)
    const again = await house.send<{ code: string }>(helper, '/me/helper', { servesPath: '/s1/c1/' })
    expect(again.body.code).toBe('people.alreadyHelper')
    const hours = [{ weekday: 6, from: '08:00', to: '20:00' }]
    const settings = { hours, nightEmergencies: true, onLeaveUntil: null, quota: 4 }
    expect((await house.send(helper, '/me/helper/settings', settings)).status).toBe(200)
    expect((await person(helper, helper.personId)).body.helper).toMatchObject({
      name: '陈建国',
      servesName: '桃源社区',
      quota: 4,
      hours,
      nightEmergencies: true,
      homeEntry: false,
      skills: [{ skill: 'plumbing', verified: false }],
    })
    const url = `/people/${helper.personId}`
    expect((await house.send(helper, `${url}/home-entry`, { homeEntry: true })).status).toBe(403)
    expect((await house.send(far, `${url}/home-entry`, { homeEntry: true })).status).toBe(403)
    expect((await house.send(intake, `${url}/home-entry`, { homeEntry: true })).status).toBe(200)
    expect((await house.send(intake, `${url}/skills`, { skill: 'plumbing', verified: true })).status).toBe(
      200,
    )
    expect((await house.send(intake, `${url}/skills`, { skill: 'magic', verified: true })).status).toBe(422)
    loads.set(helper.personId, 2)
    const list = await house.read<{ items: HelperRow[] }>(intake, '/helpers?skill=plumbing')
    expect(list.body.items).toMatchObject([
      {
        personId: helper.personId,
        name: '陈**',
        areaName: '桃源社区 一网格 3栋',
        quota: 4,
        openOrders: 2,
        homeEntry: true,
        skills: [{ verified: true }],
      },
    ])
  })

  it('keeps choices within what the place allows', async () => {
    const choose = async (body: object) =>
      (await house.send<{ code: string }>(helper, '/me/helper/settings', body)).body.code
    expect(await choose({ quota: 50 })).toBe('people.quotaTooHigh')
    expect(await choose({ skills: ['magic'] })).toBe('people.unknownSkill')
    expect(await choose({ hours: [{ weekday: 1, from: '20:00', to: '08:00' }] })).toBe('people.hoursWrong')
    expect(await choose({ servesPath: '/s9/' })).toBe('people.unknownArea')
    expect(await choose({ hours: [{ weekday: 8, from: '8', to: '9' }] })).toBe('kernel.invalid')
  })

  it('lets a helper leave and come back', async () => {
    expect((await house.send(helper, '/me/helper/leave')).status).toBe(200)
    expect((await person(helper, helper.personId)).body.helper).toBeNull()
    expect((await house.send(helper, '/me/helper/leave')).status).toBe(404)
    expect((await house.send(helper, '/me/helper', { servesPath: '/s1/c1/g1/' })).status).toBe(201)
  })
})

describe('people from a file', () => {
  const HEAD = ['姓名', '电话', '街道', '社区', '网格', '小区', '楼栋', '单元', '室号']
  const home = ['示范街道', '桃源社区', '一网格', '', '3栋', '']
  const send = (rows: unknown[][], actor = admin) => {
    const book = utils.book_new()
    utils.book_append_sheet(book, utils.aoa_to_sheet([HEAD, ...rows]), '人员')
    const bytes = write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer
    return house.upload<ImportResult>(actor, '/registers/people/imports', { name: '人员.xlsx', bytes })
  }
  const counts = ({ body }: { body: ImportResult }) => [
    body.applied,
    body.added,
    body.changed,
    body.unchanged,
  ]

  it('takes all rows or none, and says which to mend', async () => {
    const wrong = await send([
      ['冯涛', 13912340001, ...home],
      ['何静', '1391234', ...home],
      ['', '13912340003', ...home],
      ['吴冬', '13912340001', ...home],
      ['郑夏', '', ...home, '501'],
      ['别处', '', '无名街道'],
    ])
    expect(wrong.body.applied).toBe(false)
    expect(wrong.body.errors.map(({ row, column }) => [row, column])).toEqual([
      [3, '电话'],
      [4, '姓名'],
      [5, '电话'],
      [6, '室号'],
      [7, '街道'],
    ])
    expect(await personByPhone(database.db, crypto, 1, '13912340001')).toBeUndefined()
  })

  it('updates what changed and leaves the rest when the file comes again', async () => {
    const rows = [
      ['冯涛', 13912340001, ...home],
      ['何静', '139-1234-0002', ...home],
      ['老无电话', '', ...home],
    ]
    expect(counts(await send(rows))).toEqual([true, 3, 0, 0])
    expect(counts(await send(rows))).toEqual([true, 0, 0, 3])
    const moved = [['冯涛', 13912340001, '示范街道', '桃源社区'], ...rows.slice(1)]
    expect(counts(await send(moved))).toEqual([true, 0, 1, 2])
    expect(await personByPhone(database.db, crypto, 1, '13912340001')).toMatchObject({ path: '/s1/c1/' })
    const taken = await send([['冯涛', 13912340001, '二街道']], far)
    expect(taken.body.errors).toMatchObject([
      { row: 2, column: '电话', problem: '这个电话已登记在别的辖区。' },
    ])
    expect((await send(rows, intake)).status).toBe(403)
  })
})

it('shows nothing on a reused connection that has no scope, and nothing of another region', async () => {
  const { pool } = database.db
  for (const table of ['people', 'posts', 'helpers', 'households', 'areas', 'policy_versions']) {
    const { rows } = await pool.query(`select count(*)::int as n from ${table}`)
    expect(rows, table).toEqual([{ n: 0 }])
  }
  const other = await database.db.read({ region: 2 }, sql`select 1 from people where region_id = 1`)
  expect(other).toEqual([])
})
