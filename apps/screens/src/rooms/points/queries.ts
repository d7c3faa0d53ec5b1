import { useQuery } from '../../kit/useQuery.ts'

/** Balance, pending points and entries of the signed-in person. */
export const useMyPoints = (after?: string) =>
  useQuery('myPoints', { query: { limit: 20, ...(after ? { after } : {}) } }, ['points.'])
