import { expect, it } from 'vitest'
import { titleOf } from './words.ts'

it('keeps the title that was written, else the name of the item', () => {
  expect(titleOf('换灯', '家电维修', '灯坏了')).toBe('换灯')
  expect(titleOf(undefined, '家电维修', '灯坏了')).toBe('家电维修')
})

it('takes the first sentence of the text where nothing else is known', () => {
  expect(titleOf(undefined, undefined, '  厨房漏水。很急\n请来')).toBe('厨房漏水')
  expect(titleOf(undefined, undefined, '第一行\n第二行')).toBe('第一行')
})

it('shortens to 24 letters without cutting a character of two code units', () => {
  const title = titleOf(undefined, undefined, '𠮷'.repeat(40))
  expect([...title]).toHaveLength(24)
  expect(title.isWellFormed()).toBe(true)
  expect(titleOf(undefined, undefined, '灯'.repeat(24))).toBe('灯'.repeat(24))
})

it('never answers nothing for a text that says something', () => {
  expect(titleOf(undefined, undefined, '？灯坏了')).not.toBe('')
})
