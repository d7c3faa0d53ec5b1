import type { Words } from '@linli/contract'

/** The month so many months after another, `2026-11`. */
export function monthAfter(month: string, months: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  const at = year * 12 + number - 1 + months
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
}

/** 2026年11月. */
export function monthWords(month: string): Words {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return { zh: `${year}年${number}月`, en: `${number}/${year}` }
}
