import { utils, write } from '@e965/xlsx'
import type { ImportResult } from '@linli/contract/places/shapes'
import { PRESETS } from '@linli/presets'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { grant, openPeople, type ServedPeople } from '../../../../../tests/kit/peopleRoom.ts'
import { findOrCreateAccount } from '../../kernel/auth/accounts.ts'
import { type Actor, systemScope } from '../../kernel/auth/actor.ts'
import { accountOfNumber, findOrCreatePerson } from './index.ts'

let served: ServedPeople
let house: ServedPeople['house']
let admin: Actor
let behind: ServedPeople['behind']

beforeAll(async () => {
  served = await openPeople(PRESETS.linchuan)
  ;({ house, admin, behind } = served)
})
afterAll(() => served.close())

const LEVELS = ['街道', '社区', '网格', '小区', '楼栋', '单元']
const HEAD = ['姓名', '电话', '岗位', ...LEVELS, '单位', '上任', '卸任', '占用时间']
const COMMUNITY = ['示范街道', '桃源社区']

const send = (register: string, rows: unknown[][], query = '', actor = admin) => {
  const book = utils.book_new()
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '表')
  const bytes = write(book, { type: 'buffer', bookType: 'xlsx' }) as Buffer
  return house.upload<ImportResult>(actor, `/registers/${register}/imports${query}`, {
    name: '表.xlsx',
    bytes,
  })
}
const posts = (rows: unknown[][], query = '', actor = admin) => send('posts', [HEAD, ...rows], query, actor)
const counts = ({ body }: { body: ImportResult }) => [
  body.applied,
  body.added,
  body.changed,
  body.unchanged,
  body.errors.map(({ row, column, problem }) => `${row} ${column} ${problem}`),
]
const tally = async () => {
  const [row] = await behind<{
    posts: number
    grants: number
    accounts: number
    audit: number
    news: number
  }>(
    `select (select count(*)::int from posts) as posts, (select count(*)::int from grants) as grants,
      (select count(*)::int from accounts where phone_hmac is not null) as accounts,
      (select count(*)::int from audit_entries where action = 'assignPost') as audit,
      (select count(*)::int from outbox where topic = 'people.postAssigned.1') as news`,
  )
  return row
}
/** The first sign-in of a number. */
const signsIn = (phone: string) =>
  served.database.db.transaction(systemScope(1), async (tx) => {
    const registered = await accountOfNumber(served.crypto, tx, 1, phone)
    const account = await findOrCreateAccount(tx, served.crypto, phone, registered)
    return {
      accountId: account.id,
      personId: await findOrCreatePerson(served.crypto, tx, 1, account.id, phone),
    }
  })

