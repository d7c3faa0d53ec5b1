import type { Terms } from '../needs.ts'

/** How near is near, as the place says. */
export const walkShown = ({ minutes, metresPerMinute, detourHundredths }: Terms['walk']) => ({
  minutes,
  metresPerMinute,
  detourHundredths,
})

/** The rule of 信得过, without the version that holds it. */
export const ruleShown = ({ services, points, months, noticeDays }: Terms['trust']) => ({
  services,
  points,
  months,
  noticeDays,
})
