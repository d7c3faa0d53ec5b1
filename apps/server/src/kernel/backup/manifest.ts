/** A table as it was copied: its columns in the order of the text, and the order of its rows. */
export type CopiedTable = {
  readonly name: string
  readonly columns: readonly string[]
  /** SQL behind `order by`, so that the same rows always give the same text. */
  readonly order: string
}
export type AppliedMigration = { readonly id: number; readonly name: string; readonly hash: string }

/** The first part of a backup: what must be known before its rows are read. */
export type Head = {
  readonly format: 1
  /** The transaction's `now()`: everything acknowledged before its snapshot is in, nothing after it. */
  readonly snapshotAt: string
  readonly postgres: string
  readonly migrations: readonly AppliedMigration[]
  readonly tables: readonly CopiedTable[]
}

/** Rows and the SHA-256 (hex) of their text in `COPY`'s form. */
export type Count = { readonly rows: number; readonly sha256: string }
export type Sequence = { readonly name: string; readonly last: string; readonly called: boolean }
export type FileCount = {
  readonly stored: number
  readonly bytes: number
  /** Known to the register and not in the storage; their rows are in the backup. */
  readonly missing: readonly string[]
  /** In the storage with other bytes than the register says. */
  readonly damaged: readonly string[]
  /** Erased while the backup ran. */
  readonly erasedMeanwhile: number
}

/** The last part of a backup: what its rows and files must add up to. */
export type Tail = {
  readonly tables: { readonly [name: string]: Count }
  readonly jobs: Count
  readonly sequences: readonly Sequence[]
  readonly files: FileCount
  /** SHA-256 over the names and sums of all parts before this one. */
  readonly chain: string
  /** The house's own proof over all of it, by its secret key: a stranger who knows the recipient cannot make one. */
  readonly keyId: string
  readonly mac: string
}

export const FORMAT = 1
/** `linli-20261121T183000Z-1a2b.tar.zst.age` */
export const NAME = /^linli-(\d{4})(\d{2})(\d{2})T(\d{2})(\d{2})(\d{2})Z-[0-9a-f]{4}\.tar\.zst\.age$/

/** The name of a backup made at a moment. */
export const nameFor = (at: Date, tail: string): string =>
  `linli-${at.toISOString().slice(0, 19).replace(/[-:]/g, '')}Z-${tail}.tar.zst.age`

/** When a backup of this name was made, or undefined when the name is not ours. */
export function madeAt(name: string): Date | undefined {
  const [, year, month, day, hour, minute, second] = NAME.exec(name) ?? []
  return year ? new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`) : undefined
}

/** What the house's proof covers. */
export const provable = (head: Head, tail: Omit<Tail, 'mac'>): Buffer =>
  Buffer.from(JSON.stringify(['backup', head, { ...tail, mac: undefined }]))
