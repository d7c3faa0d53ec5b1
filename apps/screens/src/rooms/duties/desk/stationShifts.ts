import type { RosterShift } from '@linli/contract/duties/shapes'
import type { Hours, Span } from '@linli/contract/stations/shapes'
import { WEEKDAYS } from '@linli/contract/stations/words'

const WORKING = WEEKDAYS.slice(0, 5)
const FREE = WEEKDAYS.slice(5)
/** So many shifts a roster takes. */
const MOST = 6

/**
 * The shifts that somebody must serve at a station, from its hours: every stretch marked as duty on working days, and
 * every stretch of weekends and holidays. Where nothing is marked, all the hours of the week.
 */
export function stationShifts({ week, holidays }: Pick<Hours, 'week' | 'holidays'>): RosterShift[] {
  const on = (days: readonly (typeof WEEKDAYS)[number][]): Span[] => days.flatMap((day) => week[day])
  const marked = on(WORKING).filter(({ duty }) => duty)
  const working = shiftsOf(marked.length > 0 ? marked : on(WORKING), 'workday')
  const free = shiftsOf([...on(FREE), ...holidays], 'freeDay')
  return [...working, ...free].slice(0, MOST)
}

const minutesOf = (clock: string): number => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3))

function shiftsOf(spans: readonly Span[], on: 'workday' | 'freeDay'): RosterShift[] {
  const distinct = new Map(spans.map((span) => [`${span.from}-${span.to}`, span]))
  return [...distinct.values()]
    .sort((a, b) => minutesOf(a.from) - minutesOf(b.from))
    .map(({ from, to }, index) => {
      const length = (minutesOf(to) - minutesOf(from) + 1440) % 1440 || 1440
      return {
        key: `${on}${index + 1}`,
        name: `${from}–${to}`,
        start: from,
        minutes: Math.max(30, length),
        on,
      }
    })
}
