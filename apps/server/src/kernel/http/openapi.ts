import type { Endpoint, Words } from '@linli/contract'
import type { TSchema } from '@linli/contract/schema'
import type { Access, FieldRule } from '../policy/policy.ts'
import { PARAMETERS, PROBLEM_RESPONSES, problemsOf, SCHEMAS, SECURITY } from './openapiParts.ts'
import type { Room } from './room.ts'

export type OpenApiInfo = { readonly title: string; readonly version: string; readonly description?: string }
type Json = { readonly [name: string]: unknown }
/** Who may call, as the policy table says it: `rows` only for `roles`. */
export type Authz = { readonly access: 'public' | 'signedIn' | 'roles'; readonly rows?: Access }
export type OpenApiOperation = Json & {
  readonly operationId: string
  readonly tags: readonly string[]
  readonly parameters: readonly Json[]
  readonly responses: { readonly [status: string]: Json }
  readonly 'x-authz': Authz
  readonly 'x-kind': Endpoint['kind']
  /** Asks for a proof of the person within the last minutes; without one it answers `auth.proveAgain`. */
  readonly 'x-step-up'?: true
  /** Open also to guests, who came by the code of a station. */
  readonly 'x-guests'?: true
}
export type OpenApiDocument = Json & {
  readonly openapi: '3.1.1'
  readonly paths: { readonly [path: string]: { readonly [method: string]: OpenApiOperation } }
}

/**
 * The OpenAPI 3.1 document of the rooms, made from the same endpoint and policy tables that the server registers, so
 * that it cannot say anything else. `x-authz` is the policy row, `x-fields` of a tag its field masks, `x-kind` whether
 * an operation reads, commands, signs in, uploads or streams, `x-step-up` whether it asks for a fresh proof of the person.
 * @throws when an operation has no policy row, or two operations share an id or an address
 */
export function openApiOf(rooms: readonly Room[], info: OpenApiInfo): OpenApiDocument {
  const paths: { [path: string]: { readonly [method: string]: OpenApiOperation } } = {}
  const seen = new Set<string>()
  for (const room of rooms)
    for (const [operationId, endpoint] of Object.entries(room.endpoints)) {
      const access = room.policy.operations[operationId]
      if (!access) throw new Error(`operation ${operationId} is missing from the policy of ${room.name}`)
      if (seen.has(operationId)) throw new Error(`two operations are called ${operationId}`)
      seen.add(operationId)
      const path = endpoint.path.replace(/:(\w+)/g, '{$1}')
      const method = endpoint.method.toLowerCase()
      const others = paths[path]
      if (others?.[method]) throw new Error(`two operations answer ${endpoint.method} ${path}`)
      paths[path] = { ...others, [method]: operationOf(room, operationId, endpoint, access) }
    }
  return {
    openapi: '3.1.1',
    jsonSchemaDialect: 'https://json-schema.org/draft/2020-12/schema',
    info,
    servers: [{ url: '/api' }],
    tags: rooms.map((room) => ({ name: room.name, ...fieldsOf(room.policy.fields) })),
    paths,
    components: {
      schemas: SCHEMAS,
      parameters: PARAMETERS,
      responses: PROBLEM_RESPONSES,
      securitySchemes: SECURITY,
    },
  }
}

const bilingual = ({ zh, en }: Words): string => `${zh} · ${en}`

function operationOf(
  { name, policy }: Room,
  operationId: string,
  endpoint: Endpoint,
  access: Access,
): OpenApiOperation {
  const keyed = endpoint.kind === 'command' || endpoint.kind === 'upload'
  const body = bodyOf(endpoint)
  return {
    operationId,
    tags: [name],
    summary: bilingual(endpoint.summary),
    'x-kind': endpoint.kind,
    'x-authz': authzOf(access),
    ...(policy.stepUp?.includes(operationId) ? { 'x-step-up': true } : {}),
    ...(policy.guests?.includes(operationId) ? { 'x-guests': true } : {}),
    security: access === 'public' ? [{}] : [{ session: [] }, { bearer: [] }],
    parameters: [
      ...parametersOf('path', endpoint.params),
      ...parametersOf('query', endpoint.query),
      ...(keyed ? [{ $ref: '#/components/parameters/IdempotencyKey' }] : []),
      { $ref: '#/components/parameters/Language' },
    ],
    ...(body ? { requestBody: body } : {}),
    responses: {
      [String(endpoint.status ?? 200)]: {
        description: bilingual(endpoint.summary),
        content: answerOf(endpoint),
      },
      ...problemsOf({
        guarded: access !== 'public',
        takesInput: Boolean(endpoint.params ?? endpoint.query ?? body),
        writes: endpoint.kind !== 'read' && endpoint.kind !== 'stream',
        uploads: endpoint.kind === 'upload',
        finds: Boolean(endpoint.params),
      }),
    },
  }
}

function authzOf(access: Access): Authz {
  return access === 'public' || access === 'signedIn' ? { access } : { access: 'roles', rows: access }
}

function bodyOf(endpoint: Endpoint): Json | undefined {
  if (endpoint.kind === 'upload') {
    const file = { type: 'string', contentMediaType: 'application/octet-stream' }
    const schema = { type: 'object', required: ['file'], properties: { file } }
    return { required: true, content: { 'multipart/form-data': { schema } } }
  }
  return endpoint.body && { required: true, content: { 'application/json': { schema: endpoint.body } } }
}

function answerOf(endpoint: Endpoint): Json {
  if (endpoint.kind === 'stream') return { 'text/event-stream': { schema: { type: 'string' } } }
  if (endpoint.file)
    return Object.fromEntries(endpoint.file.split(/,\s*/).map((mediaType) => [mediaType, { schema: {} }]))
  return { 'application/json': { schema: endpoint.response } }
}

/** One parameter a property. Lists travel as `state=a,b`. */
function parametersOf(where: 'path' | 'query', schema: TSchema | undefined): Json[] {
  if (!schema) return []
  const { properties = {}, required = [] } = schema as unknown as {
    properties?: { [name: string]: { title?: string; description?: string; type?: string } }
    required?: string[]
  } // our own TypeBox objects
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: where,
    required: where === 'path' || required.includes(name),
    ...(property.title ? { description: property.title } : {}),
    ...(property.type === 'array' ? { style: 'form', explode: false } : {}),
    schema: property,
  }))
}

function fieldsOf(fields: { readonly [field: string]: FieldRule } | undefined): Json {
  return fields && Object.keys(fields).length > 0 ? { 'x-fields': fields } : {}
}
