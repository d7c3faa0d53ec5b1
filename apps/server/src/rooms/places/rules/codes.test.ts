import { expect, it } from 'vitest'
import { below, nextCode } from './codes.ts'

it('takes the number a name begins with, while it is free', () => {
  expect(nextCode('b', '3栋', new Set(['b1']))).toBe('b3')
  expect(nextCode('b', '03栋', new Set())).toBe('b3')
})

it('goes on after the highest number ever used, and never uses one again', () => {
  expect(nextCode('b', '3栋', new Set(['b3', 'b9']))).toBe('b10')
  expect(nextCode('c', '桃源社区', new Set())).toBe('c1')
  expect(nextCode('c', '桃源社区', new Set(['c01', 'c2', 'cx']))).toBe('c3')
})

it('takes a number only at the beginning of a name, and of a code only its own prefix', () => {
  expect(nextCode('b', '新3栋', new Set(['b1']))).toBe('b2')
  expect(nextCode('b', '新楼', new Set(['c9', 'b1', 'bx', 'b1.5']))).toBe('b2')
})

it('makes a path with a terminator', () => {
  expect(below('/', 's1')).toBe('/s1/')
  expect(below('/s1/', 'c3')).toBe('/s1/c3/')
})
