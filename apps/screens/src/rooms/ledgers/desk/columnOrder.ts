/** The same keys with one of them a place further up; the first stays. */
export function movedUp(order: readonly string[], key: string): string[] {
  const at = order.indexOf(key)
  if (at < 1) return [...order]
  return [...order.slice(0, at - 1), key, ...order.slice(at - 1, at), ...order.slice(at + 1)]
}
