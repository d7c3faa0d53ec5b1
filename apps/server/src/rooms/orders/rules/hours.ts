export type ServiceHour = { readonly weekday: number; readonly from: string; readonly to: string }

/**
 * Whether a helper serves at this moment. No hours means any time by day; nobody is asked between 21:00 and 7:00 unless
 * the hours say so.
 * @param at the weekday (1 Monday to 7 Sunday) and the time `HH:MM` in the region's own clock
 */
export function servesAt(hours: readonly ServiceHour[], at: { weekday: number; time: string }): boolean {
  if (hours.length === 0) return !isNight(at.time)
  return hours.some(({ weekday, from, to }) => weekday === at.weekday && at.time >= from && at.time < to)
}

/** 21:00 to 7:00, by a time `HH:MM`. */
export const isNight = (time: string): boolean => time < '07:00' || time >= '21:00'
