import { expect, test } from 'vitest'
import { differences } from './compare.ts'
import { forPlace, table } from './words.ts'

const column = (name: string) => ({ table: 'lamps', name, type: 'text', nullable: false })
const catalogue = {
  lamps: table<{ id: string; owner: string }>(
    '路灯',
    'Lamps',
    { class: 'public', basis: 'noPerson', retention: forPlace },
    { id: ['编号', 'Id'], owner: ['产权人', 'Owner', { class: 'personal', basis: 'duty' }] },
  ),
}

test('a column without an entry and an entry without a column are both named', () => {
  expect(differences([column('id'), column('colour')], catalogue)).toEqual([
    'lamps.colour has no entry in the catalogue',
    "the catalogue's lamps.owner is not a column",
  ])
})

test("a column's own line outranks what holds for its table", () => {
  expect(catalogue.lamps.columns).toMatchObject({
    id: { class: 'public', basis: 'noPerson', retention: forPlace },
    owner: { class: 'personal', basis: 'duty', retention: forPlace },
  })
})
