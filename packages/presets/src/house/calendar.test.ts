import known from 'chinese-days/dist/chinese-days.json' with { type: 'json' }
import { expect, it } from 'vitest'
import { calendar } from './calendar.ts'

type Days = { readonly [day: string]: string }
// MIT, kept up with the notices of the State Council; a new year in it makes this test ask for that year here.
const FIRST = '2026'

it('has the days off and the worked weekend days of every year that is published, and no others', () => {
  const from = (days: Days, kind: string) =>
    Object.keys(days)
      .filter((day) => day >= FIRST)
      .map((day) => `${day} ${kind}`)
  const published = [...from(known.holidays, 'holiday'), ...from(known.workdays, 'workday')]
  expect(calendar.map(({ key, kind }) => `${key} ${kind}`).toSorted()).toEqual(published.toSorted())
})
