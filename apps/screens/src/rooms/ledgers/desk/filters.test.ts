import { expect, it } from 'vitest'
import { chosenValue, filtersOf, searchOf, withValue } from './filters.ts'

it('reads its own address again', () => {
  const filters = {
    path: '/c1/',
    from: '2026-03-01',
    only: ['state:closed', 'item:fireLane'],
    sort: 'number',
    down: true,
  }
  expect(filtersOf(searchOf(filters))).toEqual(filters)
})

it('leaves out what does not fit', () => {
  expect(filtersOf(new URLSearchParams('from=gestern&path=../&only=state&down=true'))).toEqual({})
})

it('puts one value of a column in place of another', () => {
  const closed = withValue({ only: ['state:closed', 'kind:help'] }, 'state', 'submitted')
  expect(closed.only).toEqual(['kind:help', 'state:submitted'])
  expect(chosenValue(closed, 'state')).toBe('submitted')
  expect(withValue({ only: ['state:closed'] }, 'state', undefined)).toEqual({})
})
