import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify'
import { isConnectionLoss, Refused } from '../db/database.ts'
import {
  busy,
  invalid,
  malformedText,
  Problem,
  signInFirst,
  stale,
  tooLarge,
  unexpected,
  unsupported,
} from '../problem.ts'
import { fieldErrors } from './fieldErrors.ts'

/** The language of the answer: Chinese unless the reader prefers English. */
export function languageOf(request: FastifyRequest): 'zh' | 'en' {
  const wanted = request.headers['accept-language'] ?? ''
  return /^\s*en\b/i.test(wanted) ? 'en' : 'zh'
}

/** Whatever went wrong, as a problem with words; what nobody foresaw stays in the log and says nothing of itself outside. */
export function problemOf(
  error: unknown,
  schemas: { body?: unknown; querystring?: unknown; params?: unknown } | undefined,
  language: 'zh' | 'en',
): Problem {
  if (error instanceof Problem) return error
  if (error instanceof Refused) return error.code === 'signedOut' ? signInFirst() : stale()
  if (isConnectionLoss(error)) return busy()
  const known = error as Partial<FastifyError> // whatever was thrown, read loosely
  if (known.validation) {
    const where = known.validationContext ?? 'body'
    const schema =
      where === 'body' ? schemas?.body : where === 'querystring' ? schemas?.querystring : schemas?.params
    return invalid(fieldErrors(known.validation, schema, language))
  }
  if (known.code === 'FST_ERR_CTP_BODY_TOO_LARGE' || known.code === 'FST_REQ_FILE_TOO_LARGE')
    return tooLarge()
  if (known.code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE') return unsupported()
  if (known.statusCode === 400) return known.code?.startsWith('FST_ERR_BAD_URL') ? malformedText() : invalid()
  return unexpected()
}

/** Sends RFC 9457 problem details. */
export function sendProblem(reply: FastifyReply, problem: Problem, language: 'zh' | 'en'): FastifyReply {
  return reply
    .code(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('content-language', language === 'en' ? 'en' : 'zh-CN')
    .header('cache-control', 'no-store')
    .serializer((payload: unknown) => JSON.stringify(payload))
    .send({
      type: `urn:linli:problem:${problem.code}`,
      title: problem.words[language],
      status: problem.status,
      detail: problem.words[language],
      code: problem.code,
      ...(problem.fields.length > 0 ? { errors: problem.fields } : {}),
    })
}
