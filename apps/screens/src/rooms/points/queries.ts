import type { Answer } from '../../kit/endpoints.ts'
import { type Query, useQuery } from '../../kit/useQuery.ts'

/** Balance, pending points and entries of the signed-in person. */
export const useMyPoints = (after?: string) =>
  useQuery('myPoints', { query: { limit: 20, ...(after ? { after } : {}) } }, ['points.'])

/** A page of the entries alone. */
export function useMyEntries(after?: string): Query<Answer<'myPoints'>['entries']> {
  const { data, ...query } = useMyPoints(after)
  return { ...query, data: data?.entries }
}
