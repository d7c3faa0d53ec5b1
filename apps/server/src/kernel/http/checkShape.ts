import type { TSchema } from '@linli/contract/schema'
import type { FastifySchema } from 'fastify'
import type { FieldError } from '../problem.ts'
import { compilers } from './compilers.ts'
import { fieldErrors } from './fieldErrors.ts'

/**
 * What is wrong with a value whose shape hangs on another field, in the sentences of every other request: for an operation
 * that says itself which schema of the contract is meant.
 * @param under the field that the value stands in, before the names of its parts
 */
export async function checkShape(
  schema: TSchema,
  value: unknown,
  language: 'zh' | 'en',
  under: string,
): Promise<FieldError[]> {
  const { validator } = await compilers()
  const part = { schema: schema as FastifySchema, method: 'POST', url: '/', httpPart: 'body' } // a JSON schema
  const validate = validator(part) as {
    (value: unknown): unknown
    errors?: Parameters<typeof fieldErrors>[0]
  } // as Ajv compiles it
  if (validate(value) === true) return []
  return fieldErrors(validate.errors ?? [], schema, language).map(({ field, message }) => ({
    field: field === '' ? under : `${under}.${field}`,
    message,
  }))
}
