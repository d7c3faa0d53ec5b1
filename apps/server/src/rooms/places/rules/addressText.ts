const DIGITS: { readonly [numeral: string]: number } = Object.fromEntries(
  ['零〇○', '一壹', '二两贰', '三叁', '四肆', '五伍', '六陆', '七柒', '八捌', '九玖'].flatMap(
    (forms, digit) => [...forms].map((form) => [form, digit]),
  ),
)
const TENS: { readonly [numeral: string]: number } = { 十: 10, 拾: 10, 百: 100, 佰: 100 }
const RUN = new RegExp(`[${Object.keys(DIGITS).join('')}${Object.keys(TENS).join('')}]+`, 'g')

/**
 * One way of writing for names of places and for what somebody types: plain digits and capitals, 十二栋 as 12栋, 二〇三 as
 * 203, 第3栋 as 3栋. Both sides are written so before they are compared, so that a numeral inside a name does no harm.
 */
export const canonical = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(RUN, plainNumber)
    .replace(/第+(?=[\dA-Z])/g, '')

/** 一百零五 counts, 二〇三 is read digit by digit; 百 alone is a word. */
function plainNumber(run: string): string {
  const letters = [...run]
  if (!letters.some((letter) => letter in TENS)) return letters.map((letter) => DIGITS[letter]).join('')
  if (letters.every((letter) => TENS[letter] === 100)) return run
  let sum = 0
  let digit: number | undefined
  for (const letter of letters) {
    const unit = TENS[letter]
    if (unit) {
      sum += (digit ?? 1) * unit
      digit = undefined
    } else digit = DIGITS[letter]
  }
  return String(sum + (digit ?? 0))
}
