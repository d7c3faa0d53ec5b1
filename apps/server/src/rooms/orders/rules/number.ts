/**
 * 工单编号 as people see it: `YYMMDD-NNNNN-C`, C being the Luhn check digit (ISO/IEC 7812-1) over the eleven digits,
 * which catches every single wrong digit and most swaps when a number is read out on the telephone.
 * @param day `YYYY-MM-DD`; @param serial 1 to 99999 within the region's day
 */
export function orderNumber(day: string, serial: number): string {
  const digits = day.slice(2).replaceAll('-', '') + String(serial).padStart(5, '0')
  return `${digits.slice(0, 6)}-${digits.slice(6)}-${luhn(digits)}`
}

/** Whether a text is an order number with a right check digit. */
export function isOrderNumber(text: string): boolean {
  const match = /^(\d{6})-(\d{5})-(\d)$/.exec(text)
  return match !== null && luhn(`${match[1]}${match[2]}`) === Number(match[3])
}

function luhn(digits: string): number {
  let sum = 0
  for (const [index, digit] of [...digits].reverse().entries()) {
    const value = Number(digit) * (index % 2 === 0 ? 2 : 1)
    sum += value > 9 ? value - 9 : value
  }
  return (10 - (sum % 10)) % 10
}
