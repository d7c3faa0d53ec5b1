import type { Database } from '../../kernel/db/database.ts'
import { type AddressBook, addressBook } from './rules/addressBook.ts'
import { bookRows, bookStamp } from './views/addressBook.ts'

/** For so long another instance's change may go unseen here. */
const FRESH_MILLISECONDS = 2000

type Entry = { book: AddressBook; stamp: string; checkedAt: number }
const kept = new WeakMap<Database, Map<number, Entry>>()
const coming = new WeakMap<Database, Map<number, Promise<AddressBook>>>()

/**
 * The names and doors of a region, kept in this process. Every two seconds a short query asks whether one of them changed;
 * who asks meanwhile waits for the same answer.
 */
export async function addressBookOf(db: Database, region: number): Promise<AddressBook> {
  const entry = kept.get(db)?.get(region)
  if (entry && performance.now() - entry.checkedAt < FRESH_MILLISECONDS) return entry.book
  const onTheWay = coming.get(db) ?? new Map<number, Promise<AddressBook>>()
  coming.set(db, onTheWay)
  const asked = onTheWay.get(region) ?? renewed(db, region, entry).finally(() => onTheWay.delete(region))
  onTheWay.set(region, asked)
  return asked
}

async function renewed(db: Database, region: number, entry: Entry | undefined): Promise<AddressBook> {
  const stamp = await bookStamp(db, region)
  if (entry?.stamp === stamp) {
    entry.checkedAt = performance.now()
    return entry.book
  }
  const { areas, aliases } = await bookRows(db, region)
  const book = addressBook(areas, aliases)
  const regions = kept.get(db) ?? new Map<number, Entry>()
  kept.set(db, regions.set(region, { book, stamp, checkedAt: performance.now() }))
  return book
}

/** After this process has changed a name or a door itself: the next search asks at once whether it is so. */
export function forgetAddresses(db: Database, region: number): void {
  const entry = kept.get(db)?.get(region)
  if (entry) entry.checkedAt = Number.NEGATIVE_INFINITY
}