describe('the three heads of a community, as the document counts them', () => {
  const grids = [1, 2, 3].map((n) => [...COMMUNITY, `${n}号网格`, '', '', ''])
  const buildings = Array.from({ length: 103 }, (_, n) => [
    ...COMMUNITY,
    `${(n % 3) + 1}号网格`,
    '花园',
    `${n + 1}栋`,
    '',
  ])
  const entrances = Array.from({ length: 231 }, (_, n) => [
    ...(buildings[n % 103] ?? []).slice(0, 5),
    `${Math.floor(n / 103) + 1}单元`,
  ])
  const places = [...grids, ...buildings, ...entrances]
  const phone = (n: number) => `139${String(n).padStart(8, '0')}`
  const titles = places.map((place) => (place[5] ? '单元长' : place[4] ? '楼栋长' : '网格长'))
  const heads = places.map((place, n) => [`三长${n}`, phone(n), titles[n], ...place])

  it('are 337 rows: each gets the account of their number, post, grants, audit entry and news', async () => {
    await send('areas', [LEVELS, ...places])
    const folk = heads.map(([name, number, , ...place]) => [name, number, ...place])
    expect(counts(await send('people', [['姓名', '电话', ...LEVELS], ...folk]))).toEqual([
      true,
      337,
      0,
      0,
      [],
    ])
    const early = await signsIn(phone(5)) // one has signed in before
    const before = await tally()
    expect(before).toMatchObject({ posts: 0, accounts: 1 })
    expect(counts(await posts(heads, '?check=true'))).toEqual([false, 337, 0, 0, []])
    expect(await tally()).toEqual(before)

    expect(counts(await posts(heads))).toEqual([true, 337, 0, 0, []])
    const after = await tally()
    expect(after).toEqual({ posts: 337, grants: 337, accounts: 337, audit: 337, news: 337 })
    const held = await behind(
      `select o.post, count(*)::int as n, count(distinct p.account_id)::int as accounts, min(o.share) as share
        from posts o join people p on p.region_id = o.region_id and p.id = o.person_id group by 1 order by 2`,
    )
    expect(held).toEqual([
      { post: 'gridLeader', n: 3, accounts: 3, share: 100 },
      { post: 'buildingHead', n: 103, accounts: 103, share: 100 },
      { post: 'entranceHead', n: 231, accounts: 231, share: 100 },
    ])
    expect(served.forgotten).toContain(early.accountId)

    // The same file again changes nothing, and a first sign-in finds the account that is there.
    expect(counts(await posts(heads))).toEqual([true, 0, 0, 337, []])
    const entered = await signsIn(phone(200))
    expect(await behind('select name from people where id = $1', [entered.personId])).toEqual([
      { name: '三长200' },
    ])
    expect(await behind('select role from grants where account_id = $1', [entered.accountId])).toEqual([
      { role: 'helper' },
    ])
    expect(await tally()).toEqual(after)
  })

  it('may come twice at once: one writes, the other finds everything there', async () => {
    const row = (n: number) => [`三长${n}`, phone(n), '童伴妈妈', ...COMMUNITY]
    const file = Array.from({ length: 40 }, (_, n) => row(n))
    const answers = await Promise.all([posts(file), posts(file)])
    expect(answers.map((answer) => answer.body.added).toSorted((a, b) => a - b)).toEqual([0, 40])
    expect(await behind(`select count(*)::int as n from posts where post = 'childCompanion'`)).toEqual([
      { n: 40 },
    ])
  })
})

