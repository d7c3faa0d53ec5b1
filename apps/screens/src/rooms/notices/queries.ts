import { useQuery } from '../../kit/useQuery.ts'

/** What the signed-in person was told, newest first. */
export const useNotices = (after?: string) =>
  useQuery('listNotices', { query: { limit: 20, ...(after ? { after } : {}) } }, ['notices.', 'orders.'])
