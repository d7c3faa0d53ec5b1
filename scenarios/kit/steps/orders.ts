import { ROLES, type Role, type State } from '@linli/contract'
import { GAPS, type ServiceLists } from '@linli/contract/insight/shapes'
import { NOTICES, type NoticeKind } from '@linli/contract/notices/words'
import sql from 'sql-template-tag'
import { expect } from 'vitest'
import { facts, move, personOf, place, stateOf, type World } from '../moves.ts'
import { fieldsOf, step } from '../run.ts'
import { type Answer, ask, holders, until } from '../town.ts'

const none = new Map<string, string>()
/** So many that none is drawn of one in five: less than once in 50,000,000 runs. */
const MOST_DRAWS = 80
const split = (text: string): string[] => text.split('、')
/** The first of the table whose posts carry all the roles and who is not the one left out. */
const holder = (world: World, roles: readonly Role[], besides = ''): string => {
  const found = holders(world, ...roles).find(({ name }) => name !== besides)
  if (!found) throw new Error(`表里没有人担任${roles.map((role) => ROLES[role].zh).join('、')}`)
  return found.name
}

async function must(answer: Promise<Answer>): Promise<void> {
  const { status, body } = await answer
  if (status >= 300) throw new Error(`没有办成：${JSON.stringify(body)}`)
}

const stateIs = (world: World, wanted: State): Promise<void> =>
  until(async () => {
    const { state } = await facts(world)
    return state === wanted ? null : `这张单是 ${state}，不是 ${wanted}`
  })

/** Takes the order as far as a state, by whoever of the table has the post; what must be dispatched goes to the handler. */
async function bring(world: World, handler: string, wanted: State, reworks: number): Promise<void> {
  const { item: key } = await facts(world)
  const item = world.preset.catalogue.find((row) => row.key === key)
  const evidence = new Map([['照片', '办理前、办理后']])
  const worker = holder(world, ['intake', 'dispatcher'])
  const reviewer = holder(world, ['reviewer'], handler)
  const caller = holder(world, ['caller'], handler)
  if (item?.automatic) await stateIs(world, 'offered')
  else {
    await must(move(world, worker, '受理', none))
    await must(
      item?.grabbable
        ? move(world, worker, '发布待抢', none)
        : move(world, worker, '派单', new Map([['派给', handler]])),
    )
  }
  if (wanted === 'dispatched') return
  await must(move(world, handler, (await facts(world)).state === 'offered' ? '抢单' : '签收', none))
  if (wanted === 'inProgress') return
  for (let round = 0; ; round += 1) {
    await must(move(world, handler, '首次联系', none))
    await must(move(world, handler, '办好了', evidence))
    if (wanted === 'handled') return
    await must(move(world, reviewer, '审核通过', none))
    const wantsMore = wanted === 'rework' ? round === 0 : round < reworks
    if (!wantsMore) break
    await must(move(world, caller, '重办', none))
    if (wanted === 'rework') return
  }
  if (wanted === 'closed') await must(move(world, caller, '回访结案', none))
}

const open = async (world: World, asker: string, itemName: string): Promise<void> =>
  place(world, asker, itemName, none)

