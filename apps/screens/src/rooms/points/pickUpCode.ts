import { route } from '../../kit/route.ts'

/** The merchant's counter, below `/desk`. */
export const counter = route('/points/counter')

/** What the QR code of a redemption says: the counter with the code behind a `#`, where no server writes it down. */
export const counterAddress = (origin: string, code: string): string =>
  `${origin}/desk${counter.url()}#${code}`

/** The digits of a code in what was typed, pasted or scanned: with or without spaces, or a whole counter address. */
export function codeIn(text: string): string {
  const said = text.slice(text.lastIndexOf('#') + 1)
  return said.normalize('NFKC').replace(/\D/g, '')
}

/** A code in groups of four, as people read it aloud. */
export const groupsOf = (code: string): string[] => code.match(/\d{1,4}/g) ?? []

/** Whether it is as long as a code can be. */
export const isWhole = (code: string): boolean => /^\d{6,12}$/.test(code)
