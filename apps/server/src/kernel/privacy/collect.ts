import sql, { join, type Sql } from 'sql-template-tag'
import { filled } from '../../../../../db/catalogue/protection.ts'
import type { DataClass } from '../../../../../db/catalogue/words.ts'
import type { CryptoProvider } from '../crypto/provider.ts'
import type { Row, Tx } from '../db/database.ts'
import { ownerOf, type PrivacyCatalogue } from './catalogue.ts'
import { asOwner, type PrivacyNeeds } from './owner.ts'
import { isRegional, type Schema, type TableShape } from './schema.ts'
import { filledFor, named, type Subject, subjectOf } from './subject.ts'

export type Cell = {
  readonly name: string
  readonly title: { readonly zh: string; readonly en: string }
  /** As the catalogue guards it; internal is the work's own code or figure. */
  readonly class?: DataClass | undefined
}
/** What of one table is the person's: the catalogue's words over it, and the rows. */
export type Part = {
  readonly table: string
  readonly title: { readonly zh: string; readonly en: string }
  readonly cells: readonly Cell[]
  readonly rows: readonly Row[]
}
/** Where the bytes of a file of the person's lie, and under which name they are given. */
export type PersonsFile = { readonly key: string; readonly id: string; readonly mediaType: string }

/** More rows of one table than a person has; a wrong condition must not empty a table into somebody's copy. */
const MOST_ROWS = 20_000

/**
 * Everything kept of a person, table by table by the catalogue, fields opened that are theirs to read. Secrets (hashes,
 * tokens, keys) and rows that are told in words elsewhere are left out.
 */
export async function collectPerson(
  needs: PrivacyNeeds & { readonly crypto: CryptoProvider },
  region: number,
  person: string,
): Promise<{ parts: Part[]; files: PersonsFile[] }> {
  const schema = await needs.schema()
  return asOwner(needs, region, async (tx) => {
    const subject = await subjectOf(tx, region, person)
    const parts: Part[] = []
    for (const [table, shape, rows] of shownTables(needs.catalogue, schema))
      parts.push(await partOf(tx, needs, table, shape, filledFor(rows, subject), region))
    return { parts: parts.filter(({ rows }) => rows.length > 0), files: await filesOf(tx, needs, subject) }
  })
}

function shownTables(catalogue: PrivacyCatalogue, schema: Schema): [string, TableShape, string][] {
  return Object.keys(catalogue.tables).flatMap((table): [string, TableShape, string][] => {
    const shape = schema.get(table)
    if (!shape || catalogue.nobodys[table]) return []
    const owner = ownerOf(
      catalogue,
      table,
      shape.columns.map(({ name }) => name),
    )
    return owner && !owner.hidden && owner.rows !== 'false' ? [[table, shape, owner.rows]] : []
  })
}

async function partOf(
  tx: Tx,
  { catalogue, crypto }: PrivacyNeeds & { readonly crypto: CryptoProvider },
  table: string,
  shape: TableShape,
  where: Sql,
  region: number,
): Promise<Part> {
  const { told } = catalogue
  const entry = catalogue.tables[table]
  const shown = shape.columns.filter(({ name }) => name !== 'region_id' && name !== 'account_id')
  const open = shown.flatMap(({ name }) => (catalogue.opened[`${table}.${name}`] ? [name] : []))
  const plain = shown.filter(({ name }) => entry?.columns[name]?.class !== 'secret').map(({ name }) => name)
  const here = isRegional(shape) ? sql`t.region_id = ${region} and` : sql``
  const asked = join([...plain, ...open].map((name) => sql`t.${named(name)}`))
  const found = await tx.query(
    sql`select ${asked} from ${named(table)} t where ${here} (${where}) order by ${join(shape.key.map((name) => sql`t.${named(name)}`))} limit ${MOST_ROWS}`,
  )
  const opened = (row: Row): Row =>
    Object.fromEntries([
      ...plain.map((name) => [name, row[name]]),
      ...open.map((name) => {
        const way = catalogue.protection[table]?.[name]
        const cipher = row[name]
        if (way?.kind !== 'encrypted') throw new Error(`${table}.${name} is not encrypted`)
        const context = filled(way.context, { ...row, region_id: region })
        return [
          catalogue.opened[`${table}.${name}`],
          typeof cipher === 'string' ? crypto.decryptField(cipher, context) : null,
        ]
      }),
    ])
  const titleOf = (column: string, name = column) =>
    told[`${table}.${name}`] ?? entry?.columns[column]?.purpose ?? { zh: name, en: name }
  return {
    table,
    title: told[table] ?? entry?.purpose ?? { zh: table, en: table },
    cells: [
      ...plain.map((name) => ({ name, title: titleOf(name), class: entry?.columns[name]?.class })),
      ...open.map((column) => {
        const name = catalogue.opened[`${table}.${column}`] ?? column
        return { name, title: titleOf(column, name) }
      }),
    ],
    rows: found.map(opened),
  }
}

/** The files whose bytes go into a copy. */
async function filesOf(tx: Tx, { catalogue }: PrivacyNeeds, subject: Subject): Promise<PersonsFile[]> {
  const owner = catalogue.owners['files']
  if (!owner) return []
  return tx.query<Row & PersonsFile>(sql`
    select t.storage_key as key, t.id, t.media_type as "mediaType" from files t
    where t.region_id = ${subject.region} and t.erased_at is null and (${filledFor(owner.rows, subject)}) order by t.id limit 2000`)
}
