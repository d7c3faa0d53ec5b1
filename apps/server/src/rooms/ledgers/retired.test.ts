import type { FormLedgers, MinutesSet, RetiredPage } from '@linli/contract/ledgers/shapes'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type LedgerTown, ledgerTown, type Refusal } from '../../../../../tests/kit/ledgerTown.ts'
import { type Actor, systemScope } from '../../kernel/auth/actor.ts'
import { newId } from '../../kernel/ids.ts'

let town: LedgerTown
let house: LedgerTown['house']
let admin: Actor
beforeAll(async () => {
  town = await ledgerTown()
  ;({ house, admin } = town)
})
afterAll(() => town.close())

const pageOf = async (reader = admin, months = 3) =>
  (await house.read<RetiredPage>(reader, `/retired-ledgers?months=${months}`)).body
const bookOf = ({ items }: RetiredPage) => {
  const book = items.find(({ key }) => key === 'gridBook')
  if (!book) throw new Error('the place has no such book')
  return book
}
const sumOf = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0)

it('counts month by month which paper ledgers are kept no more, entries times minutes', async () => {
  const page = await pageOf()
  expect(page.months).toHaveLength(3)
  const book = bookOf(page)
  expect(sumOf(book.months.map(({ entries }) => entries))).toBe(66)
  expect(sumOf(book.months.map(({ minutes }) => minutes))).toBe(66 * book.minutes)
  expect(book.ground.zh).toContain('估计')
  expect(book.filledBy.map(({ zh }) => zh)).toEqual(['点单'])
  for (const month of page.months) {
    const all = page.items.flatMap(({ months }) => months.filter((one) => one.month === month.month))
    expect(month.minutes).toBe(sumOf(all.map(({ minutes }) => minutes)))
  }
})

it('takes what a place measured from its month on, and leaves the months before as they were', async () => {
  const before = bookOf(await pageOf())
  const [now, last] = before.months.map(({ month }) => month)
  // Measured two months ago, and anew today.
  await town.db.commit(systemScope(1), [
    sql`insert into ledger_minutes (region_id, id, book, since, minutes, ground, by_person, at)
      values (1, ${newId()}, 'gridBook', (${`${last}-01`}::date - interval '1 month')::date, 7, '跟着记了一周', ${admin.personId}, app_now() - interval '60 days')`,
  ])
  const set = await house.send<MinutesSet>(admin, '/retired-ledgers/gridBook/minutes', {
    minutes: 9,
    ground: '三个网格各跟十件',
  })
  expect(set.status, JSON.stringify(set.body)).toBe(201)
  expect(set.body.since).toBe(now)
  const page = await pageOf()
  const book = bookOf(page)
  expect(book.months.map(({ each }) => each)).toEqual([9, 7, 7])
  for (const { entries, each, minutes } of book.months) expect(minutes).toBe(entries * each)
  expect(book).toMatchObject({ minutes: 9, ground: { zh: '三个网格各跟十件' } })
  expect(book.measured.map(({ minutes }) => minutes)).toEqual([9, 7])
  expect(page.mayMeasure).toBe(true)
  const recorded = await town.db.read(
    systemScope(1),
    sql`select reason from audit_entries where region_id = 1 and action = 'setLedgerMinutes'`,
  )
  expect(recorded).toEqual([{ reason: '三个网格各跟十件' }])
})

it('is measured by who keeps the whole place, a book that there is; who leads reads figures and no name', async () => {
  const body = { minutes: 5, ground: '量过' }
  expect((await house.send<Refusal>(admin, '/retired-ledgers/noSuchBook/minutes', body)).status).toBe(404)
  const part = await house.signIn('社区管理员', [
    { role: 'regionAdmin', areaPath: town.communities[0], unitId: null },
  ])
  expect((await house.send<Refusal>(part, '/retired-ledgers/gridBook/minutes', body)).status).toBe(403)
  const leader = await house.signIn('领导', [{ role: 'leader', areaPath: '/', unitId: null }])
  const page = await pageOf(leader)
  expect(page.mayMeasure).toBe(false)
  expect(bookOf(page).measured.every(({ by }) => by === null)).toBe(true)
})

it('tells a form which ledgers it fills and which paper ones that retires', async () => {
  const { body } = await house.read<FormLedgers>(town.worker, '/form-ledgers')
  const formOf = (operation: string) => body.items.find((one) => one.operation === operation)
  expect(formOf('recordVisits')).toMatchObject({
    ledgers: [{ key: 'visits', papers: [{ zh: '入户走访记录本' }] }],
  })
  expect(formOf('writeDutyLog')?.ledgers).toHaveLength(1)
  expect(body.items.map(({ operation }) => operation)).toHaveLength(
    new Set(body.items.map(({ operation }) => operation)).size,
  )
})
