import type { OrderNeeds } from './needs.ts'
import { askedNow } from './store/reach.ts'

/** The helpers whom an offered order asks now: those on record of its newest wave; nobody once it is claimed. */
export const helpersAsked = (needs: OrderNeeds, region: number, orderId: string): Promise<string[]> =>
  askedNow(needs.db, region, orderId)
