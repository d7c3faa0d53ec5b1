import { randomInt } from 'node:crypto'

const digits = (length: number): string => Array.from({ length }, () => randomInt(10)).join('')

/** The digits that a person shows the merchant. @param length 6 to 12 */
export const newCode = (length: number): string => digits(length)

/**
 * The number by which people speak of a redemption: `D261121-483920`, the day in Asia/Shanghai and six random digits. Drawn
 * and not counted, so that nobody queues behind a counter; a number that is taken already is drawn anew.
 * @param milliseconds of the Unix epoch
 */
export function newNumber(milliseconds: number): string {
  const day = new Date(milliseconds + 8 * 3600_000).toISOString().slice(2, 10).replaceAll('-', '')
  return `D${day}-${digits(6)}`
}
