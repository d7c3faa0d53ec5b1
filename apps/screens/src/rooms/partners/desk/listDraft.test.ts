import { expect, it } from 'vitest'
import { linesOf, wordsOf } from './listDraft.ts'

it('is a line each, there and back, without the empty ones', () => {
  const lines = linesOf('修路灯\n\n  修雨棚 ', 'need', () => 'k')
  expect(lines).toEqual([
    { id: 'k', kind: 'need', words: '修路灯' },
    { id: 'k', kind: 'need', words: '修雨棚' },
  ])
  expect(wordsOf([...lines, { id: 'k', kind: 'project', words: '共建' }], 'need')).toBe('修路灯\n修雨棚')
})
