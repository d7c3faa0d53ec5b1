import type { ReportView } from '@linli/contract/partners/reportShapes'
import type { CheckInRow, MyReporting } from '@linli/contract/partners/shapes'
import type { ListDraft, PartnerList } from '@linli/contract/partners/sharingShapes'
import { LIST_KINDS, SERVICE_FACTS } from '@linli/contract/partners/words'
import type { Static } from '@linli/contract/schema'
import sql from 'sql-template-tag'
import { expect } from 'vitest'
import { systemScope } from '../../../apps/server/src/kernel/auth/actor.ts'
import { newId } from '../../../apps/server/src/kernel/ids.ts'
import type { World } from '../moves.ts'
import { step } from '../run.ts'
import { allOf, dayOf, told } from '../tell.ts'
import { seat, unitId } from '../town.ts'
import { communitiesOf, plantUnits } from './units.ts'

/** What a unit brings along, in every scene that does not say more. */
const BRINGS = '会议室、停车位，周末能来十个人'
const unitCheckIns = async (world: World, office: string): Promise<CheckInRow[]> =>
  allOf(world, office, '/check-ins?kind=unit')
/** The check-in of one unit, as the community reads it. */
async function unitCheckIn(world: World, office: string, unit: string): Promise<CheckInRow> {
  const found = (await unitCheckIns(world, office)).find(({ unitName }) => unitName.zh === unit)
  if (!found) throw new Error(`${unit}还没有报到`)
  return found
}

/** Reports a unit by its liaison and lets the community accept it. */
async function report(
  world: World,
  liaison: string,
  { unit, path, office }: { unit: string; path: string; office: string },
): Promise<void> {
  const id = newId()
  await told(world, liaison, 'POST', '/check-ins/units', {
    id,
    unitId: unit,
    path,
    skills: [],
    brings: BRINGS,
  })
  await told(world, office, 'POST', `/check-ins/${id}/decision`, { accept: true })
}

