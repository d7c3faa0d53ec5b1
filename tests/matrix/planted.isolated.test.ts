import { utils, write } from '@e965/xlsx'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import type { OpenApiDocument } from '../../apps/server/src/kernel/http/openapi.ts'
import { newId } from '../../apps/server/src/kernel/ids.ts'
import { who } from '../../apps/server/src/kernel/policy/policy.ts'
import { orderPolicy } from '../../apps/server/src/rooms/orders/policy.ts'
import { openTestHouse } from '../kit/house.ts'
import type { Actor } from '../kit/houseCast.ts'
import { canaryPhone, canaryText, HERE, THERE } from '../kit/houseGround.ts'
import { buildWorld, type World } from '../kit/houseWorld.ts'
import { callsOf, make, prepare } from './calls.ts'
import { wholeCast } from './cast.ts'
import { type PolicyTable, policyTable } from './sight.ts'

// Would the matrix see it? Each flaw is planted alone into the house that runs, as somebody might write it by mistake, and
// the matrix over that one operation must report it; without it the same matrix finds nothing.

const flaw = vi.hoisted(() => ({ now: '' }))
const is = (name: string): boolean => flaw.now === name

vi.mock('../../apps/server/src/kernel/policy/mask.ts', async (load) => {
  const real = await load<typeof import('../../apps/server/src/kernel/policy/mask.ts')>()
  return {
    ...real,
    maskName: (name: string | null) => (is('a name in clear') ? name : real.maskName(name)),
    maskPhone: (tail: string | null) =>
      is('another mask') && tail ? `${tail.slice(0, 3)}***${tail.slice(3)}*` : real.maskPhone(tail),
  }
})
vi.mock('../../apps/server/src/rooms/orders/rules/contact.ts', async (load) => {
  const real = await load<typeof import('../../apps/server/src/rooms/orders/rules/contact.ts')>()
  return {
    ...real,
    hidesContact: (...of: Parameters<typeof real.hidesContact>) =>
      !is('the wish to stay unknown forgotten') && real.hidesContact(...of),
  }
})
vi.mock('../../apps/server/src/rooms/orders/views/orderPage.ts', async (load) => {
  const real = await load<typeof import('../../apps/server/src/rooms/orders/views/orderPage.ts')>()
  return {
    ...real,
    orderPage: async (...[needs, actor, ...rest]: Parameters<typeof real.orderPage>) => {
      const reader = is('the complained-of reads') ? { ...actor, personId: newId(), units: [] } : actor
      const page = await real.orderPage(needs, reader, ...rest)
      return is('a number among the words') ? { ...page, title: `电话 ${canaryPhone(HERE)}` } : page
    },
  }
})
vi.mock('../../apps/server/src/rooms/orders/views/lists.ts', async (load) => {
  const real = await load<typeof import('../../apps/server/src/rooms/orders/views/lists.ts')>()
  return {
    ...real,
    listOrders: async (...[needs, actor, ...rest]: Parameters<typeof real.listOrders>) => {
      const everywhere = actor.grants.map((grant) => ({ ...grant, areaPath: '/' }))
      return real.listOrders(
        needs,
        is('a list without its scope') ? { ...actor, grants: everywhere } : actor,
        ...rest,
      )
    },
  }
})
vi.mock('../../apps/server/src/rooms/insight/views/figures.ts', async (load) => {
  const real = await load<typeof import('../../apps/server/src/rooms/insight/views/figures.ts')>()
  return {
    ...real,
    figuresOf: async (...[needs, actor, query]: Parameters<typeof real.figuresOf>) => {
      const everywhere = actor.grants.map((grant) => ({ ...grant, areaPath: '/' }))
      const me = is('figures of another area') ? { ...actor, grants: everywhere } : actor
      const figures = await real.figuresOf(needs, me, query)
      return is('too few people counted') ? { ...figures, handlersToday: 2 } : figures
    },
  }
})
vi.mock('../../apps/server/src/rooms/insight/views/workbook.ts', async (load) => {
  const real = await load<typeof import('../../apps/server/src/rooms/insight/views/workbook.ts')>()
  return {
    ...real,
    workbookOf: (...of: Parameters<typeof real.workbookOf>) => {
      if (!is('a name in an export')) return real.workbookOf(...of)
      const book = utils.book_new()
      utils.book_append_sheet(book, utils.aoa_to_sheet([[canaryText(HERE, '林')]]), '办件人')
      return write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer // the type of `write` is any
    },
  }
})
vi.mock('../../apps/server/src/kernel/http/problems.ts', async (load) => {
  const real = await load<typeof import('../../apps/server/src/kernel/http/problems.ts')>()
  return {
    ...real,
    sendProblem: (...[reply, ...rest]: Parameters<typeof real.sendProblem>) => {
      if (is('a word in an error')) reply.header('x-reason', encodeURIComponent(canaryText(THERE, '诉求')))
      return real.sendProblem(reply, ...rest)
    },
  }
})
vi.mock('../../apps/server/src/rooms/people/views/people.ts', async (load) => {
  const real = await load<typeof import('../../apps/server/src/rooms/people/views/people.ts')>()
  return {
    ...real,
    personView: async (...[deps, me, id]: Parameters<typeof real.personView>) =>
      // An object's owner is not asked for: whoever knows the id is taken for the person.
      real.personView(deps, is('an id is enough') ? { ...me, personId: id } : me, id),
  }
})

