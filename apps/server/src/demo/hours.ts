import type { Hours } from '@linli/contract/stations/shapes'

type Span = Hours['holidays'][number]

/** From one time of the day to another; `duty`: somebody of a roster is there. */
export const span = (from: string, to: string, duty = false): Span => ({ from, to, duty })
/** Day and night. */
export const ALWAYS = [span('00:00', '00:00')]

/** The same on every working day, and the same at weekends and on public holidays. */
export const hoursOf = (working: Span[], free: Span[]): Hours => ({
  week: {
    monday: working,
    tuesday: working,
    wednesday: working,
    thursday: working,
    friday: working,
    saturday: free,
    sunday: free,
  },
  holidays: free,
  days: [],
})
