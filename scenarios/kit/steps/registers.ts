import type { ImportResult, ImportRun } from '@linli/contract/places/shapes'
import sql from 'sql-template-tag'
import { expect } from 'vitest'
import { systemScope } from '../../../apps/server/src/kernel/auth/actor.ts'
import { personByPhone } from '../../../apps/server/src/rooms/people/index.ts'
import { personOf, type World } from '../moves.ts'
import { step } from '../run.ts'
import { ask, type Person, sendFile, signIn, until } from '../town.ts'
import { holdCourse } from './staff.ts'

/** One of the crowd that a table names, with the names on the way to their place. */
type Head = {
  readonly name: string
  readonly phone: string
  readonly post: string
  readonly way: readonly string[]
}
const crowds = new WeakMap<World, readonly Head[]>()

const LEVELS = ['街道', '社区', '网格', '楼栋', '单元']
const FIRST_PHONE = 13_700_000_000
const AT_ONCE = 10

/** One table, sent by a clerk as a file; a long import is followed to its end. */
async function importTable(
  world: World,
  by: Person,
  register: string,
  lines: readonly (readonly string[])[],
): Promise<ImportResult> {
  const bytes = Buffer.from(`\ufeff${lines.map((line) => line.join(',')).join('\r\n')}\r\n`)
  const file = { name: `${register}.csv`, type: 'text/csv', bytes }
  const { status, body } = await sendFile(world, by, `/registers/${register}/imports`, file)
  if (status !== 200) throw new Error(`表没有导入：${JSON.stringify(body)}`)
  let result = body as ImportResult // as the contract says
  const { run } = result
  if (run)
    await until(async () => {
      const now = (await ask(world, by, 'GET', `/register-runs/${run}`)).body as unknown as ImportRun // as the contract says
      if (now.result) result = now.result
      return now.result ? null : `导入还没有完：${now.state}`
    })
  if (!result.applied) throw new Error(`表没有导入：${JSON.stringify(result.errors)}`)
  return result
}

const byPost = (crowd: readonly Head[]) => [
  ['姓名', '电话', '岗位', ...LEVELS],
  ...crowd.map(({ name, phone, post, way }) => [name, phone, post, ...way]),
]

/** Grids, their buildings and their entrances, evenly, under the way to a community. */
function spread(above: readonly string[], grids: number, buildings: number, entrances: number): string[][] {
  const grid = (n: number) => [...above, `g0${(n % grids) + 1}网格`]
  const building = (n: number) => [...grid(n), `${n + 1}栋`]
  return [
    ...Array.from({ length: grids }, (_, n) => grid(n)),
    ...Array.from({ length: buildings }, (_, n) => building(n)),
    ...Array.from({ length: entrances }, (_, n) => [
      ...building(n % buildings),
      `${Math.floor(n / buildings) + 1}单元`,
    ]),
  ]
}

/** 名册: whole tables, as the office has them. */
export const registerSteps = [
  step<World>('{}用三张表导入{}的{n}个{}、{n}个{}、{n}个{}', async (world, words) => {
    const [
      who = '',
      path = '',
      grids = '',
      first = '',
      buildings = '',
      second = '',
      entrances = '',
      third = '',
    ] = words
    const by = personOf(world, who)
    const above = await world.house.db.read<{ name: string }>(
      systemScope(1),
      sql`select name from areas where region_id = 1 and starts_with(${path}, path) and path <> '/' order by length(path)`,
    )
    const names = above.map(({ name }) => name)
    const titles = new Map([
      [3, first],
      [4, second],
      [5, third],
    ])
    const ways = spread(names, Number(grids), Number(buildings), Number(entrances))
    const crowd = ways.map((way, n) => {
      const post = titles.get(way.length) ?? ''
      return { name: `${post}${n}`, phone: String(FIRST_PHONE + n), post, way }
    })
    crowds.set(world, crowd)
    await importTable(world, by, 'areas', [LEVELS, ...ways])
    const folk = [['姓名', '电话', ...LEVELS], ...crowd.map(({ name, phone, way }) => [name, phone, ...way])]
    expect((await importTable(world, by, 'people', folk)).added).toBe(crowd.length)
    expect((await importTable(world, by, 'posts', byPost(crowd))).added).toBe(crowd.length)
  }),
  step<World>('{}把任职表再导一次，{n}人都不变', async (world, [who = '', count = '0']) => {
    const again = await importTable(world, personOf(world, who), 'posts', byPost(crowds.get(world) ?? []))
    expect([again.added, again.changed, again.unchanged]).toEqual([0, 0, Number(count)])
  }),
  step<World>('{}在{}办了一场{}的培训，{n}人各自在手机上报名', async (world, words) => {
    const [who = '', path = '', posts = '', count = '0'] = words
    const session = await holdCourse(world, who, path, posts)
    const crowd = crowds.get(world) ?? []
    expect(crowd).toHaveLength(Number(count))
    const { db, crypto } = world.house
    const waiting = crowd.values()
    const oneByOne = async () => {
      for (const { name, phone } of waiting) {
        const known = await personByPhone(db, crypto, 1, phone)
        if (!known) throw new Error(`名册里没有${name}`)
        const { personId } = known
        const entered = await signIn(world, personId, phone)
        const person: Person = { name, phone, personId, path, roles: [], ...entered }
        const { status, body } = await ask(world, person, 'POST', `/course-sessions/${session}/seat`, {})
        if (status !== 200) throw new Error(`${name}没有报上名：${JSON.stringify(body)}`)
      }
    }
    await Promise.all(Array.from({ length: AT_ONCE }, oneByOne))
  }),
]