/** 单位报到, 双报告 and the lists of 3+1. */
export const reportingSteps = [
  step<World>('{}代表{}到{}报到，{}接收', async (world, [liaison = '', unit = '', path = '', office = '']) =>
    report(world, liaison, { unit: await unitId(world, unit), path, office }),
  ),
  step<World>(
    '{n}个单位的{}到{n}个社区报到，{}都接收了',
    async (world, [count = '0', post = '', communities = '0', office = '']) => {
      const paths = await communitiesOf(world, Number(communities))
      const liaison = '报到联络员'
      for (const [at, { id, name }] of (await plantUnits(world, Number(count))).entries()) {
        const of = { phone: '', skill: '', homeEntry: false }
        await seat(world, world.preset.key, { name: liaison, post, where: name, ...of })
        await report(world, liaison, { unit: id, path: paths[at % paths.length] ?? '/', office })
      }
    },
  ),
  step<World>(
    '{}看到{n}个单位在{n}个社区报到，每个社区{n}到{n}个',
    async (world, [office = '', count = '', communities = '', least = '', most = '']) => {
      const accepted = (await unitCheckIns(world, office)).filter(({ state }) => state === 'accepted')
      const each = [...Map.groupBy(accepted, ({ path }) => path).values()].map(({ length }) => length)
      expect([accepted.length, each.length]).toEqual([Number(count), Number(communities)])
      expect([Math.min(...each), Math.max(...each)]).toEqual([Number(least), Number(most)])
    },
  ),
  // Members by the thousand came before the house did: their reporting is taken over as it stands.
  step<World>('{n}名党员早已报到，单位是这{n}家', async (world, [members = '0', units = '0']) => {
    const before = await world.house.db.read<{ n: number }>(
      systemScope(1),
      sql`select count(*)::int as n from check_ins where region_id = 1 and kind = 'unit' and state = 'accepted'`,
    )
    expect(before[0]?.n).toBe(Number(units))
    await world.house.db.commit(systemScope(1), [
      sql`with unit as (select unit_id, path, row_number() over (order by id) - 1 as at from check_ins where region_id = 1 and kind = 'unit'),
          folk as (insert into people (region_id, id, name, path, created_at)
            select 1, md5('reported' || n)::uuid, '报到' || n, '/', app_now() from generate_series(1, ${Number(members)}::int) n)
          insert into check_ins (region_id, id, kind, unit_id, person_id, path, times, state, asked_at, decided_at)
          select 1, gen_random_uuid(), 'member', u.unit_id, md5('reported' || n)::uuid, u.path, '{saturdays}', 'accepted', app_now(), app_now()
          from generate_series(1, ${Number(members)}::int) n join unit u on u.at = n % ${Number(units)}::int`,
    ])
  }),
  step<World>('{}看到{n}名党员报到', async (world, [office = '', members = '']) => {
    const found = await allOf<CheckInRow>(world, office, '/check-ins?kind=member&state=accepted')
    expect(found).toHaveLength(Number(members))
  }),
  step<World>('{}看到反馈卡上只有事实：办结{n}张单', async (world, [name = '', orders = '']) => {
    const { cards } = await told<MyReporting>(world, name, 'GET', '/me/reporting')
    expect(cards[0]).toMatchObject({ state: 'drawn', facts: { orders: Number(orders) } })
    // Facts of service and nothing in which anybody could be marked.
    expect(Object.keys(cards[0]?.facts ?? {}).toSorted()).toEqual(Object.keys(SERVICE_FACTS).toSorted())
  }),
  step<World>(
    '{}给{}填服务报告，{}先看，写上{}',
    async (world, [office = '', unit = '', liaison = '', words = '']) => {
      const { id } = await unitCheckIn(world, office, unit)
      const days = { fromOn: dayOf(world, -30), toOn: dayOf(world) }
      await told(world, office, 'POST', `/check-ins/${id}/reports`, { id: newId(), ...days })
      const [shown] = await allOf<ReportView>(world, liaison, '/unit-reports/of-my-unit')
      expect(shown?.state).toBe('drawn')
      const answer = { version: shown?.version, words }
      await told(world, liaison, 'POST', `/unit-reports/${shown?.id}/answer`, answer)
    },
  ),
  step<World>(
    '{}看到报告上有{n}名党员、{n}张送交的反馈卡、{n}张办结的单，没有任何人的名字',
    async (world, [office = '', members = '', cards = '', orders = '']) => {
      const [report] = await allOf<ReportView>(world, office, '/unit-reports')
      expect(report).toMatchObject({
        state: 'answered',
        facts: { members: Number(members), cards: Number(cards), orders: Number(orders) },
      })
      for (const name of world.people.keys()) expect(JSON.stringify(report)).not.toContain(name)
    },
  ),
  step<World>(
    '{}和{}签共建协议，单位承诺{}，{}签字',
    async (world, [office = '', unit = '', words = '', liaison = '']) => {
      const { path } = await unitCheckIn(world, office, unit)
      const id = newId()
      await told(world, office, 'POST', '/agreements', {
        id,
        unitId: await unitId(world, unit),
        path,
        title: '结对共建协议',
        promises: [{ id: newId(), kind: 'task', side: 'unit', words, dueOn: dayOf(world, 60) }],
        fromOn: dayOf(world, -1),
        toOn: dayOf(world, 300),
        isPublic: true,
      })
      await told(world, liaison, 'POST', `/agreements/${id}/answer`, { version: 1, signs: true })
    },
  ),
  step<World>('{}按已有的记录给{}起草3+1清单，送去', async (world, [office = '', unit = '']) => {
    const { path } = await unitCheckIn(world, office, unit)
    const id = await unitId(world, unit)
    const { lines } = await told<Static<typeof ListDraft>>(
      world,
      office,
      'GET',
      `/partner-lists/draft?unitId=${id}&path=${encodeURIComponent(path)}`,
    )
    await told(world, office, 'POST', '/partner-lists', { id: newId(), unitId: id, path, lines })
  }),
  step<World>('{}看到{}，认下需求和项目各一条', async (world, [liaison = '', kinds = '']) => {
    const [list] = await allOf<PartnerList>(world, liaison, '/partner-lists/of-my-unit')
    const lines = Map.groupBy(list?.lines ?? [], ({ kind }) => LIST_KINDS[kind].zh)
    expect(new Set<string>(lines.keys())).toEqual(new Set(kinds.split('、')))
    const takes = (['需求清单', '项目清单'] as const).flatMap((kind) => lines.get(kind)?.slice(0, 1) ?? [])
    expect(takes).toHaveLength(2)
    const answer = { takes: takes.map(({ id }) => id), words: '这两件我们来办' }
    await told(world, liaison, 'POST', `/partner-lists/${list?.id}/answer`, answer)
  }),
  step<World>('{}看到{}认下了{n}条', async (world, [office = '', unit = '', count = '']) => {
    const lists = await allOf<PartnerList>(world, office, '/partner-lists')
    const sent = lists.find(({ unitName }) => unitName.zh === unit)
    expect(sent?.takes).toHaveLength(Number(count))
  }),
  step<World>('{}看得到自己的正面清单和负面清单，没有分数和名次', async (world, [name = '']) => {
    const { lists } = await told<MyReporting>(world, name, 'GET', '/me/reporting')
    const named = (of: string) => lists.flatMap(({ party, name: words }) => (party === of ? [words.zh] : []))
    expect(named('member')).toContain('接单帮邻居办事')
    expect(named('everybody')).toContain('不给报到的人打分排名')
    for (const line of lists) expect(Object.keys(line).toSorted()).toEqual(['done', 'key', 'name', 'party'])
  }),
]
