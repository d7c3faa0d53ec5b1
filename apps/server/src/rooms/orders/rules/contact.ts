import type { Role } from '@linli/contract'
import type { OrderFacts } from './facts.ts'
import { type Asker, isAssigned, reachOf } from './standing.ts'

/** Who takes words down and calls back: they know whom they speak to. */
const DESK: readonly Role[] = ['intake', 'dispatcher', 'caller', 'regionAdmin']

/** 匿名 and 要求保密: the one who handles the order sees neither name nor number, also not by revealing. */
export function hidesContact(order: OrderFacts, reader: Asker): boolean {
  const wished = order.anonymous || order.confidential
  return wished && isAssigned(order, reader) && !DESK.some((role) => reader.covers(role, reachOf(order)))
}

/** Where the work is at the door, its handler needs the door; elsewhere an address would only say who asked. */
export const hidesAddress = (
  order: OrderFacts,
  reader: Asker,
  item: { readonly homeEntry: boolean } | undefined,
): boolean => hidesContact(order, reader) && !item?.homeEntry
