import type { Kind } from '@linli/contract/orders/words'

type Asked = { readonly key: string; readonly kind: Kind; readonly words: string }
type Where = { readonly name: string; readonly address: string }
/** So many characters an order's address holds. */
const MOST_ADDRESS = 120

/** The order being written, begun at a station: its item and door are new, what was written or added before stays. */
export function beginAt(before: unknown, item: Asked, station: Where): object {
  const kept = typeof before === 'object' && before !== null ? before : {}
  const text = 'text' in kept && typeof kept.text === 'string' ? kept.text : ''
  return {
    ...kept,
    item: item.key,
    kind: item.kind,
    text: text.trim() === '' ? item.words : text,
    address: `${station.name}，${station.address}`.slice(0, MOST_ADDRESS),
  }
}
