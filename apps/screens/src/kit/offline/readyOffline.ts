const CACHE = 'linli-pages'

/**
 * Keeps the pages that were loaded until now, so that they open without a network. Browsers allow it on https and
 * localhost only; elsewhere the visits are safe all the same and the page must stay open.
 * @returns whether pages open without a network from now on
 */
export async function readyOffline(): Promise<boolean> {
  if (!('serviceWorker' in navigator) || !('caches' in window)) return false
  try {
    await navigator.serviceWorker.register('/offline.js')
    const cache = await caches.open(CACHE)
    const loaded = performance
      .getEntriesByType('resource')
      .map(({ name }) => name)
      .filter((name) => name.startsWith(`${location.origin}/assets/`))
    const kept = (await cache.keys()).map(({ url }) => url).filter((url) => url.includes('/assets/'))
    // Pages that another room keeps stay; with a new first script everything kept is of an earlier version.
    const first = document.querySelector<HTMLScriptElement>('script[type=module][src]')?.src ?? ''
    if (!kept.includes(first)) await Promise.all(kept.map((url) => cache.delete(url)))
    await cache.addAll(['/', ...new Set(loaded)])
    return true
  } catch {
    return false // no room, or no network in between: the page says that it must stay open
  }
}
