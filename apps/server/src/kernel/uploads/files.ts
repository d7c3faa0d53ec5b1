import { createHash } from 'node:crypto'
import type { Readable } from 'node:stream'
import sql, { type Sql } from 'sql-template-tag'
import type { Database } from '../db/database.ts'
import type { Scope } from '../db/scope.ts'
import { newId } from '../ids.ts'
import { notFound } from '../problem.ts'
import type { Place } from './exifPlace.ts'
import type { Storage } from './storage.ts'

type FileKind = 'photo' | 'voice' | 'document'
export type NewFile<K extends FileKind = FileKind> = {
  readonly kind: K
  readonly bytes: Buffer
  readonly mediaType: string
  readonly width?: number
  readonly height?: number
  readonly place?: Place | undefined
}
export type StoredFile<K extends FileKind = FileKind> = {
  id: string
  kind: K
  mediaType: string
  bytes: number
  width: number | null
  height: number | null
}
type FileRow = {
  storage_key: string
  media_type: string
  bytes: number
  uploaded_by: string
  order_id: string | null
}
type Keeper<K extends FileKind> = {
  readonly scope: Scope
  readonly personId: string
  remember(stored: StoredFile<K>): Sql
  /** What else is written in the same commit. */
  also?(stored: StoredFile<K>): readonly Sql[]
}

/**
 * Keeps a file: first the bytes, safe on disk, then its row with the request's key. A repeat or a failure takes the
 * bytes away again; a power cut between the two leaves bytes that no row names, which is harmless.
 */
export async function keepFile<K extends FileKind>(
  db: Database,
  storage: Storage,
  { scope, personId, remember, also = () => [] }: Keeper<K>,
  file: NewFile<K>,
): Promise<StoredFile<K>> {
  const id = newId()
  const storageKey = `${scope.region}-${id}`
  const stored = {
    id,
    kind: file.kind,
    mediaType: file.mediaType,
    bytes: file.bytes.length,
    width: file.width ?? null,
    height: file.height ?? null,
  }
  await storage.put(storageKey, file.bytes)
  try {
    await db.commit(scope, [
      remember(stored),
      sql`insert into files (region_id, id, kind, media_type, bytes, width, height, sha256, storage_key, uploaded_by, taken_latitude, taken_longitude, at)
        values (${scope.region}, ${id}, ${stored.kind}, ${stored.mediaType}, ${stored.bytes}, ${stored.width}, ${stored.height},
          ${createHash('sha256').update(file.bytes).digest()}, ${storageKey}, ${personId}, ${file.place?.latitude ?? null}, ${file.place?.longitude ?? null}, app_now())`,
      ...also(stored),
    ])
  } catch (error) {
    if (await isUnknown(db, scope, id)) await storage.remove(storageKey)
    throw error
  }
  return stored
}

/** When the connection was lost at COMMIT the row may stand: its bytes must stay then, and when we cannot ask. */
async function isUnknown(db: Database, scope: Scope, id: string): Promise<boolean> {
  try {
    return (
      (await db.read(scope, sql`select 1 from files where region_id = ${scope.region} and id = ${id}`))
        .length === 0
    )
  } catch {
    return false // the first error is the one to tell
  }
}

/**
 * Opens a file for one who may read it. The scope is the net; `mayRead` is the policy, since the net opens a whole area
 * to every role in it.
 * @throws notFound also when it exists for others or its bytes were erased
 */
export async function readFile(
  db: Database,
  storage: Storage,
  scope: Scope,
  id: string,
  mayRead: (file: { uploadedBy: string; orderId: string | null }) => Promise<boolean>,
): Promise<{ stream: Readable; mediaType: string; bytes: number }> {
  const [row] = await db.read<FileRow>(
    scope,
    sql`select storage_key, media_type, bytes, uploaded_by, order_id from files where region_id = ${scope.region} and id = ${id} and erased_at is null`,
  )
  if (!row || !(await mayRead({ uploadedBy: row.uploaded_by, orderId: row.order_id }))) throw notFound()
  return { stream: await storage.get(row.storage_key), mediaType: row.media_type, bytes: row.bytes }
}

/** Marks a file as erased, in the commit of whatever takes it away; then its bytes go. Safe to repeat. */
export const eraseStatement = (region: number, id: string): Sql => sql`
  update files set erased_at = coalesce(erased_at, app_now()), taken_latitude = null, taken_longitude = null
  where region_id = ${region} and id = ${id}::uuid returning storage_key`

/** Takes the bytes away for good and keeps the row with the day. Safe to repeat, which finishes a broken-off erasure. */
export async function eraseFile(db: Database, storage: Storage, scope: Scope, id: string): Promise<void> {
  const [rows] = await db.commit(scope, [eraseStatement(scope.region, id)])
  const key = rows?.[0]?.['storage_key']
  if (typeof key !== 'string') throw notFound()
  await storage.remove(key)
}
