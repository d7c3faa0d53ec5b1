import type { TemplateScope } from '@linli/contract/ledgers/words'
import type { LedgerColumn } from '../../../kernel/ledgers/ledger.ts'
import { inWorker, OutOfMemory, OutOfTime } from '../../../kernel/solver/inWorker.ts'
import { clockText } from '../cells.ts'
import { documentFailed, wrongTemplate } from '../errors.ts'
import type { Heading } from '../files/print.ts'
import type { FileRow } from '../views/fileRows.ts'
import type { FillTask } from './fill.ts'
import { HEADINGS, placeholderOf, type TemplateTask } from './names.ts'

// Word files are read and made in a thread of their own, within bounds of time, memory and size: no request waits for them.

const MOST = { seconds: 90, megabytes: 512 } as const
const MOST_DOCUMENT = 32 * 1024 * 1024
const CHECK = new URL('./check.ts', import.meta.url)
const OURS = new URL('./ours.ts', import.meta.url)
const FILL = new URL('./fill.ts', import.meta.url)
const SENTENCES = {
  complex: '模板太复杂，读了很久也没读完。请新建一个文档重排，去掉大图片和多余的表格。',
  long: '文件太大或模板太复杂，没有做成。请缩小范围或时段，或者简化模板。',
  broken: '这个模板填不进去，可能在别处改坏了。请撤下它，重新传一个。',
}

const fault = (message: string) => ({ field: 'file', message })
const isTooMuch = (error: unknown): boolean => error instanceof OutOfTime || error instanceof OutOfMemory

/** @throws wrongTemplate with every fault at once */
export async function checkTemplate(
  columns: readonly LedgerColumn[],
  scope: TemplateScope,
  content: Buffer,
  bounds: { readonly seconds: number; readonly megabytes: number } = MOST,
): Promise<void> {
  const input: TemplateTask = { scope, names: columns.map(placeholderOf), content }
  const faults = await inWorker<string[]>({ module: CHECK, name: 'templateFaults', input, ...bounds }).catch(
    (error: unknown) => {
      if (isTooMuch(error)) return [SENTENCES.complex]
      throw error
    },
  )
  if (faults.length > 0) throw wrongTemplate(faults.map(fault))
}

/** A document about these rows, by the place's template or the house's. @throws documentFailed with what to do */
export async function documentOf(
  content: Buffer | null,
  heading: Heading & { readonly purpose: string; readonly about: TemplateScope },
  columns: readonly LedgerColumn[],
  rows: readonly FileRow[],
  bounds: { readonly seconds: number; readonly megabytes: number } = MOST,
): Promise<Buffer> {
  const input: FillTask = {
    scope: heading.about,
    names: columns.map(placeholderOf),
    content,
    headings: {
      [HEADINGS.place]: heading.place.zh,
      [HEADINGS.ledger]: heading.ledger.zh,
      [HEADINGS.by]: heading.by,
      [HEADINGS.at]: clockText(heading.at),
      [HEADINGS.scope]: heading.scope,
      [HEADINGS.purpose]: heading.purpose,
    },
    rows: rows.map(({ texts }) => texts),
  }
  const bytes = await inWorker<Uint8Array>({ module: FILL, name: 'fillTemplate', input, ...bounds }).catch(
    (error: unknown) => {
      if (isTooMuch(error)) throw documentFailed([fault(SENTENCES.long)])
      if (content) throw documentFailed([fault(SENTENCES.broken)])
      throw error
    },
  )
  if (bytes.length > MOST_DOCUMENT) throw documentFailed([fault(SENTENCES.long)])
  return Buffer.from(bytes)
}

/** The house's own template with all columns of a ledger. */
export async function templateToBegin(
  scope: TemplateScope,
  columns: readonly LedgerColumn[],
): Promise<Buffer> {
  const input: TemplateTask = { scope, names: columns.map(placeholderOf), content: null }
  return Buffer.from(await inWorker<Uint8Array>({ module: OURS, name: 'ourTemplate', input, ...MOST }))
}
