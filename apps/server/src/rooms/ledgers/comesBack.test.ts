import { read, utils, write } from '@e965/xlsx'
import type { LedgerDifference } from '@linli/contract/ledgers/shapes'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { byText } from '../../../../../tests/kit/byText.ts'
import { OPEN_ALWAYS } from '../../../../../tests/kit/houseStations.ts'
import { type LedgerTown, ledgerTown, type Refusal } from '../../../../../tests/kit/ledgerTown.ts'
import type { Actor } from '../../kernel/auth/actor.ts'
import { newId } from '../../kernel/ids.ts'

let town: LedgerTown
let house: LedgerTown['house']
let admin: Actor
beforeAll(async () => {
  town = await ledgerTown()
  ;({ house, admin } = town)
})
afterAll(() => town.close())

describe('an edited export that comes back', () => {
  const station = {
    kind: 'fixed',
    position: { longitude: 1159000000, latitude: 286800000, system: 'wgs84' },
    photos: [],
    facilities: [],
    stepFree: false,
    hours: OPEN_ALWAYS,
    from: null,
    to: null,
  }
  /** What Excel would save after these cells were typed over. */
  const edited = (
    bytes: Buffer,
    edits: readonly (readonly [row: string, heading: string, value: string])[],
  ) => {
    const book = read(bytes)
    const sheet = book.Sheets[book.SheetNames[0] ?? '']
    if (!sheet) throw new Error('no sheet')
    const lines = utils.sheet_to_json<string[]>(sheet, { header: 1, raw: true, defval: '' })
    const [heading = []] = lines
    for (const [row, column, value] of edits) {
      const line = lines.find((one) => one[0] === row)
      if (line) line[heading.indexOf(column)] = value
    }
    const changed = utils.book_new()
    utils.book_append_sheet(changed, utils.aoa_to_sheet(lines), '台账')
    return write(changed, { type: 'buffer', bookType: 'xlsx' }) as Buffer // the type of `write` is any
  }
  const compare = (bytes: Buffer, actor = admin, ledger = 'stations') =>
    house.upload<LedgerDifference & Refusal>(actor, `/ledgers/${ledger}/differences`, {
      name: '台账.xlsx',
      bytes,
    })

  it('shows cell by cell what would change, what may not and what somebody else changed; commands carry the rest', async () => {
    const names = ['甲站', '乙站', '丙站']
    const ids = names.map(() => newId())
    for (const [at, name] of names.entries()) {
      const body = {
        ...station,
        id: ids[at],
        name,
        path: town.communities[0],
        address: `${at + 1} 号`,
        phone: null,
      }
      expect((await house.send(admin, '/stations', body)).status).toBe(201)
    }
    const { bytes } = await town.exported(admin, 'stations', {
      format: 'xlsx',
      columns: ['name', 'kind', 'area', 'address', 'phone', 'stepFree'],
    })
    // Meanwhile somebody else gives 乙站 another address.
    const other = {
      ...station,
      version: 1,
      name: '乙站',
      path: town.communities[0],
      address: '别人改的 9 号',
      phone: null,
    }
    expect((await house.send(admin, `/stations/${ids[1]}/changes`, other)).status).toBe(200)

    const { status, body } = await compare(
      edited(bytes, [
        ['甲站', '地址', '新街 8 号（东）'],
        ['甲站', '无障碍', '是'],
        ['乙站', '地址', '我改的 7 号'],
        ['丙站', '所在', '别的地方'],
        ['丙站', '无障碍', '大概'],
      ]),
    )
    expect(status, JSON.stringify(body)).toBe(200)
    const seen = body.rows.flatMap(({ title, cells }) =>
      cells.map(({ column, change, before, now, file }) => [title, column, change, before, now, file]),
    )
    expect(seen.toSorted(byText)).toEqual(
      [
        ['甲站', 'address', 'change', '1 号', '1 号', '新街 8 号（东）'],
        ['甲站', 'stepFree', 'change', false, false, true],
        ['乙站', 'address', 'conflict', '2 号', '别人改的 9 号', '我改的 7 号'],
        [
          '丙站',
          'area',
          'fixed',
          expect.stringContaining('桃源'),
          expect.stringContaining('桃源'),
          '别的地方',
        ],
        ['丙站', 'stepFree', 'invalid', false, false, '大概'],
      ].toSorted(byText),
    )
    // What a person accepts is the room's own command with the room's own version.
    const first = body.rows.find(({ title }) => title === '甲站')
    expect(body.operation).toBe('changeStation')
    const accepted = { ...first?.body, address: '新街 8 号（东）', stepFree: true }
    expect((await house.send(admin, `/stations/${first?.id}/changes`, accepted)).status).toBe(200)
    expect((await house.send<Refusal>(admin, `/stations/${first?.id}/changes`, accepted)).status).toBe(409)
    const again = await compare(
      edited(bytes, [
        ['甲站', '地址', '新街 8 号（东）'],
        ['甲站', '无障碍', '是'],
      ]),
    )
    expect(again.body.rows).toEqual([])
  })

  it('renames areas in the same way', async () => {
    const { bytes } = await town.exported(admin, 'areas', {
      format: 'xlsx',
      columns: ['name', 'compound', 'path', 'level'],
    })
    const { body } = await compare(edited(bytes, [['柳林社区', '名称', '柳林北社区']]), admin, 'areas')
    expect(body.rows).toHaveLength(1)
    const [row] = body.rows
    const renamed = await house.send(admin, `/areas/${row?.id}/rename`, { ...row?.body, name: '柳林北社区' })
    expect(renamed.status, JSON.stringify(renamed.body)).toBe(200)
  })

  it('is refused when it is another table, or the ledger fills itself alone', async () => {
    const { bytes } = await town.exported(admin, 'orders', { format: 'xlsx', columns: ['number'] })
    expect((await compare(bytes)).body.code).toBe('ledgers.wrongFile')
    expect((await compare(Buffer.from('PK'))).body.code).toBe('ledgers.wrongFile')
    expect((await compare(bytes, admin, 'orders')).body.code).toBe('ledgers.notEditable')
  })
})
