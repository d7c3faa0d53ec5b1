import type { Hours } from '@linli/contract/stations/shapes'
import type { Standing } from './rules/hours.ts'

/** A row's hours as the rules read them. */
export const standingOf = (row: {
  readonly hours: Hours
  readonly from: string | null
  readonly to: string | null
}): Standing => ({
  hours: row.hours,
  from: row.from === null ? null : Date.parse(row.from),
  to: row.to === null ? null : Date.parse(row.to),
})
