import type { OpenApiDocument, OpenApiOperation } from '../../apps/server/src/kernel/http/openapi.ts'

type Loose = { readonly [name: string]: unknown }
const isObject = (value: unknown): value is Loose =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const TYPES = ['array', 'boolean', 'integer', 'null', 'number', 'object', 'string']
const METHODS = ['get', 'post', 'put', 'patch', 'delete']

/** What of OpenAPI 3.1 can be judged without a network: one sentence a mistake. */
export function openApiMistakes(document: OpenApiDocument): string[] {
  const mistakes: string[] = []
  const tags = new Set((document['tags'] as Loose[]).map(({ name }) => name))
  const ids = new Set<string>()
  const shapes = new Set<string>()
  for (const [path, item] of Object.entries(document.paths)) {
    const shape = path.replace(/\{\w+\}/g, '{}')
    if (shapes.has(shape)) mistakes.push(`${path}: the same address under other names`)
    shapes.add(shape)
    for (const [method, operation] of Object.entries(item)) {
      const say = (what: string): number => mistakes.push(`${method} ${path}: ${what}`)
      if (!METHODS.includes(method)) say('is no method')
      if (ids.has(operation.operationId)) say(`operationId ${operation.operationId} is used twice`)
      ids.add(operation.operationId)
      if (!operation.tags.every((tag) => tags.has(tag))) say('a tag is not declared')
      if (method === 'get' && operation['requestBody']) say('a GET has a body')
      judgeParameters(document, path, operation, say)
      judgeResponses(document, operation, say)
    }
  }
  walk(document, document, '#', mistakes)
  return mistakes
}

function judgeParameters(
  document: OpenApiDocument,
  path: string,
  operation: OpenApiOperation,
  say: (what: string) => number,
): void {
  const parameters = operation.parameters.map((parameter) => resolve(document, parameter))
  const keys = parameters.map(({ in: where, name }) => `${where}:${name}`)
  if (new Set(keys).size !== keys.length) say('a parameter stands twice')
  const named = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => `path:${name}`)
  const declared = keys.filter((key) => key.startsWith('path:'))
  if (named.sort().join() !== declared.sort().join())
    say(`the address names ${named}, the parameters ${declared}`)
  for (const parameter of parameters) {
    if (!isObject(parameter['schema'])) say(`parameter ${parameter['name']} has no schema`)
    if (parameter['in'] === 'path' && parameter['required'] !== true)
      say('a parameter in the address must be required')
  }
}

function judgeResponses(
  document: OpenApiDocument,
  operation: OpenApiOperation,
  say: (what: string) => number,
): void {
  const statuses = Object.keys(operation.responses)
  if (!statuses.some((status) => /^2\d\d$/.test(status))) say('nothing says what success answers')
  for (const [status, response] of Object.entries(operation.responses)) {
    if (!/^[1-5]\d\d$/.test(status)) say(`${status} is no status`)
    if (typeof resolve(document, response)['description'] !== 'string')
      say(`response ${status} has no description`)
  }
}

/** References resolve; schemas use types and keywords that exist and require only what they describe. */
function walk(document: OpenApiDocument, value: unknown, at: string, mistakes: string[]): void {
  if (Array.isArray(value)) {
    for (const [index, entry] of value.entries()) walk(document, entry, `${at}/${index}`, mistakes)
    return
  }
  if (!isObject(value)) return
  if (typeof value['$ref'] === 'string' && !pointedAt(document, value['$ref']))
    mistakes.push(`${at}: ${value['$ref']} points nowhere`)
  if (at.endsWith('/schema') || at.includes('/schema/')) judgeSchema(value, at, mistakes)
  for (const [name, entry] of Object.entries(value)) walk(document, entry, `${at}/${name}`, mistakes)
}

function judgeSchema(schema: Loose, at: string, mistakes: string[]): void {
  if (at.endsWith('/properties') || at.endsWith('/patternProperties')) return
  const { type, required, properties, pattern, enum: codes } = schema
  if (typeof type === 'string' && !TYPES.includes(type)) mistakes.push(`${at}: type ${type}`)
  if (Array.isArray(required) && isObject(properties))
    for (const name of required)
      if (!(String(name) in properties)) mistakes.push(`${at}: requires ${name}, which it does not describe`)
  if (codes !== undefined && (!Array.isArray(codes) || codes.length === 0))
    mistakes.push(`${at}: an empty enum`)
  if (typeof pattern === 'string') {
    try {
      new RegExp(pattern, 'u')
    } catch {
      mistakes.push(`${at}: pattern ${pattern} is none`)
    }
  }
}

function resolve(document: OpenApiDocument, value: Loose): Loose {
  return typeof value['$ref'] === 'string' ? (pointedAt(document, value['$ref']) ?? {}) : value
}

function pointedAt(document: OpenApiDocument, reference: string): Loose | undefined {
  let at: unknown = document
  for (const part of reference.replace(/^#\//, '').split('/')) at = isObject(at) ? at[part] : undefined
  return isObject(at) ? at : undefined
}
