import { expect, it } from 'vitest'
import { dayOf, isName, phoneDigits, shareOf } from './registerCells.ts'

it.each([
  ['13800000001', '13800000001'],
  ['138 0000 0001', '13800000001'],
  ['+86-138-0000-0001', '13800000001'],
  ['0791-88886666', '079188886666'],
  ['(0791)88886666', '079188886666'],
  ['1380000000', null],
  ['12345', null],
  ['0086 13800000001', '13800000001'],
  ['86138000000011', null],
  ['138000000011', null],
  ['013800000001x', null],
  ['x13800000001', null],
  ['13800861234', '13800861234'],
  ['一三八', null],
])('reads %s as %s', (written, digits) => {
  expect(phoneDigits(written)).toBe(digits)
})

it('takes no number and no empty cell for a name', () => {
  expect(['王秀兰', '阿卜杜·买买提', '', '13800000001', '长'.repeat(41)].map(isName)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
  expect(['长'.repeat(40), '王2', '2号'].map(isName)).toEqual([true, true, true])
})

it.each([
  ['2026-11-01', '2026-11-01'],
  ['2026/11/1', '2026-11-01'],
  ['2026.3.1', '2026-03-01'],
  ['2026年3月1日', '2026-03-01'],
  ['46327', '2026-11-01'],
  ['2026-02-30', null],
  ['2026-13-01', null],
  ['26-3-1', null],
  ['12345', null],
  ['明天', null],
  ['', null],
])('reads the day %s as %s', (written, day) => {
  expect(dayOf(written)).toBe(day)
})

it.each([
  ['50', 50],
  ['50%', 50],
  ['0.5', 50],
  ['0.07', 7],
  ['1', 100],
  ['1%', 1],
  ['100', 100],
  ['101', null],
  ['0', null],
  ['33.3', null],
  ['一半', null],
  ['', null],
])('reads the share %s as %s', (written, share) => {
  expect(shareOf(written)).toBe(share)
})
