import type { OrderFacts } from './facts.ts'

/** 匿名 and 要求保密: the one who handles the order sees neither name nor number, also not by revealing. */
export function hidesContact(
  order: Pick<OrderFacts, 'anonymous' | 'confidential'>,
  reader: { assigned: boolean; inScopeDesk: boolean },
): boolean {
  return (order.anonymous || order.confidential) && reader.assigned && !reader.inScopeDesk
}
