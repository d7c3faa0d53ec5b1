import { codesOf } from '@linli/contract'
import { CLOCKS, type ClockKind } from '@linli/contract/orders/words'
import { describe, expect, test } from 'vitest'
import { dueWords, ownerWords, toneOf, whoAndWhen } from './words.ts'

const now = new Date('2026-03-04T02:00:00Z') // 10:00 in Beijing
const due = (clock: ClockKind, at: string) => ({ clock, at })

describe('who has an order, and by when', () => {
  test('a named holder by name, anybody else by what they are', () => {
    expect(ownerWords({ kind: 'person', name: '陈**' }).zh).toBe('陈**')
    expect(ownerWords({ kind: 'desk', name: null }).zh).toBe('社区受理台')
  })

  test('says what must have happened by when, and what has not happened yet when it is late', () => {
    expect(dueWords(due('handle', '2026-03-04T07:30:00Z'), now).zh).toBe('今天 15:30 前办好')
    expect(dueWords(due('accept', '2026-03-04T00:00:00Z'), now).zh).toBe('已超时 2 小时，还没受理')
  })

  test('every clock has words in both languages', () => {
    for (const clock of codesOf(CLOCKS)) {
      const { zh, en } = dueWords(due(clock, '2026-03-04T07:30:00Z'), now)
      expect(zh).toMatch(/前\S/)
      expect(en).toMatch(/^to be \w/)
    }
  })

  test('one line joins both; without a deadline only who', () => {
    const owner = { kind: 'pool', name: null } as const
    expect(whoAndWhen(owner, due('claim', '2026-03-05T01:00:00Z'), now).zh).toBe(
      '附近的志愿者，明天 09:00 前有人接单',
    )
    expect(whoAndWhen(owner, null, now).zh).toBe('附近的志愿者')
  })

  test('an overdue order looks late whatever its state', () => {
    expect(toneOf('inProgress', true)).toBe('late')
    expect(toneOf('closed', false)).toBe('done')
  })
})
