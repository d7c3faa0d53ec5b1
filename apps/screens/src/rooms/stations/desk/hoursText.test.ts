import { describe, expect, it } from 'vitest'
import { readSpans, spansWords, writeSpans } from './hoursText.ts'

describe('hours as a clerk writes them', () => {
  it('are read with the signs that people use, and written back in one way', () => {
    const spans = readSpans('8:30-12:00，12：00 到 14:00 值班、14:00~17:30')
    expect(writeSpans(spans ?? [])).toBe('08:30-12:00 12:00-14:00值班 14:00-17:30')
    expect(readSpans(writeSpans(spans ?? []))).toEqual(spans)
    expect(readSpans('  ')).toEqual([])
    expect(readSpans('00:00-24:00')).toEqual([{ from: '00:00', to: '00:00', duty: false }])
  })

  it('say a whole day as people do, and never from midnight to midnight', () => {
    const whole = [{ from: '00:00', to: '00:00', duty: false }]
    expect(spansWords(whole)).toEqual({ zh: '24 小时', en: '24 hours' })
    expect(writeSpans(whole)).toBe('00:00-24:00')
    for (const text of ['24小时', '24 小时', '24 hours', '全天', '00:00-24:00'])
      expect(readSpans(text)).toEqual(whole)
    expect(spansWords([{ from: '18:00', to: '00:00', duty: true }]).zh).toBe('18:00–24:00值班')
  })

  it('are refused as a whole where a part cannot be read', () => {
    for (const text of ['上午', '8:30', '8:30-12', '25:00-26:00', '08:00-24:30', '8:30-12:00 下午'])
      expect(readSpans(text), text).toBeUndefined()
    expect(readSpans(Array.from({ length: 7 }, () => '8:00-9:00').join(' '))).toBeUndefined()
  })
})
