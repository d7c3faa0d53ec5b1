import { expect, test } from 'vitest'
import { expendable } from './keep.ts'
import { nameFor } from './manifest.ts'

/** One backup a night at 02:30 in China, newest first. */
const nights = (count: number, last = '2026-11-21'): string[] =>
  Array.from({ length: count }, (_, nth) =>
    nameFor(new Date(Date.parse(`${last}T02:30:00+08:00`) - nth * 86_400_000), '00ab'),
  )
const staying = (names: string[], keep: { days: number; weeks: number; months: number }): string[] => {
  const gone = new Set(expendable(names, keep))
  return names.filter((name) => !gone.has(name)).map((name) => name.slice(6, 14))
}

test('a year of nights leaves the last of each day, week and month that was asked for', () => {
  const left = staying(nights(400), { days: 7, weeks: 5, months: 12 })
  expect(left.slice(0, 7)).toEqual([
    '20261120',
    '20261119',
    '20261118',
    '20261117',
    '20261116',
    '20261115',
    '20261114',
  ])
  // Sundays' nights (02:30 in China is the day before in UTC), then the ends of months.
  expect(left.slice(7, 11)).toEqual(['20261107', '20261031', '20261030', '20261024'].sort().reverse())
  expect(left).toHaveLength(7 + 3 + 11)
})

test('nothing goes while there are no more than asked for; a pause empties nothing', () => {
  expect(expendable(nights(7), { days: 7, weeks: 0, months: 0 })).toEqual([])
  expect(expendable(nights(3, '2019-01-05'), { days: 7, weeks: 0, months: 0 })).toEqual([])
  expect(expendable(nights(8), { days: 7, weeks: 0, months: 0 })).toEqual(nights(8).slice(7))
})

test('of several on one day the newest stays', () => {
  const [morning = '', evening = ''] = ['2026-11-21T01:00:00Z', '2026-11-21T09:00:00Z'].map((at) =>
    nameFor(new Date(at), 'beef'),
  )
  expect(expendable([morning, evening], { days: 7, weeks: 0, months: 0 })).toEqual([morning])
})

test('what is not ours is never touched', () => {
  const strangers = ['notes.txt', 'linli-old.tar.zst.age', `${nights(1)[0]}.sha256`]
  expect(expendable([...strangers, ...nights(2)], { days: 1, weeks: 0, months: 0 })).toEqual([nights(2)[1]])
})
