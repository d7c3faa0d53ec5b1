import type { TSchema } from '@linli/contract/schema'

/** A schema of the contract as a form reads it. */
export type FormSchema = {
  readonly type?: string
  readonly title?: string
  readonly description?: string
  readonly enum?: readonly string[]
  readonly anyOf?: readonly FormSchema[]
  readonly items?: FormSchema
  readonly properties?: { readonly [part: string]: FormSchema }
  readonly maxLength?: number
}
export type Row = { readonly [part: string]: unknown }
/** What the person typed: texts where the row has numbers or lists of words. */
export type Draft = { readonly [part: string]: unknown }

export const formSchema = (schema: TSchema): FormSchema => schema as FormSchema // TypeBox schemas are JSON schemas
/** A part that may be empty, without the emptiness. */
export const filled = (schema: FormSchema): FormSchema =>
  schema.anyOf?.find(({ type }) => type !== 'null') ?? schema
export const isNumber = ({ type }: FormSchema): boolean => type === 'integer' || type === 'number'
export const isWordList = (schema: FormSchema): boolean => schema.type === 'array' && !schema.items?.enum

const asDraft = (schema: FormSchema, value: unknown): unknown => {
  const part = filled(schema)
  if (value === null || value === undefined)
    return part.type === 'boolean' ? false : part.type === 'array' ? [] : undefined
  if (isNumber(part)) return String(value)
  if (isWordList(part) && Array.isArray(value)) return value.join('、')
  if (part.properties) return draftOf(part, value as Row) // an object's schema describes an object
  return value
}
/** A row as a form begins with it. */
export const draftOf = (schema: FormSchema, row: Row | null): Draft =>
  Object.fromEntries(
    Object.entries(schema.properties ?? {}).map(([part, one]) => [part, asDraft(one, row?.[part])]),
  )

const asValue = (schema: FormSchema, typed: unknown): unknown => {
  const part = filled(schema)
  const none = schema.anyOf ? null : undefined
  if (typed === undefined || typed === '') return isWordList(part) ? [] : none
  // What is no number goes as it is: the server says what is wrong with it.
  if (isNumber(part)) return Number.isFinite(Number(typed)) ? Number(typed) : typed
  if (isWordList(part))
    return String(typed)
      .split(/[、,，;；\n]/)
      .map((word) => word.trim())
      .filter(Boolean)
  if (part.properties) return rowOf(part, typed as Draft) // made by draftOf
  return typed
}
/** What a form says, as the contract writes a row. Ticks that are off and were never on are left out. */
export const rowOf = (schema: FormSchema, draft: Draft): Row =>
  Object.fromEntries(
    Object.entries(schema.properties ?? {}).flatMap(([part, one]) => {
      const value = asValue(one, draft[part])
      return value === undefined ? [] : [[part, value]]
    }),
  )
