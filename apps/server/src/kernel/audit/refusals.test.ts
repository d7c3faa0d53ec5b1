import { expect, it } from 'vitest'
import type { Actor } from '../auth/actor.ts'
import { newId } from '../ids.ts'
import { refusalLimit } from './refusals.ts'

const somebody = (accountId: string): Actor => ({
  region: 1,
  accountId,
  personId: 'person',
  sessionId: 'session',
  grants: [],
  units: [],
  teams: [],
})
const attempt = (operation: string, subjectId?: string) => ({
  operation,
  subjectKind: 'order',
  subjectId,
  reveals: false,
})

it('writes the same attempt once a minute, another one at once', () => {
  let clock = 0
  const isFirst = refusalLimit(() => clock)
  const [one, two] = [somebody('one'), somebody('two')]
  expect(isFirst(one, attempt('getOrder', 'a'))).toBe(true)
  expect(isFirst(one, attempt('getOrder', 'a'))).toBe(false)
  expect(isFirst(one, attempt('getOrder', 'b'))).toBe(true)
  expect(isFirst(one, attempt('revealContact', 'a'))).toBe(true)
  expect(isFirst(two, attempt('getOrder', 'a'))).toBe(true)
  clock = 59_999
  expect(isFirst(one, attempt('getOrder', 'a'))).toBe(false)
  clock = 60_000
  expect(isFirst(one, attempt('getOrder', 'a'))).toBe(true)
})

it('writes thirty rows of one person a minute, and others’ all the same', () => {
  const isFirst = refusalLimit(() => 0)
  const guesses = Array.from({ length: 100 }, () => isFirst(somebody('one'), attempt('getOrder', newId())))
  expect(guesses.filter(Boolean)).toHaveLength(30)
  expect(isFirst(somebody('two'), attempt('getOrder', newId()))).toBe(true)
})
