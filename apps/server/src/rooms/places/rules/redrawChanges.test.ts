import { describe, expect, it } from 'vitest'
import { type Became, redrawChanges } from './redrawChanges.ts'

const NEW = ['/c/g5/', '/c/g6/']
const parentOf = (path: string): string => path.replace(/[^/]+\/$/, '')
const pair = (from: string, to: string): Became => ({
  from,
  name: from,
  to,
  toName: to,
  toIsOpen: true,
  toBegan: NEW.includes(to) || NEW.includes(parentOf(to)) || to.endsWith('new/'),
  parentName: parentOf(to),
  parentIsOpen: true,
  parentBegan: NEW.includes(parentOf(to)),
})
const told = (kind: 'move' | 'split' | 'merge', ...pairs: Became[]) => {
  const { closes, opens, moves } = redrawChanges(kind, pairs)
  return {
    closes: closes.map(({ path, became }) => [path, ...became.map((one) => one.path)]),
    opens: opens.map(({ path }) => path),
    moves: moves.map(({ from, to }) => [from, to.path]),
  }
}

describe('what a redraw changed', () => {
  it('a move: no grid ends, and what lies below only goes along', () => {
    expect(told('move', pair('/c/g1/b1/', '/c/g2/b9new/'), pair('/c/g1/b1/e1/', '/c/g2/b9new/e1/'))).toEqual({
      closes: [],
      opens: [],
      moves: [['/c/g1/b1/', '/c/g2/']],
    })
  })
  it('a split: one ends, two begin', () => {
    expect(
      told(
        'split',
        pair('/c/g1/', '/c/g5/'),
        pair('/c/g1/', '/c/g6/'),
        pair('/c/g1/b1/', '/c/g5/b1/'),
        pair('/c/g1/b2/', '/c/g6/b2/'),
      ),
    ).toEqual({
      closes: [['/c/g1/', '/c/g5/', '/c/g6/']],
      opens: NEW,
      moves: [
        ['/c/g1/b1/', '/c/g5/'],
        ['/c/g1/b2/', '/c/g6/'],
      ],
    })
  })
  it('a split that ends nothing: a new grid of others’ buildings', () => {
    expect(told('split', pair('/c/g1/b1/', '/c/g5/b1/'), pair('/c/g2/b1/', '/c/g3/b7new/'))).toEqual({
      closes: [],
      opens: ['/c/g5/'],
      moves: [
        ['/c/g1/b1/', '/c/g5/'],
        ['/c/g2/b1/', '/c/g3/'],
      ],
    })
  })
  it('a merger into a grid that is there, with one building of another', () => {
    expect(
      told(
        'merge',
        pair('/c/g1/', '/c/g3/'),
        pair('/c/g1/b1/', '/c/g3/b8new/'),
        pair('/c/g2/b4/', '/c/g3/b9new/'),
      ),
    ).toEqual({
      closes: [['/c/g1/', '/c/g3/']],
      opens: [],
      moves: [
        ['/c/g1/b1/', '/c/g3/'],
        ['/c/g2/b4/', '/c/g3/'],
      ],
    })
  })
  it('an empty grid that ends in a new one', () => {
    expect(told('split', pair('/c/g1/', '/c/g5/'))).toEqual({
      closes: [['/c/g1/', '/c/g5/']],
      opens: ['/c/g5/'],
      moves: [],
    })
  })
})
