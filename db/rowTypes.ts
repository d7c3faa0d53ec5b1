import { byTable, type Column } from './columns.ts'

/** What a value of the type is in the program: as `openDatabase` parses it. */
const TYPES: { readonly [type: string]: string } = {
  bool: 'boolean',
  bytea: 'Buffer',
  date: 'string',
  int4: 'number',
  int8: 'number',
  jsonb: 'unknown',
  text: 'string',
  timestamptz: 'string',
  tsvector: 'string',
  uuid: 'string',
  _text: 'string[]',
  _date: 'string[]',
  _uuid: 'string[]',
}

/**
 * The source of `db/tables.ts`: one row type a table.
 * @throws for a type that the program has no word for yet
 */
export function renderRowTypes(columns: readonly Column[]): string {
  const types = [...byTable(columns)].map(([table, own]) => {
    const fields = own.map((column) => `  ${column.name}: ${typeOf(column)}`)
    return `export type ${rowName(table)} = {\n${fields.join('\n')}\n}\n`
  })
  const names = [...byTable(columns).keys()].map((table) => `  ${table}: ${rowName(table)}`)
  const all = `/** Every table's row by the table's name. */\nexport type Tables = {\n${names.join('\n')}\n}\n`
  return `// Written by db/generate.ts from the migrated database. Run it again after a migration.\n\n${[...types, all].join('\n')}`
}

/** `point_entries` is `PointEntriesRow`. */
export function rowName(table: string): string {
  return `${table
    .split('_')
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join('')}Row`
}

function typeOf({ table, name, type, nullable }: Column): string {
  const known = TYPES[type]
  if (!known) throw new Error(`no row type for ${table}.${name}: ${type}`)
  return nullable && known !== 'unknown' ? `${known} | null` : known
}
