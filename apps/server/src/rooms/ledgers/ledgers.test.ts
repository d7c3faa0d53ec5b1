import type { LedgerList, LedgerPage, LedgerTotals } from '@linli/contract/ledgers/shapes'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LedgerTown, ledgerTown, type Refusal } from '../../../../../tests/kit/ledgerTown.ts'
import { houseLedgers } from '../../house/ledgers.ts'
import { type Actor, systemScope } from '../../kernel/auth/actor.ts'

let town: LedgerTown
let house: LedgerTown['house']
let admin: Actor
let worker: Actor
beforeAll(async () => {
  town = await ledgerTown()
  ;({ house, admin, worker } = town)
})
afterAll(() => town.close())

describe('a ledger', () => {
  it('lists what opens to a role, and nothing else', async () => {
    const { body } = await house.read<LedgerList>(admin, '/ledgers')
    expect(body.items.map(({ key }) => key)).toEqual(houseLedgers.map(({ key }) => key))
    const own = await house.read<LedgerList>(worker, '/ledgers')
    expect(own.body.items.map(({ key }) => key)).not.toContain('points')
    expect((await house.read<Refusal>(worker, '/ledgers/points/rows')).status).toBe(404)
    for (const { key, filledBy: by } of body.items) expect(by.length, key).toBeGreaterThan(0)
    expect(body.items.find(({ key }) => key === 'gridReports')).toMatchObject({
      filledBy: [{ operation: 'placeOrder' }],
      retires: [{ zh: '网格事件上报登记本' }],
    })
    expect(body.sets.map(({ key, parts }) => [key, parts.length])).toEqual([['premises', 2]])
  })

  it('can read every one of them, sorted by every column that sorts', async () => {
    for (const ledger of houseLedgers)
      for (const { key } of [{ key: '' }, ...ledger.columns.filter(({ sorts }) => sorts)]) {
        const { body, status } = await house.read(
          admin,
          `/ledgers/${ledger.key}/rows?limit=2${key ? `&sort=${key}&down=true` : ''}`,
        )
        expect(status, `${ledger.key} ${key} ${JSON.stringify(body)}`).toBe(200)
      }
  })

  it('sums up: what is none of the named parts is one of them', async () => {
    const { body: totals } = await house.read<LedgerTotals>(admin, '/ledgers/gridReports/totals')
    expect(totals).toEqual({
      count: 66,
      groups: [
        { value: 'disputes', name: { zh: '矛盾纠纷', en: 'Disputes' }, count: 2 },
        { value: 'hazards', name: { zh: '安全隐患', en: 'Hazards' }, count: 31 },
        { value: 'favours', name: { zh: '服务群众', en: 'Services' }, count: 4 },
        { value: null, name: { zh: '其他', en: 'Other' }, count: 29 },
      ],
    })
    expect(totals.groups.reduce((sum, { count }) => sum + count, 0)).toBe(totals.count)
  })

  it('pages through every row once, in order, and only through the reader’s own areas', async () => {
    for (const sort of ['', '&sort=number', '&sort=placed&down=true']) {
      const pages = await town.readAll(admin, `/ledgers/orders/rows?limit=20${sort}`)
      const ids = pages.flatMap(({ items }) => items.map(({ id }) => id))
      expect(ids).toHaveLength(66)
      expect(new Set(ids).size).toBe(66)
    }
    const own = (await town.readAll(worker, '/ledgers/orders/rows?limit=100')).flatMap(({ items }) => items)
    expect(own).toHaveLength(33)
    expect(own.every(({ cells }) => String(cells['area']).includes('桃源社区'))).toBe(true)
    // Under areas there is no net of paths: the reader's own ones alone narrow them.
    const areas = (await town.readAll(worker, '/ledgers/areas/rows?limit=100')).flatMap(({ items }) => items)
    expect(areas.map(({ cells }) => cells['name'])).toEqual(['桃源社区'])
    const asked = await house.read<LedgerPage>(worker, `/ledgers/orders/rows?path=${town.communities[1]}`)
    expect(asked.body.items).toEqual([])
    const sum = (path: string) => house.read<LedgerTotals>(worker, `/ledgers/orders/totals${path}`)
    expect((await sum(`?path=${town.communities[1]}`)).body.count).toBe(0)
    expect((await sum('')).body.count).toBe(33)
  })

  it('filters by the values of a code, and refuses what it cannot', async () => {
    const of = async (query: string) =>
      (await house.read<LedgerTotals>(admin, `/ledgers/orders/totals?${query}`)).body.count
    expect(await of('only=item:fireLane&only=item:publicHazard&only=channel:gridReport')).toBe(31)
    expect(await of('from=2000-01-01&to=2000-01-02')).toBe(0)
    for (const query of [
      'only=title:x',
      'sort=title',
      `after=${Buffer.from('["a","b"]').toString('base64url')}`,
    ])
      expect((await house.read<Refusal>(admin, `/ledgers/orders/rows?${query}`)).body.code).toBe(
        'kernel.invalid',
      )
  })

  it('keeps each person’s own choice of columns', async () => {
    const chosen = await house.send(worker, '/ledgers/orders/columns', { columns: ['title', 'state'] })
    expect(chosen.status).toBe(200)
    const of = async (actor: Actor) =>
      (await house.read<LedgerList>(actor, '/ledgers')).body.items.find(({ key }) => key === 'orders')?.chosen
    expect(await of(worker)).toEqual(['title', 'state'])
    expect((await of(admin))?.length).toBeGreaterThan(10)
  })
})

describe('an auditor', () => {
  it('reads and takes out, on record, only what the ledgers open to auditors, and keeps a choice of columns', async () => {
    const auditor = await house.signIn('审计员', [{ role: 'auditor', areaPath: '/', unitId: null }])
    const { body } = await house.read<LedgerList>(auditor, '/ledgers')
    expect(body.items.map(({ key }) => key)).toEqual(
      houseLedgers.filter(({ roles }) => roles.includes('auditor')).map(({ key }) => key),
    )
    const [key = ''] = body.items.map((one) => one.key)
    const columns = body.items[0]?.columns.slice(0, 2).map((column) => column.key) ?? []
    expect((await house.send(auditor, `/ledgers/${key}/columns`, { columns })).status).toBe(200)
    const { id, row } = await town.exported(auditor, key, { format: 'csv', columns })
    expect(row.state).toBe('over')
    const recorded = await town.db.read(
      systemScope(1),
      sql`select 1 from audit_entries where region_id = 1 and action = 'exportLedger' and subject_id = ${id} and person_id = ${auditor.personId}::uuid`,
    )
    expect(recorded).toHaveLength(1)
    const closed = houseLedgers.find(({ roles }) => !roles.includes('auditor'))?.key ?? ''
    const refused = await house.send<Refusal>(auditor, `/ledgers/${closed}/exports`, {
      purpose: '审计',
      filters: {},
      format: 'csv',
      columns: ['x'],
    })
    expect(refused.status).toBe(404)
  })
})
