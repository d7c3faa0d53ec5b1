import { areaNames, placeRules } from '../../places/index.ts'
import { tooManyRows } from '../errors.ts'
import type { LedgerNeeds } from '../needs.ts'
import type { Progress } from '../store.ts'
import { documentOf } from '../templates/inThread.ts'
import { rowAlone } from '../views/asked.ts'
import { countRows, type FileRow, rowsOf } from '../views/fileRows.ts'
import { csvOf } from './csv.ts'
import type { Job } from './job.ts'
import { type Heading, printOf } from './print.ts'
import { xlsxOf } from './xlsx.ts'

/** So many rows are a file; more of a sheet that is printed, or of a document, is read by nobody. */
const MOST_ROWS = { xlsx: 350_000, csv: 350_000, docx: 1000, print: 5000 } as const

/**
 * The bytes of an export, from one cursor of one read: rows that change meanwhile change nothing in it.
 * @throws tooManyRows
 */
export async function writeFile(needs: LedgerNeeds, job: Job, progress: Progress): Promise<Buffer> {
  const rules = await placeRules(needs.db, job.me.region)
  const heading = await headingOf(needs, job, rules.name)
  return needs.db.transaction(job.scope, async (tx) => {
    progress.written = 0
    const asked = job.row ? rowAlone(job.asked, job.row) : job.asked
    progress.expected = await countRows(tx, asked)
    const most = MOST_ROWS[job.format]
    if (progress.expected > most)
      throw tooManyRows([
        {
          field: 'filters',
          message: `共 ${progress.expected} 行，这种格式最多 ${most} 行，请缩小范围或时段。`,
        },
      ])
    const rows = rowsOf(tx, { ...asked, columns: job.columns, sort: job.sort }, rules, (count) => {
      progress.written += count
    })
    return bytesOf(job, heading, rows)
  })
}

async function bytesOf(job: Job, heading: Heading, rows: AsyncGenerator<FileRow>): Promise<Buffer> {
  const { columns, format, asked } = job
  if (format === 'print') return printOf(heading, columns, rows)
  if (format === 'docx') {
    const all: FileRow[] = []
    for await (const row of rows) all.push(row)
    const about = job.row ? 'row' : 'table'
    return documentOf(job.template, { ...heading, purpose: job.purpose, about }, columns, all)
  }
  const pieces: Uint8Array[] = []
  const bytes =
    format === 'csv' ? csvOf(columns, rows) : xlsxOf(asked.ledger.name.zh, columns, rows, job.comesBack)
  for await (const piece of bytes) pieces.push(piece)
  return Buffer.concat(pieces)
}

async function headingOf(needs: LedgerNeeds, job: Job, place: Heading['place']): Promise<Heading> {
  const { me, asked, path, period } = job
  const lowest = path ?? (asked.ranges.length === 1 ? asked.ranges[0]?.lo : undefined)
  const names = lowest ? await areaNames(needs.db, job.scope, [lowest]) : new Map<string, string>()
  const area = lowest === '/' ? place.zh : names.get(lowest ?? '')
  const [from, to] = period
  const days = from || to ? `${from ?? '最早'} 至 ${to ?? '今天'}` : '全部时间'
  return {
    place,
    ledger: asked.ledger.name,
    by: (await needs.nameOf(me)) ?? '',
    at: new Date(Date.now() + needs.db.shift()).toISOString(),
    scope: `${area ?? '本人负责的各片区'}，${days}`,
  }
}