/** Orders, their notices, their points and the public board. */
export const orderSteps = [
  step<World>('{}的{}单走到{}', async (world, [asker = '', item = '', state = '']) => {
    await open(world, asker, item)
    await stateIs(world, stateOf(state))
  }),
  step<World>('{}的{}单由{}办到{}', async (world, [asker = '', item = '', handler = '', state = '']) => {
    await open(world, asker, item)
    await bring(world, handler, stateOf(state), 0)
    await stateIs(world, stateOf(state))
  }),
  step<World>(
    '{}的{}单由{}办到{}，已重办{n}轮',
    async (world, [asker = '', item = '', handler = '', state = '', rounds = '0']) => {
      await open(world, asker, item)
      await bring(world, handler, stateOf(state), Number(rounds))
      await stateIs(world, stateOf(state))
    },
  ),
  step<World>('{}按下求助，要{}', async (world, [asker = '', item = ''], table) =>
    place(world, asker, item, fieldsOf(table)),
  ),
  step<World>('{}上报{}', async (world, [name = '', item = ''], table) =>
    place(world, name, item, fieldsOf(table), 'gridReport'),
  ),
  step<World>('{}自办自结{}，直到抽中一张要回访的', async (world, [name = '', item = ''], table) => {
    for (let tries = 0; tries < MOST_DRAWS; tries += 1) {
      await place(world, name, item, none, 'gridReport')
      await must(move(world, name, '自办自结', fieldsOf(table)))
      if ((await facts(world)).state === 'followUp') return
    }
    throw new Error(`自办自结了 ${MOST_DRAWS} 张，一张也没有抽中`)
  }),
  step<World>('{}对这张单做{}', async (world, [name = '', word = ''], table) => {
    await until(async () => {
      const { status, body } = await move(world, name, word, fieldsOf(table))
      if (status < 300) return null
      // The system's own steps (offering) may still be on their way; anything else is a real refusal.
      if (['orders.notNow', 'kernel.stale', 'orders.alreadyClaimed'].includes(String(body['code'])))
        return `做不成${word}：${JSON.stringify(body)}`
      throw new Error(`做不成${word}：${JSON.stringify(body)}`)
    })
  }),
  step<World>('{}和{}同时对这张单做{}', async (world, [one = '', other = '', word = '']) => {
    await stateIs(world, 'offered')
    const answers = await Promise.all([move(world, one, word, none), move(world, other, word, none)])
    world.lastAnswers = answers
    const first = (answers[0]?.status ?? 500) < 300
    Object.assign(world, { winner: first ? one : other, loser: first ? other : one })
  }),
  step<World>('只有一人抢到，另一人马上知道', async (world) => {
    expect(world.lastAnswers.filter(({ status }) => status === 200)).toHaveLength(1)
    expect(world.lastAnswers.find(({ status }) => status !== 200)?.body).toMatchObject({
      code: 'orders.alreadyClaimed',
    })
  }),
  step<World>('这张单是{}', async (world, [state = '']) => stateIs(world, stateOf(state))),
  step<World>('{}对这张单做不成{}', async (world, [name = '', word = ''], table) => {
    const before = await facts(world)
    const { status, body } = await move(world, name, word, fieldsOf(table))
    expect(status).toBeGreaterThanOrEqual(400)
    expect(status).toBeLessThan(500)
    expect(String(body['detail']).length).toBeGreaterThan(4)
    expect((await facts(world)).version).toBe(before.version)
  }),
  step<World>('{}看得到这张单', async (world, [name = '']) => {
    expect((await ask(world, personOf(world, name), 'GET', `/orders/${world.orderId}`)).status).toBe(200)
  }),
  step<World>('{}看不到这张单', async (world, [name = '']) => {
    const person = personOf(world, name)
    expect((await ask(world, person, 'GET', `/orders/${world.orderId}`)).status).toBe(404)
    for (const list of ['/me/tasks', '/me/orders'])
      expect(JSON.stringify((await ask(world, person, 'GET', list)).body)).not.toContain(world.orderId)
  }),
  step<World>('{}看得到这张单，里面没有{}', async (world, [name = '', words = '']) => {
    const { status, body } = await ask(world, personOf(world, name), 'GET', `/orders/${world.orderId}`)
    expect(status).toBe(200)
    for (const word of split(words)) expect(JSON.stringify(body)).not.toContain(word)
  }),
  step<World>('{}看得到这张单由{}在办、几点前办好', async (world, [name = '', handler = '']) => {
    const { body } = await ask(world, personOf(world, name), 'GET', `/orders/${world.orderId}`)
    expect(body).toMatchObject({
      owner: { kind: 'person', name: expect.stringContaining([...personOf(world, handler).name][0] ?? '') },
      due: { at: expect.any(String) },
    })
  }),
  step<World>('{}收到通知，里面有{}', async (world, [name = '', words = '']) => {
    const person = personOf(world, name)
    await until(async () => {
      const { body } = await ask(world, person, 'GET', '/me/notices')
      const mine = (body['items'] as { kind: NoticeKind; orderId: string | null }[]).filter(
        ({ orderId }) => orderId === world.orderId,
      )
      // A notice says what happened and opens the order, where the staff's own words stand.
      const opened = await ask(world, person, 'GET', `/orders/${world.orderId}`)
      const text = mine.map(({ kind }) => NOTICES[kind].zh).join('\n') + JSON.stringify(opened.body)
      return mine.length > 0 && text.includes(words) ? null : `通知里没有“${words}”：${text.slice(0, 400)}`
    })
  }),
  step<World>('{}手上有{n}张在办的单', async (world, [name = '', count = '']) => {
    const { body } = await ask(world, personOf(world, name), 'GET', '/claims')
    expect(body['openOrders']).toBe(Number(count))
  }),
  step<World>(
    '{}的{name}待入账{n}分、可用{n}分',
    async (world, [name = '', brand = '', pending = '', balance = '']) => {
      expect(brand).toBe(world.preset.labels['brand.points']?.zh)
      await until(async () => {
        const { body } = await ask(world, personOf(world, name), 'GET', '/me/points')
        return body['pending'] === Number(pending) && body['balance'] === Number(balance)
          ? null
          : `待入账 ${String(body['pending'])}，可用 ${String(body['balance'])}`
      })
    },
  ),
  step<World>(
    '三张清单上{}的需求是{n}张、服务是{n}张，{}',
    async (world, [item = '', placed = '', closed = '', gap = '']) => {
      const [reader] = holders(world, 'regionAdmin')
      await until(async () => {
        await world.house.settle()
        const { body } = await ask(world, reader, 'GET', '/insight/service-lists')
        const rows = (body as unknown as ServiceLists).items // the contract's shape of this read
        const row = rows.find(({ name }) => name.zh === item)
        const shown = [row?.need.placed, row?.service.closed, row?.gap ? GAPS[row.gap].zh : '没有缺口'].join()
        return shown === [placed, closed, gap].join() ? null : `三张清单上“${item}”是 ${shown}`
      })
    },
  ),
  step<World>('积分总账合计为零', async (world) => {
    const rows = await world.house.db.read<{ sum: number }>(
      { region: 1, system: true },
      sql`select coalesce(sum(balance), 0)::bigint as sum from point_accounts where region_id = 1`,
    )
    expect(rows[0]?.sum).toBe(0)
  }),
  step<World>('公开栏上有{}，里面没有{}', async (world, [words = '', secrets = '']) => {
    const { body } = await ask(world, undefined, 'GET', '/shown')
    expect(JSON.stringify(body)).toContain(words)
    for (const secret of split(secrets)) expect(JSON.stringify(body)).not.toContain(secret)
  }),
  step<World>('公开栏上没有{}', async (world, [words = '']) => {
    expect(JSON.stringify((await ask(world, undefined, 'GET', '/shown')).body)).not.toContain(words)
  }),
]
