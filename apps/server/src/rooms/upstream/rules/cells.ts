import type { Kind, Urgency } from '@linli/contract'

const BEIJING = '+08:00'
const DAY = 86_400_000
/** Day 0 of a spreadsheet's calendar, which counts a 29 February 1900 that never was. */
const EPOCH = Date.UTC(1899, 11, 30)
const pad = (digits: string | undefined): string => (digits ?? '0').padStart(2, '0')
const WRITTEN =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[T\s]*(\d{1,2})[:时点](?:(\d{1,2})(?:[:分](\d{1,2}))?)?[分秒]?)?(?:\.\d+)?$/

/**
 * A time as a spreadsheet keeps it or as people write it, by Beijing's clock; a day alone is its end for a limit, else its beginning.
 * @returns an ISO instant; null where nothing is written, undefined where it is no time
 */
export function timeOf(cell: string, isLimit = false): string | null | undefined {
  if (cell === '') return null
  if (/^\d{5}(\.\d+)?$/.test(cell)) return serialTime(Number(cell), isLimit)
  const found = WRITTEN.exec(cell)
  if (!found) return undefined
  const [, year, month, day, hour, minute, second] = found
  const clock =
    hour === undefined ? (isLimit ? '23:59:59' : '00:00:00') : `${pad(hour)}:${pad(minute)}:${pad(second)}`
  const date = `${year}-${pad(month)}-${pad(day)}`
  const at = Date.parse(`${date}T${clock}${BEIJING}`)
  // 31 February is read as 3 March by the parser: a day that is none is no time.
  if (Number.isNaN(at) || new Date(at + 8 * 3_600_000).toISOString().slice(0, 10) !== date) return undefined
  return new Date(at).toISOString()
}

function serialTime(serial: number, isLimit: boolean): string {
  const isDay = Number.isInteger(serial)
  const local = EPOCH + Math.round(serial * 86_400) * 1000 + (isDay && isLimit ? DAY - 1000 : 0)
  return new Date(local - 8 * 3_600_000).toISOString()
}

const KINDS: readonly (readonly [Kind, RegExp])[] = [
  ['report', /举报/],
  ['complaint', /投诉/],
  ['consultation', /咨询/],
  ['suggestion', /建议|意见/],
  ['praise', /表扬|感谢/],
  ['help', /求助|求决|服务|诉求|报修|上报/],
]
/** The kind that a word means, if it means one. */
export const kindOf = (cell: string): Kind | undefined => KINDS.find(([, words]) => words.test(cell))?.[0]

const URGENCIES: readonly (readonly [Urgency, RegExp])[] = [
  ['emergency', /特急|特别紧急|非常紧急/],
  ['complex', /疑难|复杂/],
  ['ordinary', /一般|普通|不急|非紧急|^平$/],
  ['prompt', /急/],
]
export const urgencyOf = (cell: string): Urgency | undefined =>
  URGENCIES.find(([, words]) => words.test(cell))?.[0]

export const isYes = (cell: string): boolean => /^(是|保密|匿名|需要|要|y|yes|true|1)$/i.test(cell)
/** A cell that says that it was left out. */
export const isWithheld = (cell: string): boolean =>
  cell.includes('*') || /^(匿名|保密|无|未知|未提供|[-/—]+)$/.test(cell)
