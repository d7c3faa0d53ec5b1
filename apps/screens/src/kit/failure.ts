export type FieldError = { readonly field: string; readonly message: string }

/** The server said no, in RFC 9457 problem details: `code` is stable, `detail` is a sentence a person can act on. */
export class Problem extends Error {
  readonly status: number
  readonly code: string
  readonly errors: readonly FieldError[]
  constructor(status: number, code: string, detail: string, errors: readonly FieldError[] = []) {
    super(detail)
    this.name = 'Problem'
    this.status = status
    this.code = code
    this.errors = errors
  }
}

/** No answer came: no signal, a server that is starting, or a connection cut on the way. Sending again is safe. */
export class NetworkFailure extends Error {
  constructor(sentence: string, cause: unknown) {
    super(sentence, { cause })
    this.name = 'NetworkFailure'
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null

const textOf = (value: unknown, otherwise: string) => (typeof value === 'string' && value ? value : otherwise)

function fieldErrors(value: unknown): FieldError[] {
  if (!Array.isArray(value)) return []
  return value
    .filter(isRecord)
    .map(({ field, message }) => ({ field: textOf(field, ''), message: textOf(message, '') }))
    .filter(({ message }) => message !== '')
}

/** Reads problem details out of an answer's body, whatever it holds. */
export function problemFrom(status: number, body: unknown, otherwise: string): Problem {
  const problem = isRecord(body) ? body : {}
  const detail = textOf(problem['detail'], textOf(problem['title'], otherwise))
  return new Problem(
    status,
    textOf(problem['code'], `http.${status}`),
    detail,
    fieldErrors(problem['errors']),
  )
}
