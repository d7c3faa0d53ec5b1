import { expect, it } from 'vitest'
import { movedUp } from './columnOrder.ts'

it('moves a column one place up, and the first nowhere', () => {
  expect(movedUp(['a', 'b', 'c'], 'c')).toEqual(['a', 'c', 'b'])
  expect(movedUp(['a', 'b', 'c'], 'a')).toEqual(['a', 'b', 'c'])
  expect(movedUp(['a', 'b'], 'x')).toEqual(['a', 'b'])
})
