import type { Actor } from './actor.ts'

const LIFE_MILLISECONDS = 3000
const MOST_ENTRIES = 5000

type Entry = { readonly until: number; readonly found: Promise<Actor | undefined>; actor?: Actor | undefined }

/**
 * Actors by token hash for a few seconds; requests that come together share one reading.
 * Unknown tokens are kept too, so that hammering with one costs nothing.
 */
export function actorCache(read: (tokenHash: Buffer) => Promise<Actor | undefined>) {
  const entries = new Map<string, Entry>()
  return {
    get: (tokenHash: Buffer): Promise<Actor | undefined> => {
      const key = tokenHash.toString('base64')
      const kept = entries.get(key)
      if (kept && kept.until > performance.now()) return kept.found
      const entry: Entry = { until: performance.now() + LIFE_MILLISECONDS, found: read(tokenHash) }
      entries.delete(key) // set again at the end: the map's order is the order of age
      entries.set(key, entry)
      for (const oldest of entries.keys()) {
        if (entries.size <= MOST_ENTRIES) break
        entries.delete(oldest)
      }
      entry.found.then(
        (actor) => (entry.actor = actor),
        () => entries.get(key) === entry && entries.delete(key), // the caller is told; the next one asks again
      )
      return entry.found
    },
    /** Drops what is known of a session or account, and every reading under way: it may have begun before the change. */
    forget: (id: string): void => {
      for (const [key, { actor }] of entries)
        if (!actor || actor.sessionId === id || actor.accountId === id) entries.delete(key)
    },
  }
}
