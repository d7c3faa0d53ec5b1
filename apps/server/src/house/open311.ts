import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { languageOf, problemOf } from '../kernel/http/problems.ts'
import type { Answer, Asked, Door } from '../rooms/open311/index.ts'

const FORM = 'application/x-www-form-urlencoded'
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
/** Nine photos as phones take them. */
const PARTS = { files: 9, fields: 60, fieldSize: 32 * 1024 }

export type Open311Settings = {
  readonly defaultRegion: () => number
  readonly publicUrl?: string | undefined
  readonly secureCookies: boolean
  /** Told after a request was written. */
  afterCommand(): void
}

/**
 * Serves the door of Open311 at /open311, to whoever asks from wherever: pages of other sites too, since nobody's session
 * counts here.
 */
export async function addOpen311(app: FastifyInstance, door: Door, settings: Open311Settings): Promise<void> {
  await app.register(
    async (open) => {
      open.removeContentTypeParser(['application/json', 'text/plain'])
      open.addContentTypeParser(FORM, { parseAs: 'string' }, (_request, body, done) => done(null, body))
      open.addHook('onRequest', async (_request, reply) => {
        reply
          .header('access-control-allow-origin', '*')
          .header('cross-origin-resource-policy', 'cross-origin')
          .header('cache-control', 'no-store')
      })
      open.setErrorHandler((error, request, reply) => {
        const problem = problemOf(error, undefined, languageOf(request))
        if (problem.status >= 500) throw error
        const refused = door.refuse(partOf(request), problem)
        if (!refused) throw error
        return send(reply, refused)
      })
      open.route({
        method: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
        url: '/*',
        handler: async (request, reply) => {
          const answer = await door.answer(await askedOf(request, settings))
          if (request.method === 'POST') settings.afterCommand()
          return send(reply, answer)
        },
      })
      open.options('/*', (_request, reply) =>
        reply
          .code(204)
          .header('access-control-allow-methods', 'GET, POST')
          .header('access-control-allow-headers', 'content-type, accept-language, idempotency-key')
          .header('access-control-max-age', '86400')
          .send(),
      )
    },
    { prefix: '/open311' },
  )
}

const send = (reply: FastifyReply, { status, mediaType, body, retryAfter }: Answer): FastifyReply => {
  if (retryAfter !== undefined) reply.header('retry-after', retryAfter)
  return reply.code(status).header('content-type', mediaType).send(body)
}

const partOf = (request: FastifyRequest): Pick<Asked, 'path' | 'accept' | 'language'> => ({
  path: (request.params as { '*': string })['*'], // the route's own wildcard
  accept: request.headers.accept,
  language: languageOf(request),
})

async function askedOf(request: FastifyRequest, settings: Open311Settings): Promise<Asked> {
  const { fields, files } = await formOf(request)
  const idempotencyKey = request.headers['idempotency-key']
  return {
    ...partOf(request),
    method: request.method === 'HEAD' ? 'GET' : request.method,
    query: new URL(request.url, 'http://linli').searchParams,
    fields,
    files,
    idempotencyKey:
      typeof idempotencyKey === 'string' && UUID.test(idempotencyKey)
        ? idempotencyKey.toLowerCase()
        : undefined,
    address: request.ip,
    region: settings.defaultRegion(),
    publicUrl: settings.publicUrl ?? `${settings.secureCookies ? 'https' : 'http'}://${request.host}`,
  }
}

/** A form as it is sent by either kind; files are its photos, whatever their fields are called. */
async function formOf(request: FastifyRequest): Promise<{ fields: URLSearchParams; files: Buffer[] }> {
  if (!request.isMultipart())
    return { fields: new URLSearchParams(typeof request.body === 'string' ? request.body : ''), files: [] }
  const [fields, files] = [new URLSearchParams(), [] as Buffer[]]
  for await (const part of request.parts({ limits: PARTS })) {
    if (part.type === 'field') fields.append(part.fieldname, String(part.value))
    else {
      const bytes = await part.toBuffer()
      if (bytes.length > 0) files.push(bytes) // an empty file field is no photo
    }
  }
  return { fields, files }
}
