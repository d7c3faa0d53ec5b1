// Opens pages that were kept when there is no network. What is asked of the server is never kept here.
const CACHE = 'linli-pages'

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

const kept = async (request) => (await (await caches.open(CACHE)).match(request)) ?? Response.error()

/** Built files never change under their name. */
const file = async (request) => {
  const found = await (await caches.open(CACHE)).match(request)
  return found ?? fetch(request)
}
/** Every address of hand shows the same document; the newest one where there is a network. */
const page = (request) => fetch(request).catch(() => kept('/'))

self.addEventListener('fetch', (event) => {
  const { request } = event
  const { origin, pathname } = new URL(request.url)
  if (request.method !== 'GET' || origin !== self.location.origin) return
  if (/^\/(desk|wall|api)(\/|$)/.test(pathname)) return
  if (pathname.startsWith('/assets/')) event.respondWith(file(request))
  else if (request.mode === 'navigate') event.respondWith(page(request))
})
