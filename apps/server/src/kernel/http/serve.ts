import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import { PERSON } from '@linli/contract/headers'
import Fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest, LogController } from 'fastify'
import helmet from 'helmet'
import { openRefusals } from '../audit/refusals.ts'
import type { Actor } from '../auth/actor.ts'
import { NO_LIMITS, openLimits } from '../limits/limits.ts'
import { notFound, Problem } from '../problem.ts'
import { compilers } from './compilers.ts'
import { cookieNames } from './cookies.ts'
import { openApiOf } from './openapi.ts'
import type { ServeOptions } from './options.ts'
import { languageOf, problemOf, sendProblem } from './problems.ts'
import { registerRoom } from './routes.ts'

const API = { title: '邻里 Linli', version: '0.1.0' }
const BODY_BYTES = 256 * 1024
const UPLOAD_BYTES = 12 * 1024 * 1024

declare module 'fastify' {
  interface FastifyRequest {
    actor: Actor | undefined
  }
}

/** The web server with every room's operations under /api; screens and health are added by main. */
export async function createServer(options: ServeOptions): Promise<FastifyInstance> {
  const app = Fastify({
    bodyLimit: BODY_BYTES,
    trustProxy: options.trustedProxies?.length ? [...options.trustedProxies] : false,
    logger:
      options.log === false
        ? false
        : {
            ...options.log,
            serializers: {
              req: (request) => ({ method: request.method, route: request.routeOptions?.url }),
              res: (reply) => ({ status: reply.statusCode }),
            },
          },
    // Addresses and query texts are personal data; onResponse below says what may be said.
    logController: new LogController({ disableRequestLogging: true }),
    forceCloseConnections: true,
  })
  const { validator, serializer } = await compilers()
  app.setValidatorCompiler(validator)
  app.setSerializerCompiler(serializer)
  const tilesFrom = options.tilesFrom ? [options.tilesFrom] : []
  const secure = helmet({
    contentSecurityPolicy: {
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'none'"],
        objectSrc: ["'none'"],
        formAction: ["'self'"],
        fontSrc: ["'self'"],
        frameSrc: options.frames ? ["'self'"] : ["'none'"],
        styleSrc: ["'self'", "'unsafe-inline'"], // antd writes its styles while it runs; scripts never stand in a page
        imgSrc: ["'self'", 'data:', 'blob:', ...tilesFrom],
        connectSrc: ["'self'", ...tilesFrom],
        mediaSrc: ["'self'", 'blob:'],
        scriptSrc: ["'self'"],
        frameAncestors: options.frames ? ["'self'"] : ["'none'"],
        upgradeInsecureRequests: null,
      },
    },
    frameguard: options.frames ? { action: 'sameorigin' } : { action: 'deny' },
    strictTransportSecurity: options.secureCookies,
  })
  app.addHook('onRequest', (request, reply, next) => secure(request.raw, reply.raw, () => next()))
  await app.register(cookie)
  await app.register(multipart, { limits: { fileSize: UPLOAD_BYTES, files: 1, fields: 8, fieldSize: 2000 } })
  app.decorateRequest('actor', undefined)
  app.addHook('onRequest', async (request, reply) => {
    const token = tokenOf(request, options.secureCookies)
    if (!token) return
    request.actor = await options.resolveSession(token)
    if (request.actor) reply.header(PERSON, request.actor.accountId)
  })
  app.addHook('onResponse', async (request, reply) => {
    request.log.info(
      {
        route: request.routeOptions.url,
        method: request.method,
        status: reply.statusCode,
        milliseconds: Math.round(reply.elapsedTime),
      },
      'answered',
    )
    options.metrics?.answered(request.routeOptions.url, request.method, reply.statusCode, reply.elapsedTime)
  })
  app.setErrorHandler((error, request, reply) => failed(error, request, reply))
  app.setNotFoundHandler(
    (request, reply) =>
      options.fallback?.(request, reply) ?? sendProblem(reply, notFound(), languageOf(request)),
  )
  await app.register(
    async (api) => {
      const recordRefusal = openRefusals(options.db)
      const limits = openLimits(options.limits ?? NO_LIMITS)
      for (const room of options.rooms) registerRoom(api, room, options, recordRefusal, limits)
      const description = JSON.stringify(openApiOf(options.rooms, API))
      api.get('/openapi.json', (_request, reply) => reply.type('application/json').send(description))
    },
    { prefix: '/api' },
  )
  return app
}

function tokenOf(request: FastifyRequest, secure: boolean): string | undefined {
  const header = request.headers.authorization
  if (header?.startsWith('Bearer ')) return header.slice(7)
  return request.cookies[cookieNames(secure).session]
}

function failed(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const language = languageOf(request)
  const problem = problemOf(error, request.routeOptions.schema, language)
  if (problem.status >= 500)
    request.log.error({ route: request.routeOptions.url, error: describe(error) }, 'failed')
  return sendProblem(reply, problem, language)
}

/** An error for the log: its kind, code and place, without values that people typed. */
export function describe(error: unknown): object {
  if (error instanceof Problem) return { code: error.code }
  if (!(error instanceof Error)) return { kind: typeof error }
  const code = 'code' in error ? error.code : undefined
  const constraint = 'constraint' in error ? error.constraint : undefined
  return {
    kind: error.name,
    code,
    constraint,
    message: code ? undefined : error.message,
    stack: error.stack?.split('\n').slice(1, 6),
  }
}
