import type { ServiceHours } from '@linli/contract/people/shapes'

/** The same hours on several days, as people say it: 周一、周三 08:00 到 12:00. */
export type ServiceTime = { readonly days: readonly number[]; readonly from: string; readonly to: string }

/** Gathers rows of single days that have the same hours; days in their order, earliest hours first. */
export function timesOf(hours: ServiceHours): ServiceTime[] {
  const byHours = new Map<string, ServiceTime>()
  for (const { weekday, from, to } of hours) {
    const key = `${from} ${to}`
    const days = [...(byHours.get(key)?.days ?? []), weekday].sort((one, other) => one - other)
    byHours.set(key, { days, from, to })
  }
  return [...byHours.values()].sort((one, other) => (one.from < other.from ? -1 : 1))
}

/** One row for each day, as the contract keeps them. */
export const hoursOf = (times: readonly ServiceTime[]): ServiceHours =>
  times.flatMap(({ days, from, to }) => days.map((weekday) => ({ weekday, from, to })))

/** A time without a day, or that ends before it begins, cannot be kept. */
export const isSensible = ({ days, from, to }: ServiceTime) => days.length > 0 && from < to
