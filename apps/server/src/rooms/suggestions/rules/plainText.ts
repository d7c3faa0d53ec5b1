const DIGITS: { readonly [numeral: string]: number } = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}

/** The text letter for letter: full-width forms as plain ones, years that are read digit by digit (二〇一九年) in digits. */
export const plainText = (text: string): string =>
  text
    .replace(/[！-～]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) - 0xfee0))
    .replaceAll('　', ' ')
    .replace(/[零〇一二三四五六七八九]{4}(?=年)/g, (year) =>
      [...year].map((letter) => DIGITS[letter]).join(''),
    )

/** 23, 二十三, 十 and 两 as numbers. */
export function numberOf(said: string): number {
  if (/^\d+$/.test(said)) return Number(said)
  const [tens, ones] = said.split('十')
  if (ones === undefined) return DIGITS[said] ?? Number.NaN
  return (
    (tens === '' ? 1 : (DIGITS[tens ?? ''] ?? Number.NaN)) * 10 +
    (ones === '' ? 0 : (DIGITS[ones] ?? Number.NaN))
  )
}
