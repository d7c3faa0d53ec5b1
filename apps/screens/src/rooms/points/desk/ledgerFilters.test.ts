import { expect, it } from 'vitest'
import { daysOf, ledgerFilters } from './ledgerFilters.ts'

it('reads days and ids out of an address and leaves out anything else', () => {
  const id = '0192f000-0000-7000-8000-000000000001'
  const search = new URLSearchParams({ from: '2026-03-01', to: 'soon', account: id, order: 'x', q: 'y' })
  expect(ledgerFilters(search)).toEqual({ from: '2026-03-01', account: id })
})

it.each([
  ['2026-02', '2026-02-28'],
  ['2028-02', '2028-02-29'],
  ['2026-12', '2026-12-31'],
])('ends %s on its last day', (month, last) => {
  expect(daysOf(month)).toEqual({ from: `${month}-01`, to: last })
})
