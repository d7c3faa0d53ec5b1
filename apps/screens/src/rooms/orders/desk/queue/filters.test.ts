import { expect, it } from 'vitest'
import { changed, type Filters, filtersFrom, savedFrom, searchOf } from './filters.ts'

it('reads back every filter that it wrote', () => {
  const filters: Filters = {
    state: ['submitted', 'accepted'],
    kind: 'help',
    urgency: 'emergency',
    channel: 'telephone',
    path: '/s1/c2/',
    item: 'streetLight',
    q: '路灯 坏了',
    overdue: true,
  }
  expect(filtersFrom(searchOf(filters))).toEqual(filters)
})

it('leaves out codes that do not exist', () => {
  expect(filtersFrom('state=lost&kind=help&urgency=toString&overdue=perhaps')).toEqual({ kind: 'help' })
})

it('takes an emptied filter away', () => {
  expect(changed({ q: '灯', kind: 'help' }, 'q', '')).toEqual({ kind: 'help' })
  expect(changed({ overdue: true }, 'overdue', undefined)).toEqual({})
  expect(searchOf({})).toBe('')
})

it('saves what it shows', () => {
  expect(savedFrom({ state: ['followUp'], consented: true })).toEqual({
    state: ['followUp'],
    consented: true,
  })
})
