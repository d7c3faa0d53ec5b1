import type { Hindrance } from '@linli/contract/points/words'

export type Terms = {
  readonly points: number
  readonly stock: number | null
  readonly base: number
  readonly monthlyLimit: number | null
}

/** The most pieces of one redemption. */
export const MOST_PIECES = 99

/**
 * How many pieces of a reward a person may redeem at once now, and what hinders when it is none.
 * @param available points that can be spent: the balance less what is held
 * @param redeemed pieces of it that the person redeemed this month
 */
export function mostPieces(
  terms: Terms,
  available: number,
  redeemed: number,
): { most: number; hindrance: Hindrance | null } {
  const limits: readonly (readonly [Hindrance, number])[] = [
    ['soldOut', terms.stock ?? MOST_PIECES],
    ['monthlyLimit', (terms.monthlyLimit ?? redeemed + MOST_PIECES) - redeemed],
    ['tooFewPoints', Math.floor(available / terms.points)],
    ['belowBase', Math.floor((available - terms.base) / terms.points)],
  ]
  const met = limits.find(([, pieces]) => pieces < 1)
  return met
    ? { most: 0, hindrance: met[0] }
    : { most: Math.min(MOST_PIECES, ...limits.map(([, pieces]) => pieces)), hindrance: null }
}
