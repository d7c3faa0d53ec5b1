import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'

const DIST = fileURLToPath(new URL('../../../screens/dist', import.meta.url))
const YEAR_SECONDS = 365 * 24 * 3600

/** The built file of hand's pages beside the first. */
const OTHER_PAGES = builtFile('hand', '/handPages.tsx')

/** The screens that have a folder of addresses to themselves; every other page is hand's. */
const INSIDE = ['desk', 'wall'] as const

/** Serves hand at `/`, desk at `/desk/` and wall at `/wall/` from their builds. A server without built screens (in tests) answers the API alone. */
export async function addScreens(app: FastifyInstance): Promise<void> {
  for (const name of [...INSIDE, 'hand']) {
    const root = join(DIST, name)
    if (!existsSync(root)) continue
    await app.register(fastifyStatic, {
      root,
      prefix: name === 'hand' ? '/' : `/${name}/`,
      prefixAvoidTrailingSlash: false,
      decorateReply: !app.hasReplyDecorator('sendFile'),
      preCompressed: true,
      dotfiles: 'deny',
      redirect: false,
      setHeaders: (reply, path) => {
        const forever = path.includes('/assets/')
        void reply.header(
          'cache-control',
          forever ? `public, max-age=${YEAR_SECONDS}, immutable` : 'no-cache',
        )
      },
    })
  }
  for (const name of INSIDE)
    if (existsSync(join(DIST, name)))
      app.get(`/${name}`, async (_request, reply) => reply.redirect(`/${name}/`))
}

/**
 * Any address of a page gets the page's own document; a missing file or operation does not.
 * @returns undefined when it is no page's address
 */
export function pageFallback(request: FastifyRequest, reply: FastifyReply): FastifyReply | undefined {
  const { pathname } = new URL(request.url, 'http://linli')
  const isPage = request.method === 'GET' && !pathname.startsWith('/api/') && !/\.[a-z0-9]+$/i.test(pathname)
  const root = join(DIST, INSIDE.find((name) => pathname.startsWith(`/${name}/`)) ?? 'hand')
  if (!isPage || !existsSync(join(root, 'index.html'))) return undefined
  // Whoever comes by a link or a code gets these together with the first script, not after it.
  if (OTHER_PAGES && root.endsWith('hand')) void reply.header('link', `</${OTHER_PAGES}>; rel=modulepreload`)
  return reply.code(200).header('cache-control', 'no-cache').sendFile('index.html', root)
}

/** The file that a source became in a screen's build; undefined without a build. */
function builtFile(screen: string, source: string): string | undefined {
  const path = join(DIST, screen, '.vite/manifest.json')
  if (!existsSync(path)) return undefined
  const manifest: Record<string, { file: string }> = JSON.parse(readFileSync(path, 'utf8'))
  return Object.entries(manifest).find(([name]) => name.endsWith(source))?.[1].file
}