let world: World
let cast: Actor[]
let policy: PolicyTable

beforeAll(async () => {
  world = await buildWorld(await openTestHouse())
  cast = await wholeCast(world)
  const described = await world.house.app.inject({ method: 'GET', url: '/api/openapi.json' })
  policy = policyTable(world.operations, described.json<OpenApiDocument>())
})
afterEach(() => {
  flaw.now = ''
})
afterAll(() => world.close())

/** The matrix over one operation, all of its cells. */
const findings = async (id: string): Promise<string[]> =>
  make(world, await prepare(world, callsOf(world, cast, id)), policy)

const PLANTED: readonly (readonly [flaw: string, operation: string, report: RegExp])[] = [
  ['a list without its scope', 'listOrders', /by intake, none: 200 leaks 标题金丝雀[乙辛壬]/],
  ['a name in clear', 'listPeople', /leaks 林金丝雀甲 in body/],
  ['another mask', 'getOrder', /a mask of another form, 138\*\*\*\d{4}\*/],
  [
    'the wish to stay unknown forgotten',
    'getOrder',
    /anonymous: 200 leaks field contactName: masked, .* says hidden/,
  ],
  ['the wish to stay unknown forgotten', 'revealContact', /confidential: 200 should be refused/],
  ['the complained-of reads', 'getOrder', /complainedOf: 200 should be refused/],
  ['a number among the words', 'getOrder', /leaks phone 13811110001/],
  ['figures of another area', 'getFigures', /outOfScope: 200 should be refused/],
  ['too few people counted', 'getFigures', /handlersToday = 2, fewer than 3 people/],
  ['a name in an export', 'exportFigures', /林金丝雀甲 in xl\/worksheets\/sheet1\.xml/],
  ['a word in an error', 'getPerson', /: 403 leaks 诉求金丝雀乙 in header x-reason/],
  ['an id is enough', 'getPerson', /resident, outOfScope: 200 should be refused/],
]

describe('the matrix sees', () => {
  test.each(PLANTED)('%s, in %s', async (name, operation, report) => {
    flaw.now = name
    expect((await findings(operation)).filter((line) => report.test(line))).not.toEqual([])
  })

  test('a role that was let in by one row too many', async () => {
    const { operations } = orderPolicy as { operations: { getOrder: unknown } } // changed in memory, and back
    const rows = operations.getOrder
    try {
      operations.getOrder = [...orderPolicy.operations.getOrder, ...who('inScope', 'leader')]
      const found = await findings('getOrder')
      expect(found.filter((line) => /by leader, inScope: 200 should be refused/.test(line))).not.toEqual([])
      expect(found.filter((line) => /by leader, inScope: 200 leaks 诉求金丝雀甲/.test(line))).not.toEqual([])
    } finally {
      operations.getOrder = rows
    }
  })
})

test('without a flaw the same cells are clean', async () => {
  const operations = new Set(PLANTED.map(([, operation]) => operation))
  for (const operation of operations) expect((await findings(operation)).join('\n')).toBe('')
})
