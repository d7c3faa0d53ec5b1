import { useRead } from '../../../kit/desk/index.ts'

/** How many notices were not read yet, kept up by live events. */
export function useUnread() {
  const { data, refetch } = useRead('listNotices', { query: { limit: 1 } }, ['notices.'])
  return { unread: data?.unread ?? 0, renew: refetch }
}
