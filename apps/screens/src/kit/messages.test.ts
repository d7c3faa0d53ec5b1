import { expect, it } from 'vitest'
import { compileSource } from './messages.ts'

it('compiles placeholders and refuses other forms in a source sentence', () => {
  expect(compileSource('未发送 {count} 条，{0}')).toEqual(['未发送 ', ['count'], ' 条，', ['0']])
  expect(compileSource('首页')).toEqual(['首页'])
  expect(() => compileSource('{n, plural, other {# 条}}')).toThrow('Only {name}')
})
