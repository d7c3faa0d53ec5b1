import { expect, it } from 'vitest'
import { clockOf, dayAfter, dayOf, dayWords, spanWords } from './days.ts'

it("keeps Beijing's days and clock, whatever the phone's own zone is", () => {
  expect(dayOf(new Date('2026-09-30T16:00:00Z'))).toBe('2026-10-01')
  expect(dayOf(new Date('2026-09-30T15:59:59Z'))).toBe('2026-09-30')
  expect(clockOf('2026-09-30T16:05:00.000Z')).toBe('00:05')
  expect(dayAfter('2026-02-28', 1)).toBe('2026-03-01')
})

it('says hours as they stand on a door', () => {
  const at = (text: string): string => new Date(`2026-10-${text}:00+08:00`).toISOString()
  expect(spanWords(at('01T08:30'), at('01T12:00')).zh).toBe('08:30–12:00')
  expect(spanWords(at('01T00:00'), at('02T00:00'))).toEqual({ zh: '24 小时', en: '24 hours' })
  expect(spanWords(at('01T18:00'), at('02T00:00')).zh).toBe('18:00–24:00')
  expect(spanWords(at('01T20:00'), at('02T06:00')).zh).toBe('20:00–次日 06:00')
})

it('says days as people do', () => {
  expect(dayWords('2026-10-01', '2026-10-01').zh).toBe('今天')
  expect(dayWords('2026-10-02', '2026-10-01').zh).toBe('明天')
  expect(dayWords('2026-10-05', '2026-10-01')).toEqual({ zh: '周一 10月5日', en: 'Monday 5/10' })
})
