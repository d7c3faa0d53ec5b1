import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openVisits, type ServedVisits } from '../../../../../tests/kit/visitsRoom.ts'
import { systemScope } from '../../kernel/auth/actor.ts'
import { newId } from '../../kernel/ids.ts'

let served: ServedVisits
let database: ServedVisits['database']
let house: ServedVisits['house']
let walker: ServedVisits['walker']
let other: ServedVisits['other']
let dispatcher: ServedVisits['dispatcher']
let grids: ServedVisits['grids']
let walks: ServedVisits['walks']
let begin: ServedVisits['begin']
let bring: ServedVisits['bring']
let totals: ServedVisits['totals']
let list: ServedVisits['list']
let open: ServedVisits['open']

beforeAll(async () => {
  served = await openVisits()
  ;({ database, house, walker, other, dispatcher, grids, walks, begin, bring, totals, list, open } = served)
})
afterAll(() => served.close())

describe('what a campaign was answered', () => {
  it('is summed up question by question and grid by grid, and names nobody who walked', async () => {
    const { campaign, record } = await begin()
    await bring(
      walker,
      record(0, { answers: { help: '要', what: ['送餐', '维修'], people: 3, say: '扶手松了' } }),
      record(1, { answers: { help: '要', what: ['送餐'], people: 5 } }),
      record(2, { answers: { help: '不要', spot: { longitude: 115.9, latitude: 28.7, name: '1栋附近' } } }),
      record(3, { outcome: 'notHome', answers: {} }),
    )
    const { body } = await totals(dispatcher, campaign)
    expect([body.visits, body.conflicts, body.grids.map(({ path }) => path)]).toEqual([4, 0, grids])
    expect(
      body.questions.map(({ key, answered, choices, sum, least, most }) => [
        key,
        answered,
        choices,
        sum,
        least,
        most,
      ]),
    ).toEqual([
      [
        'help',
        3,
        [
          { choice: '要', visits: 2 },
          { choice: '不要', visits: 1 },
        ],
        null,
        null,
        null,
      ],
      [
        'what',
        2,
        [
          { choice: '送餐', visits: 2 },
          { choice: '陪诊', visits: 0 },
          { choice: '维修', visits: 1 },
        ],
        null,
        null,
        null,
      ],
      ['say', 1, [], null, null, null],
      ['people', 2, [], '8', '3', '5'],
      ['spot', 1, [], null, null, null],
    ])
    expect(body.places).toMatchObject([
      { question: 'spot', name: '1栋附近', longitude: 115.9, latitude: 28.7 },
    ])
    expect(JSON.stringify(body)).not.toContain('徐建国')
    const elsewhere = await totals(dispatcher, campaign, `?grid=${encodeURIComponent(grids[1] ?? '')}`)
    expect(elsewhere.body.visits).toBe(0)
  })

  it('is listed visit by visit, filtered by a choice, with what was written masked and not searched', async () => {
    const { campaign, record } = await begin()
    await bring(
      walker,
      record(0, { answers: { help: '要', what: ['送餐'], say: '老伴刚出院' } }),
      record(1, { answers: { help: '不要' } }),
      record(2, { outcome: 'notHome', answers: {} }),
    )
    const all = (await list(dispatcher, campaign)).body.items
    expect(all.length).toBe(3)
    expect(JSON.stringify(all)).not.toContain('出院')
    const said = all.flatMap(({ answers }) => answers).find(({ key }) => key === 'say')
    expect(said).toMatchObject({ shown: null, hidden: 5 })
    const asked = (query: string) => list(dispatcher, campaign, query)
    expect((await asked('?question=help&answer=要')).body.items.map(({ door }) => door)).toEqual([
      '桃源社区 一网格 1栋 101',
    ])
    expect((await asked('?question=what&answer=送餐')).body.items.length).toBe(1)
    expect((await asked('?question=say')).body.items.length).toBe(1)
    expect((await asked('?outcome=notHome')).body.items.length).toBe(1)
    expect((await asked('?question=say&answer=老伴刚出院')).status).toBe(400)
    expect((await asked('?answer=要')).status).toBe(400)
  })

  it('is read by those who answer for the area, each their part, and by nobody who leads or lives there', async () => {
    const { campaign, record } = await begin()
    await bring(walker, record(0))
    const far = await walks('王强', 1)
    expect((await list(walker, campaign)).body.items.length).toBe(1)
    expect((await list(far, campaign)).body.items).toEqual([])
    expect((await totals(far, campaign)).body.visits).toBe(0)
    const visit = (await list(walker, campaign)).body.items[0]?.visit ?? ''
    expect((await open(far, visit)).status).toBe(403)
    const leader = await house.signIn('赵敏', [{ role: 'leader', areaPath: '/', unitId: null }])
    const resident = await house.signIn('李桂兰')
    for (const nobody of [leader, resident])
      expect([
        (await totals(nobody, campaign)).status,
        (await list(nobody, campaign)).status,
        (await open(nobody, visit)).status,
      ]).toEqual([403, 403, 403])
  })

  it('is opened in words one door at a time; each look is recorded with its reason', async () => {
    const { campaign, record } = await begin()
    const first = record(0, { answers: { help: '要', say: '扶手松了' } })
    await bring(walker, first)
    await bring(other, record(0, { visit: first.visit, replaces: [first.id], answers: { help: '不要' } }))
    const { body } = await open(dispatcher, first.visit)
    expect(body).toMatchObject({ campaign, door: '桃源社区 一网格 1栋 101', household: first.household })
    expect(body.versions.map(({ by, stands, answers }) => [by, stands, answers])).toEqual([
      ['李强', true, { help: '不要' }],
      ['徐建国', false, { help: '要', say: '扶手松了' }],
    ])
    const looks = await database.db.read<{ person: string; reason: string }>(
      systemScope(1),
      sql`select person_id as person, reason from audit_entries where region_id = 1 and action = 'openVisit' and subject_id = ${first.household}`,
    )
    expect(looks).toEqual([{ person: dispatcher.personId, reason: '核对走访记录' }])
    expect((await open(dispatcher, newId())).status).toBe(404)
  })
})
