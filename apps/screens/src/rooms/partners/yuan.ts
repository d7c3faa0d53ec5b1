/** Fen as yuan, exactly: 4000050 is 40,000.50. */
export function yuanWords(fen: number): string {
  const rest = fen % 100
  const whole = ((fen - rest) / 100).toLocaleString('en-US')
  return rest === 0 ? whole : `${whole}.${String(rest).padStart(2, '0')}`
}
