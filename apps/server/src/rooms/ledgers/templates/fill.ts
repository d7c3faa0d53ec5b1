import Docxtemplater from 'docxtemplater'
import PizZip from 'pizzip'
import type { LedgerColumn } from '../../../kernel/ledgers/ledger.ts'
import { clockText } from '../cells.ts'
import type { Heading } from '../files/print.ts'
import type { FileRow } from '../views/fileRows.ts'
import { OPTIONS } from './check.ts'
import { HEADINGS, placeholderOf } from './names.ts'

/** A template's document about these rows; of one row its columns stand outside the loop too. The template was checked when it was kept. */
export function fillTemplate(
  content: Buffer,
  heading: Heading & { readonly purpose: string },
  columns: readonly LedgerColumn[],
  rows: readonly FileRow[],
): Buffer {
  const lines = rows.map(({ texts }, at) => ({
    ...Object.fromEntries(columns.map((column, place) => [placeholderOf(column), texts[place] ?? ''])),
    [HEADINGS.number]: String(at + 1),
  }))
  const document = new Docxtemplater(new PizZip(content), { ...OPTIONS, nullGetter: () => '' })
  document.render({
    ...(lines.length === 1 ? lines[0] : {}),
    [HEADINGS.place]: heading.place.zh,
    [HEADINGS.ledger]: heading.ledger.zh,
    [HEADINGS.by]: heading.by,
    [HEADINGS.at]: clockText(heading.at),
    [HEADINGS.scope]: heading.scope,
    [HEADINGS.purpose]: heading.purpose,
    [HEADINGS.count]: String(rows.length),
    行: lines,
  })
  return document.getZip().generate({ type: 'nodebuffer', compression: 'DEFLATE' })
}
