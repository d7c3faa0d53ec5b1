import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'

const DIST = fileURLToPath(new URL('../../../screens/dist', import.meta.url))
const YEAR_SECONDS = 365 * 24 * 3600

/** Serves hand at `/` and desk at `/desk/` from their builds; any other address of a page gets the page's own document. */
export async function addScreens(app: FastifyInstance): Promise<void> {
  for (const [name, prefix] of [
    ['desk', '/desk/'],
    ['hand', '/'],
  ] as const) {
    const root = join(DIST, name)
    if (!existsSync(root)) continue // a server started by tests without screens still answers the API
    await app.register(fastifyStatic, {
      root,
      prefix,
      decorateReply: name === 'desk' || !existsSync(join(DIST, 'desk')),
      preCompressed: true,
      wildcard: false,
      dotfiles: 'deny',
      index: ['index.html'],
      setHeaders: (reply, path) =>
        reply.header(
          'cache-control',
          /\/assets\//.test(path) ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache',
        ),
    })
  }
  if (!existsSync(DIST)) return
  app.get('/desk', (_request, reply) => reply.redirect('/desk/'))
  for (const [name, address] of [
    ['desk', '/desk/*'],
    ['hand', '/*'],
  ] as const)
    app.get(address, (request, reply) => {
      // A page's address has no dot in its last part; a missing file must not be answered with a page.
      if (/\.[a-z0-9]+$/i.test(new URL(request.url, 'http://x').pathname) || request.url.startsWith('/api/'))
        return reply.callNotFound()
      return reply.header('cache-control', 'no-cache').sendFile('index.html', join(DIST, name))
    })
}
