import { byTable, type Column } from '../columns.ts'
import { differences } from './compare.ts'
import { CATALOGUE } from './index.ts'
import {
  BASES,
  CLASSES,
  type ColumnEntry,
  RETENTION_EVENTS,
  type Retention,
  type TableEntry,
} from './words.ts'

const HEAD = `# Data catalogue 数据目录

Every column of the database: how it is to be guarded, what it is for, on which legal basis, and how long it is kept.
Written by \`node db/generate.ts\` from \`db/catalogue/\`; a test fails when a column has no entry here.
The readings of the law are the authors' and are to be confirmed by a person of the place before real use.
The nightly job keeps every limit; what happens when a person is erased stands in [privacy/processing.md](privacy/processing.md).

每一列都写明密级、用途、依据和保存期限。依据由本地法务确认后使用。
`

/** `docs/data-catalogue.md`: one section a table, one row a column. @throws when catalogue and database differ */
export function renderCatalogue(columns: readonly Column[]): string {
  const wrong = differences(columns)
  if (wrong.length > 0) throw new Error(wrong.join('\n'))
  const tables: { readonly [table: string]: TableEntry } = CATALOGUE
  const sections = [...byTable(columns)].map(([name, own]) => section(name, own, tables[name]))
  return `${HEAD}\n${figures()}\n${sections.join('\n')}`
}

function section(name: string, own: readonly Column[], entry: TableEntry | undefined): string {
  const rows = own.map((column) => row(column, entry?.columns[column.name]))
  return `## ${name}

${entry?.purpose.zh} · ${entry?.purpose.en}

| column | type | class | 用途 purpose | 依据 basis | 保存 kept |
|---|---|---|---|---|---|
${rows.join('\n')}
`
}

function row(column: Column, entry: ColumnEntry | undefined): string {
  if (!entry) throw new Error(`${column.table}.${column.name} has no entry in the catalogue`)
  const cells = [
    column.name,
    column.type,
    `${CLASSES[entry.class].zh} ${CLASSES[entry.class].en}`,
    `${entry.purpose.zh} · ${entry.purpose.en}`,
    BASES[entry.basis].zh,
    kept(entry.retention),
  ]
  return `| ${cells.join(' | ')} |`
}

/** How long something is kept, as people read it. */
export function kept({ event, days }: Retention): string {
  const { zh, en } = RETENTION_EVENTS[event]
  return days === 0 ? `到${zh} until ${en}` : `${zh}后 ${days} 天 · ${days} days after ${en}`
}

function figures(): string {
  const entries = Object.values(CATALOGUE).flatMap(({ columns }) => Object.values(columns))
  const counts = Object.entries(CLASSES).map(
    ([key, { zh, en }]) => `${zh} ${en} ${entries.filter((entry) => entry.class === key).length}`,
  )
  return `${Object.keys(CATALOGUE).length} tables, ${entries.length} columns: ${counts.join(', ')}.\n`
}
