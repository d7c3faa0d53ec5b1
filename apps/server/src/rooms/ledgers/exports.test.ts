import { type CellObject, read } from '@e965/xlsx'
import type { PrintSheet } from '@linli/contract/ledgers/shapes'
import PizZip from 'pizzip'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LedgerTown, ledgerTown, type Refusal } from '../../../../../tests/kit/ledgerTown.ts'
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

const cellsOf = (bytes: Buffer): CellObject[][] => {
  const book = read(bytes, { dense: true })
  return book.Sheets[book.SheetNames[0] ?? '']?.['!data'] ?? []
}

describe('an export', () => {
  const columns = ['number', 'placed', 'title', 'state', 'round']

  it('is a workbook of numbers, dates and harmless texts, recorded with its purpose', async () => {
    const { id, row, bytes, file } = await town.exported(admin, 'orders', { format: 'xlsx', columns })
    expect(row).toMatchObject({ state: 'over', rows: 66, written: 66 })
    expect(file.status).toBe(200)
    const [heading, ...rows] = cellsOf(bytes)
    expect(heading?.map(({ v }) => v)).toEqual(['单号', '点单时间', '事情', '进度', '第几轮'])
    expect(rows).toHaveLength(66)
    expect(rows[0]?.map(({ t }) => t)).toEqual(['s', 'n', 's', 's', 'n'])
    const risky = rows.map((cells) => String(cells[2]?.v)).filter((text) => text.includes('HYPERLINK'))
    expect(risky).toEqual([`'=HYPERLINK("http://example.org")`])
    const [entry] = await town.db.read<{ reason: string; facts: object }>(
      systemScope(1),
      sql`select reason, facts from audit_entries where region_id = 1 and action = 'exportLedger' and subject_id = ${id}`,
    )
    expect(entry).toMatchObject({ reason: '月底报表', facts: { ledger: 'orders', format: 'xlsx' } })
  })

  it('is a csv that Excel reads as UTF-8', async () => {
    const { bytes } = await town.exported(worker, 'orders', { format: 'csv', columns })
    const text = bytes.toString('utf8')
    expect(text.startsWith('\ufeff单号,点单时间,事情,进度,第几轮\r\n')).toBe(true)
    expect(text.trim().split('\r\n')).toHaveLength(34)
    expect(text).toContain(`"'=HYPERLINK(""http://example.org"")"`)
  })

  it('is fetched by its owner only, each time on record', async () => {
    const { id } = await town.exported(worker, 'orders', { format: 'csv', columns })
    expect((await house.read<Refusal>(admin, `/ledger-exports/${id}/file`)).status).toBe(404)
    expect((await house.read(worker, `/ledger-exports/${id}/file`)).status).toBe(200)
    const fetched = await town.db.read(
      systemScope(1),
      sql`select 1 from audit_entries where region_id = 1 and action = 'fetchExport' and subject_id = ${id} and person_id = ${worker.personId}::uuid`,
    )
    expect(fetched).toHaveLength(2)
  })

  it('is a sheet to print with title, who, when and what of', async () => {
    const { bytes } = await town.exported(admin, 'orders', { format: 'print', columns })
    const sheet = JSON.parse(bytes.toString('utf8')) as PrintSheet // what the page reads
    expect(sheet).toMatchObject({ place: { zh: '都昌县' }, ledger: { zh: '诉求台账' }, by: '郑伟' })
    expect(sheet.scope).toContain('都昌县')
    expect(sheet.rows).toHaveLength(66)
  })

  it('is a document by the house’s own template, of all rows or of one', async () => {
    const all = await town.exported(worker, 'orders', { format: 'docx', columns })
    const text = new PizZip(all.bytes).file('word/document.xml')?.asText() ?? ''
    expect(text).toContain('第2件')
    expect(text).not.toContain('{')
    const [row] = (await town.readAll(worker, '/ledgers/orders/rows?limit=1&sort=number')).flatMap(
      ({ items }) => items,
    )
    const one = await town.exported(worker, 'orders', { format: 'docx', columns, row: row?.id })
    expect(one.row.written).toBe(1)
  })
})
