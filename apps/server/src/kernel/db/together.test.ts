import sql from 'sql-template-tag'
import { expect, it } from 'vitest'
import { together } from './together.ts'

const insert = (n: number) => sql`insert into t (a) values (${n})`

it('makes one statement of several inserts, with the values of all in their order', () => {
  const { text, values } = together([insert(1), insert(2), insert(3)])
  expect(text).toBe(
    'with i0 as (insert into t (a) values ($1)),i1 as (insert into t (a) values ($2)) insert into t (a) values ($3)',
  )
  expect(values).toEqual([1, 2, 3])
})

it('leaves one alone as it is, and takes none for a mistake', () => {
  expect(together([insert(1)]).text).toBe('insert into t (a) values ($1)')
  expect(() => together([])).toThrow('nothing to insert')
})
