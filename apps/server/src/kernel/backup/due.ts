const CHINA = 8 * 3_600_000

/**
 * The night whose backup is due at a moment, by China's calendar: from `at` on it is that day's.
 * @param at minutes after midnight
 * @returns `2026-11-21`
 */
export function nightDue(now: Date, at: number): string {
  return new Date(now.getTime() + CHINA - at * 60_000).toISOString().slice(0, 10)
}
