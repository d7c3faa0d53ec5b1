import { useQuery } from '../../kit/useQuery.ts'

/** Events of any order; the server sends only those that concern this person. */
const ORDERS = ['orders.'] as const
const PAGE = 20

const page = (after: string | undefined) => ({ query: { limit: PAGE, ...(after ? { after } : {}) } })

/** What this person asked for, newest first. */
export const useMyOrders = (after?: string) => useQuery('listMyOrders', page(after), ORDERS)

/** What this person has in hand to do. */
export const useMyTasks = (after?: string) => useQuery('listMyTasks', page(after), ORDERS)

export const useOrder = (id: string) => useQuery('getOrder', { params: { id } }, ORDERS)

/** Orders this helper may claim now, and why not if not. */
export const useClaims = () => useQuery('listClaims', {}, ORDERS)

/** Orders shown to everybody, without personal data. */
export const useShownOrders = (after?: string) => useQuery('listShown', page(after))

export const useShownOrder = (slug: string) => useQuery('getShown', { params: { slug } })
