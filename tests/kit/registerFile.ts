import { read, utils, write } from '@e965/xlsx'

export type SheetKind = 'xlsx' | 'csv'
export type RegisterRow = { readonly [heading: string]: string }

/**
 * A register as a clerk makes one: the downloaded template with its example row replaced by rows of their own, saved as a
 * workbook or as the comma-separated text that Excel writes.
 * @throws Error when a row has a column that the template has not
 */
export function fillTemplate(template: Buffer, rows: readonly RegisterRow[], kind: SheetKind): Buffer {
  const book = read(template, { type: 'buffer' })
  const name = book.SheetNames[0] ?? ''
  const sheet = book.Sheets[name]
  if (!sheet) throw new Error('the template has no sheet')
  const [headings = []] = utils.sheet_to_json<string[]>(sheet, { header: 1 })
  for (const heading of rows.flatMap((row) => Object.keys(row)))
    if (!headings.includes(heading)) throw new Error(`the template has no column ${heading}: ${headings}`)
  const lines = [headings, ...rows.map((row) => headings.map((heading) => row[heading] ?? ''))]
  if (kind === 'csv') return Buffer.from(`\ufeff${lines.map((line) => line.join(',')).join('\r\n')}\r\n`)
  book.Sheets[name] = utils.aoa_to_sheet(lines)
  return Buffer.from(write(book, { type: 'buffer', bookType: 'xlsx' }))
}
