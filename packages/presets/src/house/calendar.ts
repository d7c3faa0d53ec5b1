import type { CalendarDay, Source, Words } from '@linli/contract'

const ARRANGED_2026: Source = {
  document: '国务院办公厅关于2026年部分节假日安排的通知',
  mechanism: '放假、调休日期',
}
const NEW_YEAR: Words = { zh: '元旦', en: "New Year's Day" }
const SPRING: Words = { zh: '春节', en: 'Spring Festival' }
const QINGMING: Words = { zh: '清明节', en: 'Qingming Festival' }
const LABOUR: Words = { zh: '劳动节', en: 'Labour Day' }
const DRAGON_BOAT: Words = { zh: '端午节', en: 'Dragon Boat Festival' }
const MID_AUTUMN: Words = { zh: '中秋节', en: 'Mid-Autumn Festival' }
const NATIONAL: Words = { zh: '国庆节', en: 'National Day' }

/** The days from `first` to `last`, both of one month, as one kind of day. */
const days = (
  month: string,
  first: number,
  last: number,
  kind: CalendarDay['kind'],
  name: Words,
): CalendarDay[] =>
  Array.from({ length: last - first + 1 }, (_, at) => ({
    key: `${month}-${String(first + at).padStart(2, '0')}`,
    kind,
    name,
    source: ARRANGED_2026,
  }))

/**
 * Public holidays, and the weekend days that are worked in their place, as the test beside this file compares them with
 * the npm package `chinese-days`. A year that is not here keeps plain weeks; the desk says so and takes days in.
 */
export const calendar: readonly CalendarDay[] = [
  ...days('2026-01', 1, 3, 'holiday', NEW_YEAR),
  ...days('2026-01', 4, 4, 'workday', NEW_YEAR),
  ...days('2026-02', 14, 14, 'workday', SPRING),
  ...days('2026-02', 15, 23, 'holiday', SPRING),
  ...days('2026-02', 28, 28, 'workday', SPRING),
  ...days('2026-04', 4, 6, 'holiday', QINGMING),
  ...days('2026-05', 1, 5, 'holiday', LABOUR),
  ...days('2026-05', 9, 9, 'workday', LABOUR),
  ...days('2026-06', 19, 21, 'holiday', DRAGON_BOAT),
  ...days('2026-09', 20, 20, 'workday', NATIONAL),
  ...days('2026-09', 25, 27, 'holiday', MID_AUTUMN),
  ...days('2026-10', 1, 7, 'holiday', NATIONAL),
  ...days('2026-10', 10, 10, 'workday', NATIONAL),
]
