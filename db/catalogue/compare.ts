import type { Column } from '../columns.ts'
import { CATALOGUE } from './index.ts'
import type { TableEntry } from './words.ts'

/**
 * Where catalogue and database part, one sentence each: a column without an entry, an entry without a column.
 * @param catalogue for tests; the house's own otherwise
 */
export function differences(
  columns: readonly Column[],
  catalogue: { readonly [table: string]: TableEntry } = CATALOGUE,
): string[] {
  const real = new Set(columns.map(({ table, name }) => `${table}.${name}`))
  const described = Object.entries(catalogue).flatMap(([table, { columns }]) =>
    Object.keys(columns).map((column) => `${table}.${column}`),
  )
  const known = new Set(described)
  return [
    ...[...real].filter((name) => !known.has(name)).map((name) => `${name} has no entry in the catalogue`),
    ...described.filter((name) => !real.has(name)).map((name) => `the catalogue's ${name} is not a column`),
  ]
}