describe('wrong rows', () => {
  const grid = [...COMMUNITY, '1号网格', '', '', '']
  const nowhere = ['', '', '', '', '', '']

  it('are named by row and column, and nothing is written', async () => {
    const me = '13700000000'
    await behind('update people set phone_hmac = $2 where id = $1', [
      admin.personId,
      served.crypto.lookUp(me),
    ])
    const before = await tally()
    const answer = await posts([
      ['三长0', '13900000000', '红管家', ...grid], // right
      ['', '13900000001', '红管家', ...grid],
      ['三长1', '1390000', '红管家', ...grid],
      ['没来过', '13600000001', '红管家', ...grid],
      ['别的名', '13900000001', '红管家', ...grid],
      ['三长1', '13900000001', '红管员', ...grid],
      ['三长1', '13900000001', '区级管理员', ...nowhere],
      ['三长1', '13900000001', '红管家', ...COMMUNITY, '', '', '', ''],
      ['三长1', '13900000001', '红管家', ...COMMUNITY, '9号网格', '', '', ''],
      ['三长1', '13900000001', '物业联络员', ...nowhere],
      ['三长1', '13900000001', '物业联络员', ...nowhere, '没有的物业'],
      ['郑伟', me, '红管家', ...grid],
      ['三长0', '13900000000', '红管家', ...grid],
      ['三长1', '13900000001', '红管家', ...grid, '', '昨天'],
      ['三长1', '13900000001', '红管家', ...grid, '', '2099-02-01', '2099-01-01'],
      ['三长1', '13900000001', '红管家', ...grid, '', '', '2020-01-01'],
      ['三长1', '13900000001', '红管家', ...grid, '', '', '', '120'],
    ])
    expect(counts(answer)).toEqual([
      false,
      1,
      0,
      0,
      [
        '3 姓名 没有姓名。',
        '4 电话 电话写法不对。',
        '5 电话 人员表里没有这个电话。',
        '6 姓名 这个电话登记的不是这个姓名。',
        '7 岗位 没有这个岗位。',
        '8 岗位 管理员和审计员不能在这里任。',
        '9 网格 “红管家”要填到网格，不多也不少。',
        '10 网格 没有找到“9号网格”。',
        '11 岗位 没有填对这个岗位的地点或单位。',
        '12 单位 没有找到“没有的物业”。',
        '13 姓名 不能给自己任职。',
        '14 岗位 和第 2 行是同一个任职。',
        '15 上任 日子写法不对。',
        '16 卸任 卸任的日子早于上任的日子。',
        '17 卸任 卸任的日子已经到了。',
        '18 占用时间 占用时间写法不对。',
      ],
    ])
    expect(answer.body.errors.find(({ row }) => row === 5)?.remedy).toMatch('先导入人员表')
    expect(await tally()).toEqual(before)
  })

  it('lie outside the area of whoever sends them, make five areas of four, or belong to a closed account', async () => {
    const street = await house.signIn('街道管理员', [grant('regionAdmin', '/s2/')])
    expect(counts(await posts([['三长1', '13900000001', '红管家', ...grid]], '', street))[4]).toEqual([
      '2 网格 不在您管理的范围内。',
    ])
    const resident = await house.signIn('路人')
    expect((await posts([['三长1', '13900000001', '红管家', ...grid]], '', resident)).status).toBe(403)

    const names = ['甲', '乙', '丙', '丁', '戊'].map((name) => ['二街道', `${name}社区`])
    await send('areas', [LEVELS.slice(0, 2), ...names])
    const five = names.map((place) => ['三长300', '13900000300', '社区工作者', ...place])
    // An entrance of another street is one of the four.
    expect(counts(await posts(five))[4]).toEqual([
      '5 岗位 一个人最多兼任四处。',
      '6 岗位 一个人最多兼任四处。',
    ])
    await behind(
      'update accounts set disabled_at = now() where id = (select account_id from people where name = $1)',
      ['三长301'],
    )
    expect(counts(await posts([['三长301', '13900000301', '红管家', ...grid]]))[4]).toEqual([
      '2 电话 这位同事的账号已经停用。',
    ])
  })

  it('do not follow a number to the account of somebody else', async () => {
    const { personId } = await signsIn('13500000001')
    await behind(
      'update people set phone_hmac = null, phone_cipher = null, phone_tail = null where id = $1',
      [personId],
    )
    await send('people', [
      ['姓名', '电话', ...LEVELS],
      ['新机主', '13500000001', ...grid],
    ])
    expect(counts(await posts([['新机主', '13500000001', '红管家', ...grid]]))[4]).toEqual([
      '2 电话 用这个号码登录的是另一个人。',
    ])
  })
})

it('takes days as a spreadsheet keeps them, a share and a post in a unit', async () => {
  const row = [
    '三长7',
    '13900000007',
    '物业联络员',
    '',
    '',
    '',
    '',
    '',
    '',
    '花园物业（示例）',
    72_685,
    '2099/6/1',
    0.5,
  ]
  expect(counts(await posts([row]))).toEqual([true, 1, 0, 0, []])
  expect(
    await behind(
      `select from_on::text, to_on::text, share, area_path, unit_id is not null as unit from posts where post = 'unitHandler'`,
    ),
  ).toEqual([{ from_on: '2098-12-31', to_on: '2099-06-01', share: 50, area_path: null, unit: true }])
  expect(counts(await posts([row]))).toEqual([true, 0, 0, 1, []])
})
