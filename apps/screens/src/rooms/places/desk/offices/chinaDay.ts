/** The day it is in the region, as `2026-03-15`. @param at milliseconds since 1970 */
export const chinaDay = (at: number): string => new Date(at + 8 * 3600_000).toISOString().slice(0, 10)
