import type { Answer } from '../../../../kit/endpoints.ts'

type DayRow = Answer<'listDays'>['items'][number]
/** Days that follow one another and are alike: a holiday as people speak of it. */
export type Stretch = Omit<DayRow, 'day'> & {
  readonly from: string
  readonly to: string
  readonly days: number
}

const DAY = 86_400_000
const isNext = (day: string, after: string): boolean => Date.parse(after) - Date.parse(day) === DAY

/** The days of a year, in order, as stretches. */
export function stretchesOf(days: readonly DayRow[]): Stretch[] {
  const stretches: Stretch[] = []
  for (const { day, ...row } of days) {
    const last = stretches.at(-1)
    const goesOn =
      last &&
      isNext(last.to, day) &&
      last.kind === row.kind &&
      last.isOwn === row.isOwn &&
      last.name.zh === row.name.zh
    if (goesOn) stretches[stretches.length - 1] = { ...last, to: day, days: last.days + 1 }
    else stretches.push({ ...row, from: day, to: day, days: 1 })
  }
  return stretches
}
