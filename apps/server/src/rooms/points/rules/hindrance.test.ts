import { describe, expect, it } from 'vitest'
import { MOST_PIECES, mostPieces } from './hindrance.ts'

const terms = { points: 10, stock: null, base: 0, monthlyLimit: null }

describe('how many pieces a person may redeem', () => {
  it('is what points, pieces and the month leave, whichever is least', () => {
    expect(mostPieces(terms, 59, 0)).toEqual({ most: 5, hindrance: null })
    expect(mostPieces({ ...terms, stock: 3 }, 59, 0).most).toBe(3)
    expect(mostPieces({ ...terms, stock: 3, monthlyLimit: 4 }, 59, 2).most).toBe(2)
    expect(mostPieces(terms, 1_000_000, 500).most).toBe(MOST_PIECES)
  })

  it('counts only the points above the base', () => {
    expect(mostPieces({ ...terms, base: 1000 }, 1029, 0)).toEqual({ most: 2, hindrance: null })
    expect(mostPieces({ ...terms, base: 1000 }, 1009, 0)).toEqual({ most: 0, hindrance: 'belowBase' })
  })

  it('names what hinders, first what no points would change', () => {
    expect(mostPieces({ ...terms, stock: 0 }, 0, 0).hindrance).toBe('soldOut')
    expect(mostPieces({ ...terms, monthlyLimit: 2 }, 0, 2).hindrance).toBe('monthlyLimit')
    expect(mostPieces(terms, 9, 0)).toEqual({ most: 0, hindrance: 'tooFewPoints' })
  })
})
