import type { CampaignProgress, TakenArea } from '@linli/contract/visits/shapes'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { holdRows } from '../../../../../tests/kit/heldRow.ts'
import { openVisits, type ServedVisits } from '../../../../../tests/kit/visitsRoom.ts'
import type { Actor } from '../../kernel/auth/actor.ts'
import { newId } from '../../kernel/ids.ts'

let served: ServedVisits
let database: ServedVisits['database']
let house: ServedVisits['house']
let admin: ServedVisits['admin']
let walker: ServedVisits['walker']
let other: ServedVisits['other']
let dispatcher: ServedVisits['dispatcher']
let walks: ServedVisits['walks']
let begin: ServedVisits['begin']
let bring: ServedVisits['bring']
let totals: ServedVisits['totals']
let list: ServedVisits['list']
let open: ServedVisits['open']
let conflicts: ServedVisits['conflicts']

beforeAll(async () => {
  served = await openVisits()
  ;({
    database,
    house,
    admin,
    walker,
    other,
    dispatcher,
    walks,
    begin,
    bring,
    totals,
    list,
    open,
    conflicts,
  } = served)
})
afterAll(() => served.close())

describe('a visit that stands twice', () => {
  async function twice() {
    const { campaign, record } = await begin()
    const first = record(0)
    await bring(walker, first)
    const versions = [
      record(0, {
        visit: first.visit,
        replaces: [first.id],
        answers: { help: '要', what: ['送餐'] },
        orders: [newId()],
      }),
      record(0, { visit: first.visit, replaces: [first.id], answers: { help: '不要', people: 2 } }),
    ] as const
    await bring(walker, versions[0])
    await bring(other, versions[1])
    const settle = (who: Actor, body: object) =>
      house.send<{ ids: string[]; code?: string; errors?: { field: string }[] }>(
        who,
        `/visits/${first.visit}/settle`,
        {
          versions: versions.map(({ id }) => id),
          way: 'one',
          keep: versions[1].id,
          ...body,
        },
      )
    const stands = async () =>
      (await open(admin, first.visit)).body.versions.filter((version) => version.stands)
    return { campaign, visit: first.visit, versions, settle, stands }
  }

  it('is named to those who answer for it and not counted until it is settled', async () => {
    const { campaign, visit, settle } = await twice()
    expect(await conflicts(dispatcher, campaign)).toMatchObject([
      { visit, door: '桃源社区 一网格 1栋 101', versions: 2 },
    ])
    expect((await totals(dispatcher, campaign)).body).toMatchObject({ visits: 0, conflicts: 1 })
    expect((await list(dispatcher, campaign)).body.items.map(({ isTwice }) => isTwice)).toEqual([true, true])
    const progress = () => house.read<CampaignProgress>(admin, `/campaigns/${campaign}/progress`)
    expect((await progress()).body.conflicts).toBe(1)
    expect((await settle(dispatcher, {})).status).toBe(200)
    expect(await conflicts(dispatcher, campaign)).toEqual([])
    expect((await totals(dispatcher, campaign)).body).toMatchObject({ visits: 1, conflicts: 0 })
    expect((await progress()).body.conflicts).toBe(0)
  })

  it('holds as one of them; the other, its author and every order stay in the history', async () => {
    const { visit, versions, settle, stands } = await twice()
    const settled = await settle(other, {})
    expect(settled.status).toBe(200)
    expect(await stands()).toMatchObject([
      {
        id: settled.body.ids[0],
        visit,
        by: '李强',
        answers: versions[1].answers,
        orders: versions[0].orders,
      },
    ])
    const { body } = await open(admin, visit)
    expect(body.versions.length).toBe(4)
    expect(body.versions.find(({ id }) => id === versions[0].id)).toMatchObject({
      by: '徐建国',
      answers: versions[0].answers,
    })
  })

  it('holds as both, each a visit of its own, also on the phones', async () => {
    const { campaign, versions, settle, stands } = await twice()
    expect((await settle(dispatcher, { way: 'both' })).status).toBe(200)
    const both = await stands()
    expect(new Set(both.map(({ visit }) => visit)).size).toBe(2)
    expect(both.map(({ answers }) => JSON.stringify(answers)).sort()).toEqual(
      versions.map(({ answers }) => JSON.stringify(answers)).sort(),
    )
    expect((await totals(dispatcher, campaign)).body).toMatchObject({ visits: 2, conflicts: 0 })
    const { body } = await house.read<TakenArea>(walker, `/campaigns/${campaign}/area`)
    expect(body.households[0]?.heads.length).toBe(2)
  })

  it('holds answer by answer, judged as any record is', async () => {
    const { versions, settle, stands } = await twice()
    const [one, two] = versions
    const wrong = await settle(dispatcher, { way: 'fields', keep: two.id, take: { help: newId() } })
    expect([wrong.status, wrong.body.errors?.[0]?.field]).toEqual([400, 'take'])
    expect((await settle(dispatcher, { keep: newId() })).status).toBe(400)
    const unasked = await settle(dispatcher, {
      way: 'fields',
      keep: one.id,
      take: { what: two.id, help: one.id },
    })
    expect(unasked.status).toBe(200)
    expect(await stands()).toMatchObject([{ answers: { help: '要' }, orders: one.orders }])
  })

  it('is settled by one of two at the same moment; the other is told so and nothing is lost', async () => {
    const { campaign, versions, settle, stands } = await twice()
    const holder = new pg.Client({ connectionString: database.adminUrl })
    await holder.connect()
    const query = async (text: string, values?: unknown[]) => (await holder.query(text, values)).rows
    // Nobody writes until both have looked: else they meet by chance, and mostly do not.
    const held = await holdRows(query, 'lock table visit_records in share mode', [])
    const work = Promise.all([settle(dispatcher, {}), settle(admin, { way: 'both', keep: versions[0].id })])
    await held.waiting(2, work)
    await held.release()
    const both = await work
    await holder.end()
    const [won, lost] = both.toSorted((a, b) => a.status - b.status)
    expect([won?.status, lost?.status, lost?.body.code]).toEqual([200, 409, 'visits.settledMeanwhile'])
    expect((await stands()).length).toBe(won?.body.ids.length)
    expect(await conflicts(dispatcher, campaign)).toEqual([])
    expect((await settle(walker, {})).body.code).toBe('visits.settledMeanwhile')
  })

  it('is not settled over a version that nobody saw, nor outside the own area', async () => {
    const { versions, settle } = await twice()
    expect((await settle(dispatcher, { versions: [versions[0].id, newId()] })).body.code).toBe(
      'visits.settledMeanwhile',
    )
    const far = await walks('王强', 1)
    expect((await settle(far, {})).status).toBe(403)
    expect((await settle(await house.signIn('李桂兰'), {})).status).toBe(403)
  })
})
