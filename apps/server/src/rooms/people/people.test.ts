import { utils, write } from '@e965/xlsx'
import type { PersonRow, PersonView } from '@linli/contract/people/shapes'
import type { ImportResult } from '@linli/contract/places/shapes'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { AT, grant, openPeople, type ServedPeople } from '../../../../../tests/kit/peopleRoom.ts'
import { findOrCreateAccount } from '../../kernel/auth/accounts.ts'
import { type Actor, systemScope } from '../../kernel/auth/actor.ts'
import { findOrCreatePerson, personByPhone, registerCaller } from './index.ts'

let served: ServedPeople
let database: ServedPeople['database']
let crypto: ServedPeople['crypto']
let house: ServedPeople['house']
let admin: ServedPeople['admin']
let intake: ServedPeople['intake']
let far: ServedPeople['far']
let leader: ServedPeople['leader']
let person: ServedPeople['person']
let behind: ServedPeople['behind']

beforeAll(async () => {
  served = await openPeople()
  ;({ database, crypto, house, admin, intake, far, leader, person, behind } = served)
})
afterAll(() => served.close())

const register = async (body: object, actor = admin) =>
  house.send<{ id: string; code: string }>(actor, '/people', { path: AT, ...body })

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
