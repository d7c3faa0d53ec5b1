import PizZip from 'pizzip'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type LedgerTown, ledgerTown, type Refusal } from '../../../../../../tests/kit/ledgerTown.ts'
import type { Actor } from '../../../kernel/auth/actor.ts'

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
