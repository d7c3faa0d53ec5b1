import type { Input, Operation } from '../kit/house.ts'

/** A JSON schema, read loosely. */
export type Schema = {
  readonly type?: string
  readonly properties?: { readonly [name: string]: Schema }
  readonly required?: readonly string[]
  readonly items?: Schema
  readonly anyOf?: readonly Schema[]
  readonly enum?: readonly unknown[]
  readonly format?: string
  readonly pattern?: string
  readonly maxLength?: number
  readonly maximum?: number
}
export type Mutation = { readonly name: string; readonly input: Input }
type Parameter = {
  readonly name?: string
  readonly in?: string
  readonly required?: boolean
  readonly schema?: Schema
}

/** What an operation takes, from its own description. */
export function schemasOf(operation: Operation): {
  body: Schema | undefined
  query: Map<string, Schema>
  params: Map<string, Schema>
} {
  const parameters = operation.parameters as readonly Parameter[]
  const named = (where: string): Map<string, Schema> =>
    new Map(
      parameters.filter(({ in: at }) => at === where).map(({ name, schema }) => [name ?? '', schema ?? {}]),
    )
  const body = operation['requestBody'] as
    | { content: { 'application/json'?: { schema: Schema } } }
    | undefined
  return { body: body?.content['application/json']?.schema, query: named('query'), params: named('path') }
}

const LONG = '长'.repeat(350_000) // a little over one megabyte of UTF-8
const BAD_TEXTS: readonly (readonly [string, unknown])[] = [
  ['a NUL byte', '甲\u0000乙'],
  ['a lone surrogate', '甲\ud83d乙'],
  ['one megabyte', LONG],
  ['a number for a text', 12_345],
  ['an object for a text', { zh: '甲' }],
  ['a list for a text', ['甲']],
]
const BAD_NUMBERS: readonly (readonly [string, unknown])[] = [
  ['an absurd number', 1e308],
  ['a negative number', -(2 ** 53)],
  ['a fraction', 1.5],
  ['a text for a number', "1'; drop table orders; --"],
]
const BAD_TRUTHS: readonly (readonly [string, unknown])[] = [
  ['a text for yes or no', 'true'],
  ['a number for yes or no', 1],
]
const OF_A_KIND: { readonly [type: string]: readonly (readonly [string, unknown])[] } = {
  string: BAD_TEXTS,
  integer: BAD_NUMBERS,
  boolean: BAD_TRUTHS,
  array: [
    ['a text for a list', '甲'],
    ['a list of objects', [{ $ne: null }]],
  ],
}

/** Free text asks only for one visible character; any other pattern is a form. */
const isForm = ({ pattern }: Schema): boolean => pattern !== undefined && pattern !== '\\S'

/** What may not stand in a field of this schema. */
function badValues(schema: Schema): readonly (readonly [string, unknown])[] {
  if (schema.anyOf) return [['a list for one of several', [[]]]]
  const more: (readonly [string, unknown])[] = []
  if (schema.enum) more.push(['an unknown code', 'nonesuch'])
  if (schema.format === 'uuid') more.push(['no id', "' or 1=1 --"])
  if (schema.format === 'date') more.push(['no day', '2026-02-31'])
  if (isForm(schema)) more.push(['another form', '<script>alert(1)</script>'])
  return [...(OF_A_KIND[schema.enum ? 'string' : (schema.type ?? '')] ?? []), ...more]
}

/** Wrong variants of a valid input, each wrong in one place. */
export function mutationsOf(operation: Operation, valid: Input): Mutation[] {
  const { body, query, params } = schemasOf(operation)
  return [
    ...(body ? bodyMutations(body, valid) : []),
    ...[...query].flatMap(([name, schema]) => textual(schema, true, (text) => [name, 'query', text], valid)),
    ...[...params].flatMap(([name, schema]) =>
      textual(schema, false, (text) => [name, 'params', text], valid),
    ),
    ...(query.size > 0 || operation.method === 'GET'
      ? [{ name: 'an unknown query field', input: { ...valid, query: { ...valid.query, nonesuch: '1' } } }]
      : []),
  ]
}

function bodyMutations(schema: Schema, valid: Input): Mutation[] {
  const body = (valid.body ?? {}) as { readonly [name: string]: unknown }
  const changed = (name: string, value: unknown): Input => ({ ...valid, body: { ...body, [name]: value } })
  const without = (name: string): Input => ({
    ...valid,
    body: Object.fromEntries(Object.entries(body).filter(([key]) => key !== name)),
  })
  return [
    ...Object.entries(schema.properties ?? {}).flatMap(([name, property]) =>
      badValues(property).map(([what, value]) => ({
        name: `${name}: ${what}`,
        input: changed(name, value),
      })),
    ),
    ...(schema.required ?? []).map((name) => ({ name: `without ${name}`, input: without(name) })),
    { name: 'an unknown field', input: changed('isAdmin', true) },
    { name: 'a prototype', input: { ...valid, body: '{"__proto__":{"role":"regionAdmin"}}' } },
    { name: 'a list for the whole', input: { ...valid, body: [body] } },
    { name: 'a text for the whole', input: { ...valid, body: '"甲"' } },
    { name: 'half of a JSON', input: { ...valid, body: '{"version":1,' } },
    { name: 'very deep JSON', input: { ...valid, body: `${'['.repeat(50_000)}${']'.repeat(50_000)}` } },
  ]
}

/** Addresses and queries are texts: whatever is no text there is sent as one. */
function textual(
  schema: Schema,
  isQuery: boolean,
  at: (text: string) => readonly [name: string, part: 'query' | 'params', text: string],
  valid: Input,
): Mutation[] {
  const texts: (readonly [string, string])[] = [
    ['a NUL byte', '甲\u0000乙'],
    ...(isQuery ? [['a very long text', 'x'.repeat(12_000)] as const] : []),
    ...(schema.format || isForm(schema) || schema.enum ? ([['SQL', "' or '1'='1"]] as const) : []),
    ...(schema.type === 'integer'
      ? ([
          ['no number', 'many'],
          ['an absurd number', '99999999999999999999'],
        ] as const)
      : []),
    ...(schema.type === 'boolean' ? ([['neither yes nor no', 'perhaps']] as const) : []),
  ]
  return texts.map(([what, text]) => {
    const [name, part, value] = at(text)
    return { name: `${name}: ${what}`, input: { ...valid, [part]: { ...valid[part], [name]: value } } }
  })
}

/** Every text that an input may hold without any bound: places where a megabyte could be kept. */
export function unbounded(schema: Schema | undefined, at: string): string[] {
  if (!schema) return []
  const { type, properties = {}, items, anyOf = [] } = schema
  const own =
    type === 'string' &&
    !schema.enum &&
    !schema.format &&
    schema.maxLength === undefined &&
    !(schema.pattern?.startsWith('^') && !/[*+](?!\?)/.test(schema.pattern))
      ? [at]
      : []
  return [
    ...own,
    ...Object.entries(properties).flatMap(([name, property]) => unbounded(property, `${at}.${name}`)),
    ...unbounded(items, `${at}[]`),
    ...anyOf.flatMap((one) => unbounded(one, at)),
  ]
}
