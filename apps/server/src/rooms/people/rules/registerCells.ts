const PHONE = /^(1[3-9]\d{9}|0\d{2,3}\d{7,8})$/

/** A number as clerks write it (`138 0000 0001`, `+86-138…`, `0791-88886666`) as its digits; null when it is none. */
export function phoneDigits(written: string): string | null {
  const digits = written.replace(/^(\+|00)86/, '').replace(/[\s\-()（）.]/g, '')
  return PHONE.test(digits) ? digits : null
}

const LONGEST_NAME = 40

export const isName = (written: string): boolean =>
  written.length > 0 && [...written].length <= LONGEST_NAME && !/^\d+$/.test(written)

const DAY = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/
/** Days as a spreadsheet counts them: the first of January 2000 and of 2100. */
const SERIALS = { first: 36_526, last: 73_051 }
const SERIAL_ZERO = Date.UTC(1899, 11, 30)
const DAY_MILLISECONDS = 86_400_000

/** A day as clerks write it (`2026-11-01`, `2026/11/1`, `2026年11月1日`), or as a spreadsheet keeps it, a number; null when it is none. */
export function dayOf(written: string): string | null {
  const serial = /^\d{5}(\.0*)?$/.test(written) ? Number(written) : 0
  if (serial >= SERIALS.first && serial < SERIALS.last)
    return new Date(SERIAL_ZERO + serial * DAY_MILLISECONDS).toISOString().slice(0, 10)
  const [, year = '', month = '', day = ''] = DAY.exec(written) ?? []
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const date = new Date(`${iso}T00:00:00Z`)
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : null
}

/** A share of the working time in percent: `50`, `50%`, or 0.5 as a spreadsheet keeps 50%; 1 is the whole. Null when it is none. */
export function shareOf(written: string): number | null {
  const [, digits, sign] = /^(\d{1,3}(?:\.\d+)?)(%?)$/.exec(written) ?? []
  if (digits === undefined) return null
  const number = Number(digits)
  const percent = sign || number > 1 ? number : Math.round(number * 10_000) / 100
  return Number.isInteger(percent) && percent >= 1 && percent <= 100 ? percent : null
}
