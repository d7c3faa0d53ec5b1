import type { Words } from '@linli/contract'
import type { Span } from '@linli/contract/stations/shapes'

const SPAN = /^([01]?\d|2[0-3])[:：]([0-5]\d)\s*[-–—~到至]\s*([01]?\d|2[0-4])[:：]([0-5]\d)(值班)?$/

/** The midnight that ends the day is 24:00; nobody reads 00:00-00:00 as a whole day. */
const endOf = (to: string): string => (to === '00:00' ? '24:00' : to)
const isWholeDay = ({ from, to }: Span): boolean => from === '00:00' && to === '00:00'

/** Spans as a clerk writes them: `08:30-12:00 12:00-14:00值班`; an empty text is a closed day. */
export const writeSpans = (spans: readonly Span[]): string =>
  spans.map(({ from, to, duty }) => `${from}-${endOf(to)}${duty ? '值班' : ''}`).join(' ')

/** Spans as they are printed; empty for a closed day. */
export function spansWords(spans: readonly Span[]): Words {
  const words = (whole: string, duty: string): string =>
    spans
      .map((span) => `${isWholeDay(span) ? whole : `${span.from}–${endOf(span.to)}`}${span.duty ? duty : ''}`)
      .join(' ')
  return { zh: words('24 小时', '值班'), en: words('24 hours', ' (on duty)') }
}

/** The spans of such a text, or undefined where a part of it is none. 24:00 is the midnight that ends the day. */
export function readSpans(text: string): Span[] | undefined {
  const parts = text
    .replace(/24\s*(小时|hours)|全天/gi, '00:00-24:00')
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
