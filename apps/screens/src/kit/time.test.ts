import { describe, expect, it } from 'vitest'
import { deadline, lengthWords, momentWords, whoByWhen } from './time.ts'

const now = new Date('2026-11-21T06:00:00Z') // 14:00 in Beijing

describe('deadlines in words', () => {
  it.each([
    ['2026-11-21T07:30:00Z', '今天 15:30 前', 'by today 15:30'],
    ['2026-11-21T16:30:00Z', '明天 00:30 前', 'by tomorrow 00:30'],
    ['2026-11-23T01:00:00Z', '后天 09:00 前', 'by the day after tomorrow 09:00'],
    ['2026-12-04T01:00:00Z', '12月4日 09:00 前', 'by 4 Dec 09:00'],
    ['2027-01-04T01:00:00Z', '2027年1月4日 09:00 前', 'by 4 Jan 2027 09:00'],
  ])('%s is still to come', (due, zh, en) => {
    expect(deadline(due, now)).toEqual({ late: false, words: { zh, en } })
  })

  it('counts what is overdue in its largest sensible unit', () => {
    expect(deadline('2026-11-21T04:00:00Z', now)).toEqual({
      late: true,
      words: { zh: '已超时 2 小时', en: '2 hours overdue' },
    })
    expect(deadline('2026-11-21T05:59:59Z', now).words.zh).toBe('已超时 1 分钟')
    expect(lengthWords(47 * 3_600_000).zh).toBe('47 小时')
    expect(lengthWords(72 * 3_600_000)).toEqual({ zh: '3 天', en: '3 days' })
  })

  it('names a day by the Beijing calendar, not by the device', () => {
    expect(momentWords('2026-11-20T15:59:00Z', now).zh).toBe('昨天 23:59')
    expect(momentWords('2026-11-20T16:00:00Z', now).zh).toBe('今天 00:00')
  })

  it('says who has it and by when', () => {
    const holder = { zh: '王师傅', en: 'Mr Wang' }
    expect(whoByWhen(holder, '2026-11-21T07:30:00Z', now).zh).toBe('王师傅 在办，今天 15:30 前')
    expect(whoByWhen(holder, undefined, now).en).toBe('With Mr Wang')
  })
})
