import sql, { join, type Sql } from 'sql-template-tag'
import type { Owner } from '../../../../../db/catalogue/whose.ts'
import { auditStatement } from '../audit/audit.ts'
import type { Tx } from '../db/database.ts'
import { ownerOf, type PrivacyCatalogue } from './catalogue.ts'
import { asOwner, type PrivacyNeeds } from './owner.ts'
import { isRegional, type Schema, type TableShape } from './schema.ts'
import { filledFor, named, type Subject, subjectOf } from './subject.ts'

/** How many rows of each table were removed, emptied or ended. */
export type Erased = { readonly [table: string]: number }

/** The row everything else is found by goes last, and the account that others refer to after those. */
const LAST = ['accounts', 'people']
/** What leads to the rows of others goes after them. */
const LATE = ['notices', 'orders', 'point_accounts']

/**
 * Erases a person: every table by the catalogue, in one transaction, then the bytes of files. What still serves an open
 * order waits; calling again takes it once the order has ended. Safe to repeat, and after a restore it erases anew.
 * @returns rows by table that this call changed
 */
export async function erasePerson(needs: PrivacyNeeds, region: number, person: string): Promise<Erased> {
  const schema = await needs.schema()
  return asOwner(needs, region, async (tx) => {
    const subject = await subjectOf(tx, region, person)
    const elsewhere = await livesElsewhere(tx, subject)
    const erased: { [table: string]: number } = {}
    const keys: string[] = []
    for (const [table, shape, owner] of ownedTables(needs.catalogue, schema)) {
      if (!isRegional(shape) && elsewhere) continue
      const rows = await tx.query<{ key?: string | null }>(
        eraseStatement(needs.catalogue, table, shape, owner, subject),
      )
      if (rows.length > 0) erased[table] = rows.length
      keys.push(...rows.flatMap(({ key }) => key ?? []))
    }
    const facts = Object.fromEntries(Object.entries(erased).slice(0, 60))
    await tx.query(
      auditStatement({ region }, { action: 'erasePerson', subjectKind: 'person', subjectId: person, facts }),
    )
    // Before the commit: if it fails now the rows still name what is to go, and the next try finds nothing left to remove.
    for (const key of keys) await needs.storage.remove(key)
    return erased
  })
}

function ownedTables(catalogue: PrivacyCatalogue, schema: Schema): [string, TableShape, Owner][] {
  const rank = (table: string): number => LAST.indexOf(table) * 10 + (LATE.includes(table) ? 1 : 0)
  const owned = Object.keys(catalogue.tables).flatMap((table): [string, TableShape, Owner][] => {
    const shape = schema.get(table)
    if (!shape || catalogue.nobodys[table]) return []
    const owner = ownerOf(
      catalogue,
      table,
      shape.columns.map(({ name }) => name),
    )
    return owner && owner.onErasure !== 'keep' ? [[table, shape, owner]] : []
  })
  return owned.sort(([a], [b]) => rank(a) - rank(b))
}

function eraseStatement(
  catalogue: PrivacyCatalogue,
  table: string,
  shape: TableShape,
  owner: Owner,
  subject: Subject,
): Sql {
  const region = isRegional(shape) ? sql`t.region_id = ${subject.region} and` : sql``
  const where = sql`${region} (${filledFor(owner.erases ?? owner.rows, subject)})`
  const key = owner.bytes ? sql`t.${named(owner.bytes)} as key` : sql`1 as one`
  if (owner.onErasure === 'remove') return sql`delete from ${named(table)} t where ${where} returning ${key}`
  if (owner.onErasure === 'end') {
    const end = named(owner.end ?? '')
    return sql`update ${named(table)} t set ${end} = app_now() where ${where} and (t.${end} is null or t.${end} > app_now()) returning ${key}`
  }
  const stamps = (owner.stamp ?? []).map(
    (column) => sql`${named(column)} = coalesce(t.${named(column)}, app_now())`,
  )
  const sets = [...blanks(catalogue, table, shape, owner), ...stamps]
  const still = owner.stamp?.[0] ? sql`t.${named(owner.stamp[0])} is null` : stillTold(owner)
  return sql`update ${named(table)} t set ${join(sets)} where ${where} and ${still} returning ${key}`
}

/** Without a stamp a row is emptied while one of its columns holds something. */
const stillTold = ({ blank = {} }: Owner): Sql =>
  join(
    Object.keys(blank).map((column) => sql`t.${named(column)} is not null`),
    ' or ',
    '(',
    ')',
  )

/** The columns to empty: those the catalogue names, else every personal one that can be empty. */
function blanks({ tables }: PrivacyCatalogue, table: string, shape: TableShape, owner: Owner): Sql[] {
  const given = owner.blank
  return shape.columns.flatMap(({ name, type, nullable }) => {
    if (given) return name in given ? [sql`${named(name)} = ${given[name] ?? null}`] : []
    const kind = tables[table]?.columns[name]?.class
    if (kind === 'public' || kind === 'internal' || owner.stamp?.includes(name)) return []
    const empty = nullable ? null : EMPTY[type]
    return empty === undefined ? [] : [sql`${named(name)} = ${empty}`]
  })
}

/** What a column that must hold something holds when it is emptied. A moment or an id cannot be. */
const EMPTY: { readonly [type: string]: string | boolean } = {
  text: '',
  bool: false,
  jsonb: '{}',
  _uuid: '{}',
  _text: '{}',
}

/** Whether another region still knows the account: then its global rows stay, since they are that person's too. */
async function livesElsewhere(tx: Tx, { region, account }: Subject): Promise<boolean> {
  if (account === null) return true // nothing global to find
  const others = await tx.query<{ id: number }>(sql`select id from regions where id <> ${region}`)
  let found = false
  for (const { id } of others) {
    await tx.query(sql`select set_config('app.region', ${String(id)}, true)`)
    const rows = await tx.query(
      sql`select 1 from people where region_id = ${id} and account_id = ${account}::uuid and erased_at is null`,
    )
    found ||= rows.length > 0
  }
  await tx.query(sql`select set_config('app.region', ${String(region)}, true)`)
  return found
}
