import { expect, test } from 'vitest'
import { counted, rowsStyle } from './numbers.ts'

test.each([
  [0, '0'],
  [1204, '1204'],
  [34_245, '34\u202f245'],
])('%i is shown as %s', (value, shown) => {
  expect(counted(value)).toBe(shown)
})

test('columns are as wide as their longest count', () => {
  expect(rowsStyle(9, [3, 120, 45], [])).toEqual({ '--rows': 9, '--first': 3, '--second': 1 })
})
