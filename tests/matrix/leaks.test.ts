import { deflateRawSync } from 'node:zlib'
import { utils, write } from '@e965/xlsx'
import { describe, expect, test } from 'vitest'
import type { Authz } from '../../apps/server/src/kernel/http/openapi.ts'
import { who } from '../../apps/server/src/kernel/policy/policy.ts'
import type { Actor } from '../kit/houseCast.ts'
import { ABROAD, canaryPhone, canaryText, HERE, THERE } from '../kit/houseGround.ts'
import { idsIn } from './ids.ts'
import { leaksIn } from './leaks.ts'
import { numberMistakes } from './numbers.ts'
import type { PolicyTable } from './sight.ts'

// The eye of the matrix must see: each kind of canary, planted where it must not stand, is named.

const policy: PolicyTable = {
  rowsOf: (): Authz => ({
    access: 'roles',
    rows: [...who('inScope', 'intake'), ...who('assigned', 'helper')],
  }),
  fields: {
    address: { clear: who('inScope', 'intake') },
    contactName: { clear: [], masked: who('inScope', 'intake') },
    contactPhone: { clear: [], masked: [...who('inScope', 'intake'), ...who('assigned', 'helper')] },
    staffRemark: { clear: who('inScope', 'intake') },
    assigneeName: { clear: who('inScope', 'intake') },
  },
}
const as = (role: Actor['role']): Actor => ({
  role,
  token: 'x',
  accountId: 'x',
  personId: 'x',
  unitId: null,
  isWide: false,
  region: 1,
  serial: '007',
})
const seen = (what: string | Buffer, role: Actor['role'], id = 'getOrder', headers = {}): string[] =>
  leaksIn({ bytes: Buffer.from(what), headers }, { id }, { actor: as(role), policy })

describe('a leak', () => {
  test.each([
    [canaryText(ABROAD, '诉求'), 'intake', '诉求金丝雀丙 in body'],
    [canaryText(THERE, '诉求'), 'intake', '诉求金丝雀乙 in body'],
    [canaryText(HERE, '诉求'), 'leader', '诉求金丝雀甲 in body'],
    [canaryText(HERE, '林'), 'intake', '林金丝雀甲 in body'],
    [canaryText({ mark: '戊007' }, '标题'), 'intake', '标题金丝雀戊007 in body'],
    [canaryText({ mark: '辛' }, '标题'), 'intake', '标题金丝雀辛 in body'],
    [canaryText({ mark: '壬008' }, '诉求'), 'helper', '诉求金丝雀壬008 in body'],
    [canaryText({ mark: '癸007' }, '诉求'), 'helper', '诉求金丝雀癸007 in body'],
    [canaryText(HERE, '从未见过'), 'intake', '从未见过金丝雀甲 in body'],
    [`"phone":"${canaryPhone(HERE)}"`, 'intake', `phone ${canaryPhone(HERE)} in body`],
    ['"phone":"139-1234 5678"', 'auditor', 'phone 13912345678 in body'],
    ['"phone":"1391234****"', 'intake', 'a mask of another form, 1391234****, in body'],
    ['"phone":"138****5007"', 'helper', 'masked phone 138****5007 (戊007) in body'],
    ['"phone":"138****6007"', 'helper', 'masked phone 138****6007 (己007) in body'],
    ['"id":"330106199003071234"', 'intake', 'identity number 330106199003071234 in body'],
    [String.raw`{"title":"诉求\u91d1\u4e1d\u96c0乙"}`, 'intake', '诉求金丝雀乙 in body, escaped'],
    [
      `"next":"${Buffer.from(canaryText(THERE, '标题')).toString('base64url')}"`,
      'intake',
      '标题金丝雀乙 in body, its cursor',
    ],
  ] as const)('%s answered to %s is seen', (text, role, leak) => {
    expect(seen(text, role)).toContain(leak)
  })

  test('is seen in the name of a file', () => {
    const name = encodeURIComponent(`${canaryText(HERE, '林')}.xlsx`)
    expect(
      seen('', 'intake', 'exportFigures', { 'content-disposition': `attachment; filename*=${name}` }),
    ).toEqual(['林金丝雀甲 in header content-disposition'])
  })

  test('is seen in a sheet, in an archive and in an archive within it', () => {
    const book = utils.book_new()
    utils.book_append_sheet(book, utils.aoa_to_sheet([[canaryText(THERE, '地址')]]), '总数')
    const bytes = write(book, { type: 'buffer', bookType: 'xlsx', compression: true }) as Buffer // any
    expect(seen(bytes, 'intake')).toEqual(['地址金丝雀乙 in xl/worksheets/sheet1.xml'])
    const inner = zipOf('名单.csv', Buffer.from(`姓名\r\n${canaryText(THERE, '林')}`))
    expect(seen(zipOf('全部.zip', inner), 'intake')).toEqual(['林金丝雀乙 in 全部.zip/名单.csv'])
  })

  test('is a number of too few, and an id that was not sent', () => {
    expect(numberMistakes('getFigures', { handlersToday: 2, today: { satisfaction: { rated: 9 } } })).toEqual(
      ['today.satisfaction.rated = 9, fewer than 10 ratings', 'handlersToday = 2, fewer than 3 people'],
    )
    expect(
      numberMistakes('getServiceLists', { items: [{ supply: { helpers: 3 } }, { supply: { helpers: 1 } }] }),
    ).toEqual(['items.supply.helpers = 1, fewer than 3 people'])
    const [sent, told] = ['01a1fcac-11d1-79ee-a34d-13912345678a', '01a1fcac-11d1-79ee-a34d-13912345678b']
    expect(idsIn(`${sent} ${told}`, { params: { id: sent } })).toEqual([told])
  })
})

test('what is theirs, masked or revealed on record is none', () => {
  expect(seen(`林** 138****0001 ${canaryText(HERE, '诉求')} ${canaryText(HERE, '地址')}`, 'intake')).toEqual(
    [],
  )
  expect(seen(`${canaryText(HERE, '称呼')} ${canaryPhone(HERE)}`, 'intake', 'revealContact')).toEqual([])
  expect(seen(`${canaryText({ mark: '壬007' }, '诉求')} 138****8007`, 'helper')).toEqual([])
  expect(seen('"id":"01a1fcac-11d1-79ee-a34d-13912345678a"', 'visitor')).toEqual([])
  expect(
    numberMistakes('getFigures', { handlersToday: null, today: { satisfaction: { rated: 10 } } }),
  ).toEqual([])
})

/** An archive with one packed part. */
function zipOf(name: string, bytes: Buffer): Buffer {
  const [title, packed] = [Buffer.from(name), deflateRawSync(bytes)]
  const common = Buffer.alloc(26)
  common.writeUInt16LE(20, 0)
  common.writeUInt16LE(8, 4)
  common.writeUInt32LE(packed.length, 14)
  common.writeUInt32LE(bytes.length, 18)
  common.writeUInt16LE(title.length, 22)
  const local = Buffer.concat([Buffer.from('PK\u0003\u0004', 'latin1'), common, title, packed])
  const entry = Buffer.concat([
    Buffer.from('PK\u0001\u0002\u0014\u0000', 'latin1'),
    common,
    Buffer.alloc(14),
    title,
  ])
  const end = Buffer.alloc(22)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(1, 8)
  end.writeUInt16LE(1, 10)
  end.writeUInt32LE(entry.length, 12)
  end.writeUInt32LE(local.length, 16)
  return Buffer.concat([local, entry, end])
}
