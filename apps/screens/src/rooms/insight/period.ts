/** The periods that can be chosen, in days up to today. */
export const PERIODS = [7, 30, 90] as const
export type Period = (typeof PERIODS)[number]
const USUAL: Period = 30

/** The period of an address; what it does not know is the usual one. */
export function periodFrom(search: string): Period {
  const written = new URLSearchParams(search).get('days')
  return PERIODS.find((days) => String(days) === written) ?? USUAL
}

/** The period as the search part of an address; nothing for the usual one. */
export const periodSearch = (days: Period): string => (days === USUAL ? '' : `?days=${days}`)
