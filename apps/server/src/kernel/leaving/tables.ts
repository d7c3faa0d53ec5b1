import type pg from 'pg'
import { tablesOf } from '../backup/snapshot.ts'
import type { LeavingCatalogue, LeavingTable } from './shape.ts'

/**
 * The tables that leave with a region, those that others refer to first.
 * @throws when a table spans regions and nobody said what of it leaves
 */
export async function leavingTables(
  client: pg.ClientBase,
  catalogue: LeavingCatalogue,
): Promise<LeavingTable[]> {
  const all = await tablesOf(client as pg.Client) // asks by `query` alone
  const tables = all.flatMap(({ name, columns, order }): LeavingTable[] => {
    if (catalogue.leftOut[name]) return []
    const rows = columns.includes('region_id') ? 't.region_id = $1' : catalogue.shared[name]
    if (rows === undefined) throw new Error(`nobody said what of ${name} leaves with a region`)
    const protections = Object.entries(catalogue.protections[name] ?? {})
    const of = (...kinds: string[]) =>
      protections.flatMap(([column, protection]) =>
        protection && kinds.includes(protection.kind) ? [column] : [],
      )
    const clear = of('encrypted').filter((column) => !catalogue.columnsLeftOut[`${name}.${column}`])
    const gone = new Set([
      ...of('digest', 'fleeting'),
      ...columns.filter((column) => catalogue.columnsLeftOut[`${name}.${column}`]),
    ])
    return [
      {
        name,
        rows,
        order,
        clear,
        columns: columns.filter((column) => !gone.has(column)),
        madeAnew: of('index'),
        places: of('place'),
      },
    ]
  })
  return inOrder(tables, await references(client))
}

/** Which table refers to which. */
async function references(client: pg.ClientBase): Promise<{ from: string; to: string }[]> {
  const { rows } = await client.query<{ from: string; to: string }>(`
    select f.relname as from, t.relname as to from pg_constraint k join pg_class f on f.oid = k.conrelid join pg_class t on t.oid = k.confrelid
    where k.contype = 'f' and f.relnamespace = 'public'::regnamespace and f.oid <> t.oid`)
  return rows
}

function inOrder(
  tables: readonly LeavingTable[],
  refers: readonly { from: string; to: string }[],
): LeavingTable[] {
  const left = new Map(tables.map((table) => [table.name, table]))
  const ordered: LeavingTable[] = []
  while (left.size > 0) {
    const free = [...left.values()].filter(
      ({ name }) => !refers.some(({ from, to }) => from === name && left.has(to)),
    )
    if (free.length === 0)
      throw new Error(`tables refer to one another in a circle: ${[...left.keys()].join(', ')}`)
    for (const table of free) {
      left.delete(table.name)
      ordered.push(table)
    }
  }
  return ordered
}
