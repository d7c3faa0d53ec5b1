import { expect, it } from 'vitest'
import { codeIn, counterAddress, groupsOf, isWhole } from './pickUpCode.ts'

it.each([
  ['12345678', '12345678'],
  [' 1234 5678 ', '12345678'],
  ['１２３４－５６７８', '12345678'],
  [counterAddress('https://linli.example:8443', '12345678'), '12345678'],
  ['领取码：', ''],
])('finds the digits in %s', (text, code) => {
  expect(codeIn(text)).toBe(code)
})

it('reads a code in groups of four and knows when it is whole', () => {
  expect(groupsOf('1234567890')).toEqual(['1234', '5678', '90'])
  expect(groupsOf('')).toEqual([])
  expect([isWhole('12345'), isWhole('123456'), isWhole('1234567890123')]).toEqual([false, true, false])
})
