const MOST_TIMES_QUOTA = 3

/** A helper may choose up to three times the place's usual number of open orders. */
export const quotaFits = (quota: number, usual: number): boolean => quota <= usual * MOST_TIMES_QUOTA

/** Whether the place knows every skill that was said. */
export const skillsKnown = (said: readonly string[], known: readonly { readonly key: string }[]): boolean =>
  said.every((skill) => known.some(({ key }) => key === skill))

/** Hours must end after they begin; a night is written as two: until 24:00 and from 00:00. */
export const hoursFit = (hours: readonly { readonly from: string; readonly to: string }[]): boolean =>
  hours.every(({ from, to }) => from < to)
