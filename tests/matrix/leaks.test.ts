import { expect, test } from 'vitest'
import type { Authz } from '../../apps/server/src/kernel/http/openapi.ts'
import type { Actor } from '../kit/houseCast.ts'
import { ABROAD, canaryPhone, canaryText, HERE, THERE } from '../kit/houseGround.ts'
import { plain } from './builders/builder.ts'
import { leaksIn } from './leaks.ts'
import type { Cell } from './relations.ts'

// The eye of the matrix must see: each kind of canary, planted where it must not stand, is named.

const readers: Authz = { access: 'roles', rows: [{ role: 'intake', relation: 'inScope' }] }
const as = (role: Actor['role']): Actor => ({
  role,
  token: 'x',
  accountId: 'x',
  personId: 'x',
  unitId: null,
  isWide: false,
})
const seen = (text: string, role: Actor['role'], cell: Cell = 'none', reveals = false): string[] =>
  leaksIn(text, { actor: as(role), cell, builder: plain(undefined, { reveals }), readers })

test.each([
  [canaryText(ABROAD, '诉求'), 'intake', 'words of another region'],
  [canaryText(THERE, '诉求'), 'intake', 'words of another community'],
  [canaryText(HERE, '诉求'), 'leader', 'words of orders that are not theirs'],
  [canaryText(HERE, '林'), 'intake', 'a name in clear'],
  [`"phone":"${canaryPhone(HERE)}"`, 'intake', `phone ${canaryPhone(HERE)}`],
  ['"phone":"13912345678"', 'auditor', 'phone 13912345678'],
] as const)('%s answered to %s is a leak', (text, role, leak) => {
  expect(seen(text, role)).toContain(leak)
})

test('what is theirs, masked or revealed on record is none', () => {
  expect(seen(`林** 138****0001 ${canaryText(HERE, '诉求')}`, 'intake')).toEqual([])
  expect(seen(`${canaryText(HERE, '称呼')} ${canaryPhone(HERE)}`, 'intake', 'inScope', true)).toEqual([])
  expect(seen('"id":"01a1fcac-11d1-79ee-a34d-13912345678a"', 'visitor')).toEqual([])
})
