import fc from 'fast-check'
import { expect, it } from 'vitest'
import { Problem } from '../problem.ts'
import { assertWellFormed } from './wellFormed.ts'

function fieldOf(value: unknown): string | undefined {
  try {
    assertWellFormed(value)
    return undefined
  } catch (error) {
    if (error instanceof Problem) return error.fields[0]?.field
    throw error
  }
}

it.each([
  ['NUL', 'a\u0000b'],
  ['a control character', 'a\u0007b'],
  ['an escape', '\u001b[31m'],
  ['half a surrogate pair', '灯\ud83d'],
  ['the other half', '\ude00灯'],
])('refuses %s, wherever it stands', (_, text) => {
  expect(fieldOf({ detail: text })).toBe('detail')
  expect(fieldOf({ contact: { name: text } })).toBe('contact.name')
  expect(fieldOf({ photos: ['ok', text] })).toBe('photos.1')
  expect(fieldOf({ [text]: 1 })).toBe('')
  expect(fieldOf(text)).toBe('')
})

it('takes every whole text with blanks, tabs and lines, and whatever is no text', () => {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the characters that are refused
  const storable = /^[^\u0000-\u0008\u000b\u000c\u000e-\u001f]*$/
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }).filter((text) => storable.test(text)),
      (text) => {
        expect(fieldOf({ text: `${text}\n\t\r😀` })).toBeUndefined()
      },
    ),
  )
  expect(fieldOf([null, undefined, 1, true, {}])).toBeUndefined()
})

it('refuses what is nested without end, before the stack does', () => {
  const nested = (depth: number): unknown => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`)
  expect(fieldOf(nested(8))).toBeUndefined()
  expect(() => assertWellFormed(nested(50_000))).toThrow(Problem)
  expect(() => assertWellFormed(JSON.parse(`${'{"a":'.repeat(9000)}1${'}'.repeat(9000)}`))).toThrow(Problem)
})
