import type { FastifyError } from 'fastify'
import type { FieldError } from '../problem.ts'

type Finding = NonNullable<FastifyError['validation']>[number]

type Properties = {
  [name: string]: { title?: string; description?: string; properties?: Properties } | undefined
}

/** Turns the validator's findings into sentences that name the field as the screen does (the schema's `title`). */
export function fieldErrors(found: readonly Finding[], schema: unknown, language: 'zh' | 'en'): FieldError[] {
  const seen = new Set<string>()
  return found.flatMap((error) => {
    const path = fieldPath(error)
    if (seen.has(path)) return []
    seen.add(path)
    const property = lookUp(schema, path)
    const name = property?.title ?? path
    return [{ field: path, message: sentence(error, name, property?.description, language) }]
  })
}

function fieldPath(error: Finding): string {
  const parts = error.instancePath.split('/').filter(Boolean)
  const extra = error.params.missingProperty ?? error.params.additionalProperty
  if (typeof extra === 'string') parts.push(extra)
  return parts.join('.')
}

function lookUp(schema: unknown, path: string): { title?: string; description?: string } | undefined {
  let at = schema as { properties?: Properties; title?: string; description?: string } | undefined // a JSON schema, read loosely
  for (const part of path.split('.')) at = at?.properties?.[part]
  return at
}

function sentence(error: Finding, name: string, hint: string | undefined, language: 'zh' | 'en'): string {
  const [zh, en] = words(error, name, hint)
  return language === 'en' ? en : zh
}

function words({ keyword, params }: Finding, name: string, hint: string | undefined): [string, string] {
  switch (keyword) {
    case 'required':
      return [`请填写“${name}”。`, `Please fill in ${name}.`]
    case 'minLength':
      return [`“${name}”至少要 ${params.limit} 个字。`, `${name} needs at least ${params.limit} characters.`]
    case 'maxLength':
      return [
        `“${name}”最多 ${params.limit} 个字，请缩短。`,
        `${name} takes at most ${params.limit} characters.`,
      ]
    case 'additionalProperties':
      return [`“${name}”不是这里能填的内容，请去掉。`, `${name} is not known here; remove it.`]
    case 'enum':
      return [`“${name}”不在可选范围内，请重新选择。`, `${name} is not one of the choices.`]
    case 'minimum':
    case 'maximum':
      return [
        `“${name}”超出了允许的范围（${params.comparison} ${params.limit}）。`,
        `${name} must be ${params.comparison} ${params.limit}.`,
      ]
    case 'minItems':
    case 'maxItems':
      return [
        `“${name}”的个数不对（限 ${params.limit} 个）。`,
        `${name} has the wrong number of entries (limit ${params.limit}).`,
      ]
    default:
      return [
        `“${name}”的格式不对${hint ? `：${hint}` : '，请检查'}。`,
        `${name} does not have the right form${hint ? `: ${hint}` : ''}.`,
      ]
  }
}
