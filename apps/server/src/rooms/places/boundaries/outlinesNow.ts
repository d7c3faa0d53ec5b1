import type { Database } from '../../../kernel/db/database.ts'
import { outlinesDrawn, outlinesStamp } from '../views/outlines.ts'
import { type OutlineIndex, outlineIndex } from './outlineIndex.ts'

/** For so long another instance's drawing may go unseen here. */
const FRESH_MILLISECONDS = 2000

type Entry = { index: OutlineIndex; stamp: string; checkedAt: number }
const caches = new WeakMap<Database, Map<number, Promise<Entry>>>()

const cacheOf = (db: Database): Map<number, Promise<Entry>> => {
  const cache = caches.get(db) ?? new Map<number, Promise<Entry>>()
  caches.set(db, cache)
  return cache
}

/**
 * The outlines of a region as they are now, kept in this process. Every two seconds a short query asks whether one was
 * drawn or ended; whoever comes while they are read anew waits for the same reading.
 */
export async function outlinesNow(db: Database, region: number): Promise<OutlineIndex> {
  const cache = cacheOf(db)
  const kept = cache.get(region)
  const entry = await kept
  if (entry && performance.now() - entry.checkedAt < FRESH_MILLISECONDS) return entry.index
  const newer = cache.get(region)
  if (newer && newer !== kept) return (await newer).index
  const reading = refreshed(db, region, entry)
  cache.set(region, reading)
  try {
    return (await reading).index
  } catch (error) {
    if (cache.get(region) === reading) cache.delete(region)
    throw error
  }
}

/** Forgets what this process has kept, after it has drawn itself. */
export function forgetOutlines(db: Database, region: number): void {
  caches.get(db)?.delete(region)
}

async function refreshed(db: Database, region: number, kept: Entry | undefined): Promise<Entry> {
  const stamp = await outlinesStamp(db, region)
  const checkedAt = performance.now()
  if (kept?.stamp === stamp) return { ...kept, checkedAt }
  return { index: outlineIndex(await outlinesDrawn(db, region)), stamp, checkedAt }
}
