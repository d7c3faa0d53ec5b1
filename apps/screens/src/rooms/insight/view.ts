/** What a wall shows: the orders, or what the ground promises and holds. */
export type View = 'orders' | 'ground'

/** The view of an address; what it does not know is the orders. */
export const viewFrom = (search: string): View =>
  new URLSearchParams(search).get('show') === 'ground' ? 'ground' : 'orders'
