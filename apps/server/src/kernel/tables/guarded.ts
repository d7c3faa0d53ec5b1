/**
 * A text that a spreadsheet would take for a formula begins with an apostrophe instead (OWASP, CSV injection): also in a
 * workbook, whose texts are no formulas, since it is saved as text again.
 */
export const guarded = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)
const FORMULA = /^[\s']*[=+\-@\t\r]/

/** What a guarded text was. */
export const unguarded = (text: string): string =>
  text.startsWith("'") && FORMULA.test(text.slice(1)) ? text.slice(1) : text

/** A line of text by RFC 4180. */
export const csvLine = (cells: readonly string[]): string => `${cells.map(quoted).join(',')}\r\n`
const quoted = (cell: string): string => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)
