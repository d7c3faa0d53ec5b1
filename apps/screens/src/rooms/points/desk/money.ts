/** Fen as people write money: 9.90; below 0 with a minus. */
export const yuan = (fen: number): string => (fen / 100).toFixed(2)

/** What somebody typed as yuan, in fen; undefined when it is no amount of money. */
export function fenOf(typed: string): number | undefined {
  const [, whole, rest = ''] = /^(\d{1,7})(?:\.(\d{1,2}))?$/.exec(typed.trim()) ?? []
  return whole === undefined ? undefined : Number(whole) * 100 + Number(rest.padEnd(2, '0'))
}
