import type { Words } from '@linli/contract'
import type { TableEntry } from '../../../../../db/catalogue/words.ts'
import type { AppliedMigration } from '../backup/manifest.ts'
import type { Protections } from '../crypto/secretColumns.ts'

/** What the mechanism works from. The kernel knows no table by name: the house hands it the catalogue. */
export type LeavingCatalogue = {
  readonly tables: { readonly [table: string]: TableEntry }
  readonly protections: Protections
  readonly shared: { readonly [table: string]: string }
  readonly leftOut: { readonly [table: string]: Words }
  readonly forReading: { readonly [table: string]: Words }
  readonly columnsLeftOut: { readonly [column: string]: Words }
}

/** A table as it leaves. */
export type LeavingTable = {
  readonly name: string
  /** Its columns that leave, in the table's order. */
  readonly columns: readonly string[]
  /** Encrypted ones, which leave in clear. */
  readonly clear: readonly string[]
  /** Those that are made anew where the region arrives. */
  readonly madeAnew: readonly string[]
  /** SQL behind `order by`. */
  readonly order: string
  /** SQL behind `where`, over the alias `t`, with the region as `$1`. */
  readonly rows: string
  /** Columns that say where bytes lie. */
  readonly places: readonly string[]
}

/** The first part of an archive. */
export type LeavingHead = {
  readonly format: 1
  readonly region: { readonly id: number; readonly gbCode: string; readonly name: Words }
  readonly exportedAt: string
  readonly migrations: readonly AppliedMigration[]
  readonly tables: readonly {
    readonly name: string
    readonly columns: readonly string[]
    readonly imported: boolean
  }[]
  readonly leftOut: { readonly [name: string]: Words }
}

/** Rows and the SHA-256 (hex) of their lines, each with its line end. */
export type LineCount = { readonly rows: number; readonly sha256: string }

/** The last part: what was in the archive. */
export type LeavingManifest = {
  readonly tables: { readonly [name: string]: LineCount }
  readonly files: { readonly [key: string]: { readonly bytes: number; readonly sha256: string } }
  /** Known to the register and not in the storage. */
  readonly missingFiles: readonly string[]
  readonly audit: { readonly sealed: number; readonly waiting: number; readonly broken: readonly number[] }
  /** SHA-256 (hex) by part, for whoever reads the archive with other tools. */
  readonly parts: { readonly [name: string]: string }
}

/** A region that cannot leave or arrive for a reason a person can act on. Chinese first, then English. */
export class LeavingError extends Error {
  constructor(chinese: string, english: string, options?: ErrorOptions) {
    super(`${chinese}\n${english}`, options)
    this.name = 'LeavingError'
  }
}
