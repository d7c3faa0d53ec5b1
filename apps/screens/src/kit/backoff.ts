/** Milliseconds to wait before the nth try (0 first): 1 s, doubling to 30 s, spread by up to a half so that many clients do not return at once. */
export function backoff(tries: number, random: number): number {
  const whole = Math.min(30_000, 1000 * 2 ** tries)
  return Math.round(whole * (0.5 + random / 2))
}
