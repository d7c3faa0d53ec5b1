import { useSyncExternalStore } from 'react'

/** One value that many components watch. */
export function observable<T>(first: T) {
  let value = first
  const watchers = new Set<() => void>()
  return {
    get: () => value,
    set(next: T) {
      value = next
      for (const watcher of watchers) watcher()
    },
    watch(watcher: () => void) {
      watchers.add(watcher)
      return () => {
        watchers.delete(watcher)
      }
    },
  }
}

export type Observable<T> = ReturnType<typeof observable<T>>

/** The observable's value; the component renders again when it changes. */
export function useObservable<T>(source: Observable<T>): T {
  return useSyncExternalStore(source.watch, source.get)
}
