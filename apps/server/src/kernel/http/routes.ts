import type { MultipartFile } from '@fastify/multipart'
import type { Endpoint } from '@linli/contract'
import { PERSON } from '@linli/contract/headers'
import { Shape } from '@linli/contract/schema'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { RecordRefusal } from '../audit/refusals.ts'
import { scopeOf } from '../auth/actor.ts'
import { deviceOf } from '../auth/device.ts'
import { demandNothingDue } from '../auth/due.ts'
import { demandProof } from '../auth/stepUp.ts'
import { type Limits, weightOf } from '../limits/limits.ts'
import { isOpenToGuests, mayCall } from '../policy/policy.ts'
import { forbidden, invalid, keyMissing, otherPerson, signInFirst, tooMany } from '../problem.ts'
import { cookieNames, TICKET_SECONDS } from './cookies.ts'
import { type Command, recall, rememberStatement, requestHash } from './idempotency.ts'
import type { ServeOptions } from './options.ts'
import { languageOf } from './problems.ts'
import type { FileAnswer, HandlerRequest, Room, UploadedFile } from './room.ts'
import { streamLive } from './stream.ts'
import { assertWellFormed } from './wellFormed.ts'

/** An operation that asks for no query takes none: an unknown field is refused here as in a body. */
const NO_QUERY = Shape({})
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i

/**
 * Registers a room's operations. Each request passes the same gates in this order: session, policy's first gate,
 * proof of the person, same-site check, validation, well-formed text, idempotency; then the room's handler. Whom a gate keeps from a person's data or an order is recorded.
 * @throws when an endpoint has no policy row or no handler: the build must not stand
 */
export function registerRoom(
  api: FastifyInstance,
  room: Room,
  options: ServeOptions,
  recordRefusal: RecordRefusal,
  limits: Limits,
): void {
  for (const [operation, endpoint] of Object.entries(room.endpoints)) {
    const access = room.policy.operations[operation]
    const handler = room.handlers[operation]
    if (!access) throw new Error(`operation ${operation} is missing from the policy of ${room.name}`)
    if (!handler && endpoint.kind !== 'stream')
      throw new Error(`operation ${operation} of ${room.name} has no handler`)
    const recording = recorder(room, operation, endpoint, recordRefusal)
    const weight = weightOf(endpoint)
    api.route({
      method: endpoint.method,
      url: endpoint.path,
      schema: {
        ...(endpoint.params ? { params: endpoint.params } : {}),
        querystring: endpoint.query ?? NO_QUERY,
        ...(endpoint.body && endpoint.kind !== 'upload' ? { body: endpoint.body } : {}),
        ...(endpoint.file || endpoint.kind === 'stream'
          ? {}
          : { response: { [endpoint.status ?? 200]: endpoint.response } }),
      },
      onRequest: async (request, reply) => assertWithinLimits(limits, weight, request, reply, options),
      preValidation: recording(async (request) => {
        if (access !== 'public' && !request.actor) throw signInFirst()
        assertSamePerson(request)
        if (!mayCall(access, request.actor)) throw forbidden()
        if (request.actor?.isGuest && !isOpenToGuests(room.policy, operation)) throw forbidden()
        if (access !== 'public') demandNothingDue(room.policy, request.actor)
        demandProof(room.policy, operation, request.actor)
        if (endpoint.kind !== 'read' && endpoint.kind !== 'stream') assertSameSite(request)
        coerceQuery(request)
        for (const part of [request.body, request.query, request.params]) assertWellFormed(part)
      }),
      handler: recording(async (request, reply) => {
        if (endpoint.kind === 'stream') return streamLive(request, reply, options.hub)
        if (!handler) throw new Error(`no handler for ${operation}`)
        const answer = await answerOnce(operation, endpoint, handler, request, reply, options)
        if (endpoint.kind !== 'read') options.afterCommand()
        return respond(endpoint, answer, reply)
      }),
    })
  }
}

/** Before a body is read. @throws tooMany, with the header that says when there is more */
async function assertWithinLimits(
  limits: Limits,
  weight: number,
  request: FastifyRequest,
  reply: FastifyReply,
  options: ServeOptions,
): Promise<void> {
  const { actor } = request
  const region = actor?.region ?? options.defaultRegion()
  const over = await limits.take({ accountId: actor?.accountId, address: request.ip, region }, weight)
  if (!over) return
  request.log.warn({ route: request.routeOptions.url, limit: over.kind }, 'over the limit')
  options.metrics?.limited(over.kind)
  reply.header('retry-after', over.seconds)
  throw tooMany()
}

type Gate = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

/** Records what a gate refuses to somebody signed in, where the room says that the address is about somebody or something. */
function recorder(room: Room, operation: string, endpoint: Endpoint, record: RecordRefusal) {
  const subjects = Object.entries(room.policy.subjects ?? {})
  const subject = subjects.find(([address]) => endpoint.path.startsWith(address))
  return (gate: Gate): Gate => {
    if (!subject) return gate
    const [, subjectKind] = subject
    return async (request, reply) => {
      try {
        return await gate(request, reply)
      } catch (error) {
        if (request.actor) {
          const { id } = request.params as { id?: string } // not validated yet at the first gate
          const subjectId = id !== undefined && UUID.test(id) ? id : undefined
          const attempt = { operation, subjectKind, subjectId, reveals: endpoint.kind === 'session' }
          await record(request.actor, attempt, error)
        }
        throw error
      }
    }
  }
}

