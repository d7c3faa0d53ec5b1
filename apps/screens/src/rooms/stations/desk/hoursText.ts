import type { Span } from '@linli/contract/stations/shapes'

const SPAN = /^([01]?\d|2[0-3])[:：]([0-5]\d)\s*[-–—~到至]\s*([01]?\d|2[0-4])[:：]([0-5]\d)(值班)?$/

/** Spans as a clerk writes them: `08:30-12:00 12:00-14:00值班`; an empty text is a closed day. */
export const writeSpans = (spans: readonly Span[]): string =>
  spans.map(({ from, to, duty }) => `${from}-${to}${duty ? '值班' : ''}`).join(' ')

/** The spans of such a text, or undefined where a part of it is none. 24:00 is the midnight that ends the day. */
export function readSpans(text: string): Span[] | undefined {
  const parts = text
    .replace(/\s*[-–—~到至]\s*/g, '-')
    .replace(/\s+值班/g, '值班')
    .split(/[\s,，、;；]+/)
    .filter((part) => part !== '')
  const spans = parts.map((part): Span | undefined => {
    const [, hour, minute, endHour, endMinute, duty] = SPAN.exec(part) ?? []
    if (!hour || !minute || !endHour || !endMinute) return undefined
    if (endHour === '24' && endMinute !== '00') return undefined
    const to = endHour === '24' ? '00:00' : `${endHour.padStart(2, '0')}:${endMinute}`
    return { from: `${hour.padStart(2, '0')}:${minute}`, to, duty: duty !== undefined }
  })
  const read = spans.filter((span) => span !== undefined)
  return read.length === spans.length && read.length <= 6 ? read : undefined
}
