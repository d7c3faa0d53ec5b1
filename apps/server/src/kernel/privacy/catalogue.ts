import type { Words } from '@linli/contract'
import type { Sql } from 'sql-template-tag'
import type { Protection } from '../../../../../db/catalogue/protection.ts'
import type { Owner } from '../../../../../db/catalogue/whose.ts'
import type { RetentionEvent, TableEntry } from '../../../../../db/catalogue/words.ts'

/** What the mechanism works from. The kernel knows no table by name: the house hands it the catalogue. */
export type PrivacyCatalogue = {
  readonly tables: { readonly [table: string]: TableEntry }
  readonly owners: { readonly [table: string]: Owner }
  /** Tables that are nobody's, with the reason. */
  readonly nobodys: { readonly [table: string]: string }
  readonly protection: { readonly [table: string]: { readonly [column: string]: Protection } | undefined }
  /** Each table as its person reads it, in their own copy and in what stays; and columns (`table.column`), where the catalogue's words are for builders. */
  readonly told: { readonly [name: string]: Words }
  /** Encrypted columns that are opened in a person's own copy, `table.column` to the name shown. */
  readonly opened: { readonly [column: string]: string }
}

/**
 * When a row's time began, for an event that lies in another table: a room registers it. The expression stands in a
 * statement over the table under the alias `t` and is null while it has not begun.
 */
export type Clocks = { readonly [event in RetentionEvent]?: (table: string) => Sql | undefined }

/** Whose a table's rows are: as the catalogue says, else by its `person_id`, `account_id` or `phone_hmac`. */
export function ownerOf(
  catalogue: Pick<PrivacyCatalogue, 'owners'>,
  table: string,
  columns: readonly string[],
): Owner | undefined {
  const named = catalogue.owners[table]
  if (named) return named
  if (columns.includes('person_id')) return { rows: 't.person_id = {person}', onErasure: 'remove' }
  if (columns.includes('account_id')) return { rows: 't.account_id = {account}', onErasure: 'remove' }
  if (columns.includes('phone_hmac')) return { rows: 't.phone_hmac = any({phones})', onErasure: 'remove' }
  return undefined
}

/** Tables with columns about people of which nobody has said whose they are; empty when all is said. */
export function unowned({ tables, owners, nobodys }: PrivacyCatalogue): string[] {
  return Object.entries(tables).flatMap(([table, { columns }]) => {
    const telling = Object.values(columns).some(
      ({ class: kind }) => kind === 'personal' || kind === 'sensitive',
    )
    if (!telling || nobodys[table]) return []
    return ownerOf({ owners }, table, Object.keys(columns)) ? [] : [table]
  })
}

/** Tables a person is shown, or told that they stay, without words for them; empty when all is said. */
export function untold({ tables, owners, nobodys, told }: PrivacyCatalogue): string[] {
  return Object.entries(tables).flatMap(([table, { columns }]) => {
    const owner = nobodys[table] ? undefined : ownerOf({ owners }, table, Object.keys(columns))
    const isTold = owner && !owner.hidden && (owner.rows !== 'false' || owner.why)
    return isTold && !told[table] ? [table] : []
  })
}
