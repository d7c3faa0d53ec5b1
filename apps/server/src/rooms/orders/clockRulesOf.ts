import type { LimitKind, Urgency, WorkWindow } from '@linli/contract'
import { knownYears, type PlaceRules } from '../places/index.ts'
import type { ClockRules } from './rules/clockRules.ts'
import { type WorkCalendar, workCalendar } from './rules/workTime.ts'

/** The place's rows as clocks are counted by them. @throws when the place has no working week */
export function clockRulesOf(place: PlaceRules): ClockRules {
  const limits = new Map(
    place.clocks.map((rule) => [
      limitKey(rule.clock, rule.urgency, rule.item),
      { amount: rule.amount, unit: rule.unit, version: rule.versionId },
    ]),
  )
  const days = new Map(place.calendar.map(({ key, kind }) => [key, kind]))
  const years = knownYears(place.calendar)
  const calendars = new Map(
    place.weeks.map(({ key, days: week }) => [
      key,
      workCalendar(
        week.map((windows) => windows.map(minutes)),
        days,
        years,
      ),
    ]),
  )
  const region = calendars.get('region')
  if (!region) throw new Error('the place has no working week')
  const alerts = new Map(place.alerts.map((rule) => [rule.key, rule]))
  return {
    limitOf: (clock, urgency, item) =>
      (item ? limits.get(limitKey(clock, urgency, item)) : undefined) ??
      limits.get(limitKey(clock, urgency, null)),
    calendarOf: (unit): WorkCalendar => (unit ? calendars.get(unit) : undefined) ?? region,
    alertOf: (urgency) => alerts.get(urgency),
    policy: String(place.clockEdition).padStart(10, '0'),
  }
}

const minutes = ([from, to]: WorkWindow): readonly [number, number] => [minuteOf(from), minuteOf(to)]
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const limitKey = (clock: LimitKind, urgency: Urgency, item: string | null): string =>
  `${clock}/${urgency}/${item ?? ''}`
