import type { ExportList } from '@linli/contract/ledgers/shapes'
import PizZip from 'pizzip'
import sql from 'sql-template-tag'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { type LedgerTown, ledgerTown, type Refusal } from '../../../../../../tests/kit/ledgerTown.ts'
import { houseLedgers } from '../../../house/ledgers.ts'
import { type Actor, systemScope } from '../../../kernel/auth/actor.ts'
import { newId } from '../../../kernel/ids.ts'
import { checkTemplate, documentOf } from './inThread.ts'

let town: LedgerTown
let house: LedgerTown['house']
let admin: Actor
let worker: Actor
beforeAll(async () => {
  town = await ledgerTown()
  ;({ house, admin, worker } = town)
})
afterAll(() => town.close())

describe('a template of the place', () => {
  const template = async (text: string, scope = 'table') => {
    const { bytes } = await house.read(admin, `/ledgers/orders/default-template?scope=${scope}`)
    const zip = new PizZip(bytes)
    const document = zip.file('word/document.xml')?.asText() ?? ''
    zip.file(
      'word/document.xml',
      document.replace('</w:body>', `<w:p><w:r><w:t>${text}</w:t></w:r></w:p></w:body>`),
    )
    return zip.generate({ type: 'nodebuffer' })
  }
  const add = (bytes: Buffer, scope = 'table') =>
    house.upload<Refusal & { id: string }>(
      admin,
      `/ledgers/orders/templates?scope=${scope}&name=${encodeURIComponent('月报')}`,
      { name: '月报.docx', bytes },
    )

  it('is filled with the rows', async () => {
    const { status, body } = await add(await template('呈报单位：社区'))
    expect(status, JSON.stringify(body)).toBe(201)
    const { bytes } = await town.exported(worker, 'orders', {
      format: 'docx',
      columns: ['number'],
      template: body.id,
    })
    const text = new PizZip(bytes).file('word/document.xml')?.asText() ?? ''
    expect(text).toContain('呈报单位：社区')
    expect(text).toContain('260301-00002-0')
    expect((await house.send(admin, `/ledger-templates/${body.id}/withdrawal`)).status).toBe(200)
  })

  it.each([
    ['{姓名}', '不是这本台账的列'],
    ['{#行}{#行}{单号}{/行}{/行}', '不能再套'],
    ['{#单号}{事情}{/单号}', '循环只能写'],
    ['{#行}{单号}', '没有写完整'],
  ])('with %s is refused, and says why', async (text, why) => {
    const { status, body } = await add(await template(text))
    expect(status).toBe(422)
    expect(body.code).toBe('ledgers.wrongTemplate')
    expect(body.errors.map(({ message }) => message).join()).toContain(why)
  })

  it('is refused when it fetches a picture from elsewhere, though a link beside it may stay', async () => {
    const zip = new PizZip(await template(''))
    const relation = (id: string, type: string) =>
      `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="http://example.org/x" TargetMode="External"/>`
    const name = 'word/_rels/document.xml.rels'
    const keep = zip.file(name)?.asText() ?? ''
    const having = (added: string): Buffer => {
      zip.file(name, keep.replace('</Relationships>', `${added}</Relationships>`))
      return zip.generate({ type: 'nodebuffer' })
    }
    expect((await add(having(relation('rA', 'hyperlink')))).status).toBe(201)
    const { body } = await add(having(relation('rA', 'hyperlink') + relation('rB', 'image')))
    expect(body.errors[0]?.message).toContain('引用了外面')
  })

  it('that broke after it was kept is no document, and the export says what to do', async () => {
    const id = newId()
    await town.db.commit(systemScope(1), [
      sql`insert into ledger_templates (region_id, id, ledger, scope, name, content, by_person, at)
        values (1, ${id}, 'orders', 'table', '坏了的', ${Buffer.from('no zip')}, ${admin.personId}, app_now())`,
    ])
    const { body } = await house.send<{ id: string }>(worker, '/ledgers/orders/exports', {
      purpose: '月底报表',
      filters: {},
      format: 'docx',
      columns: ['number'],
      template: id,
    })
    const row = await vi.waitUntil(
      async () => {
        const { body: list } = await house.read<ExportList>(worker, '/ledger-exports')
        return list.items.find((one) => one.id === body.id && one.state === 'refused')
      },
      { timeout: 20_000, interval: 50 },
    )
    expect(row.refused).toContain('重新传一个')
  })

  it('that takes too long or too much memory is given up, with what to do', async () => {
    const content = await template('')
    const columns = houseLedgers.find(({ key }) => key === 'orders')?.columns ?? []
    const moment = { seconds: 0.001, megabytes: 512 }
    await expect(checkTemplate(columns, 'table', content, moment)).rejects.toMatchObject({
      fields: [{ message: expect.stringContaining('太复杂') }],
    })
    const heading = {
      place: { zh: '都昌县', en: 'Duchang' },
      ledger: { zh: '诉求台账', en: 'Requests' },
      by: '郑伟',
      at: new Date(0).toISOString(),
      scope: '全部',
      purpose: '月报',
      about: 'table' as const,
    }
    const rows = Array.from({ length: 1000 }, (_, at) => ({
      id: String(at),
      cells: [],
      texts: columns.map(() => '很长的内容'.repeat(200)),
    }))
    await expect(
      documentOf(content, heading, columns, rows, { seconds: 60, megabytes: 16 }),
    ).rejects.toMatchObject({ code: 'ledgers.documentFailed' })
  })

  it('is refused when it is no document, or a bomb', async () => {
    expect((await add(Buffer.from('not a document'))).body.code).toBe('ledgers.wrongTemplate')
    const bomb = new PizZip(await template(''))
    bomb.file('word/media/large.bin', Buffer.alloc(20 * 1024 * 1024))
    const bytes = bomb.generate({ type: 'nodebuffer', compression: 'DEFLATE' })
    expect(bytes.length).toBeLessThan(100_000)
    const { body } = await add(bytes)
    expect(body.errors[0]?.message).toContain('太大')
  })
})
