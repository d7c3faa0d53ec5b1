import { expect, it } from 'vitest'
import { begins } from './followOffices.ts'

const numbered = (): (() => string) => {
  let last = 0
  return () => {
    last += 1
    return `new${last}`
  }
}
const held = (id: string, to: string, key = 'p1 gridWorker') => ({ id, to, key, from: '2026-03-01' })

it('begins one row over every successor, each with an id of its own and all that it held', () => {
  expect(begins([held('a', '/c01/g01/'), held('a', '/c01/g02/')], numbered())).toEqual([
    { ...held('a', '/c01/g01/'), newId: 'new1' },
    { ...held('a', '/c01/g02/'), newId: 'new2' },
  ])
})

it('begins one row where two areas became one, and one for each of two holders', () => {
  const rows = [held('a', '/c01/g01/'), held('b', '/c01/g01/'), held('c', '/c01/g01/', 'p2 gridWorker')]
  expect(begins(rows, numbered()).map(({ id }) => id)).toEqual(['a', 'c'])
})
