import { useCallback, useEffect, useState } from 'react'
import { call } from './api.ts'
import type { Answer, Input, OperationOf } from './endpoints.ts'
import { onLive } from './live.ts'

type Entry = { data?: unknown; error?: Error; asking?: Promise<void>; watchers: Set<() => void> }
const cache = new Map<string, Entry>()

function entryOf(key: string): Entry {
  const known = cache.get(key)
  if (known) return known
  const fresh: Entry = { watchers: new Set() }
  cache.set(key, fresh)
  return fresh
}

const tell = (entry: Entry) => {
  for (const watcher of entry.watchers) watcher()
}

function ask(entry: Entry, fetcher: () => Promise<unknown>): Promise<void> {
  entry.asking ??= fetcher()
    .then((data) => {
      entry.data = data
      delete entry.error
    })
    .catch((error: unknown) => {
      entry.error = error instanceof Error ? error : new Error(String(error))
    })
    .finally(() => {
      delete entry.asking
      tell(entry)
    })
  return entry.asking
}

/** Forgets everything that was read, for signing in and out. */
export function forgetQueries(): void {
  cache.clear()
}

export type Query<T> = {
  /** The last answer, even while a newer one is on its way. */
  readonly data: T | undefined
  /** Why the last try failed; an older `data` may still be there to show. */
  readonly error: Error | undefined
  /** Nothing to show yet. */
  readonly loading: boolean
  readonly retry: () => Promise<void>
}

/**
 * Reads one operation: shows what is known at once, asks again on mount, on return to the page, and on each live event
 * whose name starts with one of `refetchOn`. `input` undefined means: not yet.
 */
export function useQuery<O extends OperationOf<'read'>>(
  operation: O,
  input: Input<O> | undefined,
  refetchOn: readonly string[] = [],
): Query<Answer<O>> {
  const written = input === undefined ? '' : JSON.stringify(input)
  const key = written && `${operation} ${written}`
  const starts = refetchOn.join(' ')
  const [, render] = useState(0)

  const retry = useCallback(async () => {
    if (key === '') return
    // Reading the input back from its writing keeps this callback stable between renders.
    await ask(entryOf(key), () => call(operation, JSON.parse(written) as Input<O>))
  }, [operation, key, written])

  useEffect(() => {
    if (key === '') return
    const entry = entryOf(key)
    const watcher = () => render((count) => count + 1)
    entry.watchers.add(watcher)
    const again = () => {
      if (document.visibilityState === 'visible') void retry()
    }
    const names = starts === '' ? [] : starts.split(' ')
    const stop = onLive(({ event }) => {
      if (names.some((name) => event.startsWith(name))) again()
    })
    document.addEventListener('visibilitychange', again)
    window.addEventListener('online', again)
    void retry()
    return () => {
      entry.watchers.delete(watcher)
      stop()
      document.removeEventListener('visibilitychange', again)
      window.removeEventListener('online', again)
    }
  }, [key, retry, starts])

  const entry = key === '' ? undefined : cache.get(key)
  // The cache is filled only by this operation under this key, so its answer has this type.
  const data = entry?.data as Answer<O> | undefined
  return { data, error: entry?.error, loading: data === undefined && entry?.error === undefined, retry }
}
