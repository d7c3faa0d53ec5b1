import { expect, it } from 'vitest'
import { emptyDraft, missing, planOf } from './redrawDraft.ts'

const buildings = [
  { path: '/s1/c1/g1/b1/', name: '1栋' },
  { path: '/s1/c1/g1/b2/', name: '2栋' },
]
const draft = emptyDraft('/s1/c1/g1/')

it('asks for what is still to be chosen', () => {
  expect(missing(emptyDraft(undefined), [])).toEqual(['from'])
  expect(missing(draft, buildings)).toEqual(['picked', 'to'])
  expect(missing({ ...draft, kind: 'split' }, buildings)).toEqual(['names', 'partOf'])
  expect(missing({ ...draft, kind: 'split', names: ['东', '东 '] }, buildings)).toContain('names')
  expect(missing({ ...draft, kind: 'merge' }, buildings)).toEqual(['merged', 'names'])
})

it('says a move, a split and a merger in the one form', () => {
  const to = '/s1/c1/g2/'
  expect(planOf({ ...draft, to, picked: ['/s1/c1/g1/b1/'] }, buildings)).toEqual({
    closes: [],
    parts: [{ to, areas: ['/s1/c1/g1/b1/'] }],
  })
  const split = { ...draft, kind: 'split', names: ['东', '西'], partOf: { '/s1/c1/g1/b2/': 1 } } as const
  expect(missing(split, buildings)).toEqual([])
  expect(planOf(split, buildings)).toEqual({
    closes: ['/s1/c1/g1/'],
    parts: [
      { name: '东', areas: ['/s1/c1/g1/b1/'] },
      { name: '西', areas: ['/s1/c1/g1/b2/'] },
    ],
  })
  const merger = { ...draft, kind: 'merge', names: ['新', ''], merged: ['/s1/c1/g1/', to] } as const
  expect(planOf(merger, buildings)).toEqual({
    closes: ['/s1/c1/g1/', to],
    parts: [{ name: '新', areas: ['/s1/c1/g1/b1/', '/s1/c1/g1/b2/'] }],
  })
})
