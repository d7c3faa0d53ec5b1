import fc from 'fast-check'
import { expect, it } from 'vitest'
import { chineseDigits, chineseNumber } from '../../../demo/large/names.ts'
import { canonical } from './addressText.ts'

it.each([
  ['十二栋三单元二〇三', '12栋3单元203'],
  ['三〇一', '301'],
  ['第二十栋', '20栋'],
  ['壹佰零伍号', '105号'],
  ['１２号楼　Ｂ座', '12号楼 B座'],
  ['两单元', '2单元'],
  ['百花洲', '百花洲'],
  ['a座', 'A座'],
])('writes %s as %s', (typed, plain) => {
  expect(canonical(typed)).toBe(plain)
})

it('reads every number that people say, counted or digit by digit, and changes nothing the second time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 999 }), (number) => {
      expect(canonical(`${chineseNumber(number)}栋`)).toBe(`${number}栋`)
      if (number >= 100) expect(canonical(chineseDigits(String(number)))).toBe(String(number))
    }),
  )
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'零〇一二十百第栋3A苑 ') }), (text) => {
      expect(canonical(canonical(text))).toBe(canonical(text))
    }),
  )
})