async function answerOnce(
  operation: string,
  endpoint: Endpoint,
  handler: NonNullable<Room['handlers'][string]>,
  request: FastifyRequest,
  reply: FastifyReply,
  options: ServeOptions,
): Promise<unknown> {
  const file = endpoint.kind === 'upload' ? await readUpload(request) : undefined
  const keyed = endpoint.kind === 'command' || endpoint.kind === 'upload'
  const command: Command = {
    operation,
    key: keyed ? keyOf(request) : '',
    hash: keyed
      ? requestHash(
          operation,
          request.params,
          request.query,
          request.body ?? null,
          file ? file.bytes.toString('base64') : null,
        )
      : Buffer.alloc(0),
    region: request.actor?.region ?? options.defaultRegion(),
    actor: request.actor,
  }
  try {
    return await handler(handlerRequest(operation, command, file, request, reply, options))
  } catch (error) {
    const before = keyed ? await recall(options.db, command) : undefined
    if (!before) throw error
    return before.response
  }
}

function handlerRequest(
  operation: string,
  command: Command,
  file: UploadedFile | undefined,
  request: FastifyRequest,
  reply: FastifyReply,
  options: ServeOptions,
): HandlerRequest {
  const names = cookieNames(options.secureCookies)
  const me = () => {
    if (!request.actor) throw signInFirst()
    return request.actor
  }
  return {
    operation,
    params: request.params as HandlerRequest['params'], // validated by the route's schema
    query: request.query as HandlerRequest['query'],
    body: request.body as HandlerRequest['body'],
    region: command.region,
    get me() {
      return me()
    },
    visitor: request.actor,
    get scope() {
      return scopeOf(me())
    },
    language: languageOf(request),
    address: request.ip,
    device: deviceOf(request.headers['user-agent']),
    file,
    publicUrl: options.publicUrl ?? cameTo(request, options),
    remember: (response) => rememberStatement(command, response),
    setSession: (token, expiresAt) => {
      reply.setCookie(names.session, token, {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: options.secureCookies,
        expires: new Date(expiresAt),
      })
    },
    clearSession: () => {
      // __Host- is only taken back as it was given: with TLS.
      reply.clearCookie(names.session, {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: options.secureCookies,
      })
      reply.header('clear-site-data', '"cache"')
    },
    ticket: request.cookies[names.ticket],
    setTicket: (ticket) => {
      const cookie = {
        path: '/',
        httpOnly: true,
        sameSite: 'strict',
        secure: options.secureCookies,
      } as const
      if (ticket === undefined) reply.clearCookie(names.ticket, cookie)
      else reply.setCookie(names.ticket, ticket, { ...cookie, maxAge: TICKET_SECONDS })
    },
  }
}

/** The address this request came to. Where cookies need TLS a proxy ends it, so the address outside begins with https. */
const cameTo = (request: FastifyRequest, { secureCookies }: ServeOptions): string =>
  `${secureCookies ? 'https' : 'http'}://${request.host}`

function respond(endpoint: Endpoint, answer: unknown, reply: FastifyReply): unknown {
  reply.code(endpoint.status ?? 200)
  if (isFile(answer)) {
    reply
      .header('content-type', answer.mediaType)
      .header('cache-control', answer.cacheSeconds ? `private, max-age=${answer.cacheSeconds}` : 'no-store')
    if (answer.name)
      reply.header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(answer.name)}`)
    return reply.send(answer.file)
  }
  reply.header('cache-control', 'no-store')
  return reply.send(answer ?? null)
}

function isFile(answer: unknown): answer is FileAnswer {
  return typeof answer === 'object' && answer !== null && 'file' in answer && 'mediaType' in answer
}

function keyOf(request: FastifyRequest): string {
  const key = request.headers['idempotency-key']
  if (typeof key !== 'string' || !UUID.test(key)) throw keyMissing()
  return key.toLowerCase()
}

/** A cookie is sent by the browser whoever asks: a write from another site is refused. Bearer tokens are not affected. */
function assertSameSite(request: FastifyRequest): void {
  if (request.headers.authorization) return
  const site = request.headers['sec-fetch-site']
  if (site && site !== 'same-origin' && site !== 'none') throw forbidden()
  const origin = request.headers.origin
  if (origin && URL.parse(origin)?.host !== request.headers.host) throw forbidden() // `null` is an origin too
}

/** What a device kept for later says whose it is: it is never sent as somebody who signed in there since. */
function assertSamePerson({ headers, actor }: FastifyRequest): void {
  const person = headers[PERSON]
  if (person !== undefined && person !== actor?.accountId) throw otherPerson()
}

/** Query texts that are numbers or booleans become such before validation; bodies are never coerced. */
function coerceQuery(request: FastifyRequest): void {
  const schema = request.routeOptions.schema?.querystring as
    | { properties?: Record<string, { type?: string }> }
    | undefined // our own TypeBox object
  const query = request.query as Record<string, unknown>
  for (const [name, property] of Object.entries(schema?.properties ?? {})) {
    const value = query[name]
    if (typeof value !== 'string') continue
    if (property.type === 'integer' && /^-?\d{1,15}$/.test(value)) query[name] = Number(value)
    if (property.type === 'number' && /^-?\d{1,15}(\.\d{1,15})?$/.test(value)) query[name] = Number(value)
    if (property.type === 'boolean' && (value === 'true' || value === 'false')) query[name] = value === 'true'
    if (property.type === 'array') query[name] = value.split(',')
  }
}

async function readUpload(request: FastifyRequest): Promise<UploadedFile> {
  if (!request.isMultipart()) throw invalid([{ field: 'file', message: '请选择一个文件。' }])
  const part: MultipartFile | undefined = await request.file()
  if (!part) throw invalid([{ field: 'file', message: '请选择一个文件。' }])
  const bytes = await part.toBuffer()
  return { name: part.filename.slice(0, 200), declaredType: part.mimetype, bytes }
}
