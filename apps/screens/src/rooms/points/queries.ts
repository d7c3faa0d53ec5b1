import type { Answer } from '../../kit/endpoints.ts'
import { type Query, useQuery } from '../../kit/useQuery.ts'

/** Events of one's own points and redemptions. */
const POINTS = ['points.'] as const

const page = (after: string | undefined) => ({ query: { limit: 20, ...(after ? { after } : {}) } })

/** Balance, pending points and entries of the signed-in person. */
export const useMyPoints = (after?: string) => useQuery('myPoints', page(after), POINTS)

/** A page of the entries alone. */
export function useMyEntries(after?: string): Query<Answer<'myPoints'>['entries']> {
  const { data, ...query } = useMyPoints(after)
  return { ...query, data: data?.entries }
}

/** What is offered where the person has points, and what may be spent. */
export const useShelf = (after?: string) => useQuery('listRewards', page(after), POINTS)

/** One's own redemptions, newest first, with the codes of those that wait. */
export const useMyRedemptions = (after?: string) => useQuery('myRedemptions', page(after), POINTS)
