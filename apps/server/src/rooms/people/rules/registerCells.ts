const PHONE = /^(1[3-9]\d{9}|0\d{2,3}\d{7,8})$/

/** A number as clerks write it (`138 0000 0001`, `+86-138…`, `0791-88886666`) as its digits; null when it is none. */
export function phoneDigits(written: string): string | null {
  const digits = written.replace(/^(\+|00)86/, '').replace(/[\s\-()（）.]/g, '')
  return PHONE.test(digits) ? digits : null
}

const LONGEST_NAME = 40

export const isName = (written: string): boolean =>
  written.length > 0 && [...written].length <= LONGEST_NAME && !/^\d+$/.test(written)
