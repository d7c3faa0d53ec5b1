import { describe, expect, it } from 'vitest'
import { readSpans, writeSpans } from './hoursText.ts'

describe('hours as a clerk writes them', () => {
  it('are read with the signs that people use, and written back in one way', () => {
    const spans = readSpans('8:30-12:00，12：00 到 14:00 值班、14:00~17:30')
    expect(writeSpans(spans ?? [])).toBe('08:30-12:00 12:00-14:00值班 14:00-17:30')
    expect(readSpans(writeSpans(spans ?? []))).toEqual(spans)
    expect(readSpans('  ')).toEqual([])
    expect(readSpans('00:00-24:00')).toEqual([{ from: '00:00', to: '00:00', duty: false }])
  })

  it('are refused as a whole where a part cannot be read', () => {
    for (const text of ['上午', '8:30', '8:30-12', '25:00-26:00', '08:00-24:30', '8:30-12:00 下午'])
      expect(readSpans(text), text).toBeUndefined()
    expect(readSpans(Array.from({ length: 7 }, () => '8:00-9:00').join(' '))).toBeUndefined()
  })
})
