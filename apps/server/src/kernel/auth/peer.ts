const PATIENCE_MILLISECONDS = 8000
const MOST_BYTES = 64 * 1024

/** A service outside did not do what was asked of it. `code` is its own word for it, safe for a log. */
export class PeerFailure extends Error {
  readonly code: string
  constructor(code: string, options?: ErrorOptions) {
    super('a service outside failed', options)
    this.name = 'PeerFailure'
    this.code = /^[\w.:-]{1,80}$/.test(code) ? code : 'unreadable'
  }
}

export type PeerRequest = {
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly headers?: Record<string, string>
  readonly body?: string
  /** How long the whole exchange may take. */
  readonly patienceMilliseconds?: number | undefined
}

/**
 * Asks a service outside and reads its JSON, within a bound of time and size, following no redirect.
 * The address may hold secrets or a phone number: it appears in no error.
 * @throws PeerFailure `timeout`, `unreachable`, `tooLarge` or `notJson`
 */
export async function askPeer(request: PeerRequest): Promise<{ status: number; answer: PeerAnswer }> {
  const { url, method, headers = {}, body, patienceMilliseconds = PATIENCE_MILLISECONDS } = request
  try {
    const response = await fetch(url, {
      method,
      headers,
      ...(body === undefined ? {} : { body }),
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMilliseconds),
    })
    return { status: response.status, answer: objectIn(await bounded(response)) }
  } catch (error) {
    if (error instanceof PeerFailure) throw error
    const isLate = error instanceof Error && error.name === 'TimeoutError'
    throw new PeerFailure(isLate ? 'timeout' : 'unreachable')
  }
}

/** What a service answered: an object, read loosely. */
export type PeerAnswer = { readonly [name: string]: unknown }

export const isObject = (value: unknown): value is PeerAnswer =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** A field of an answer where it is a text. */
export const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined)

async function bounded(response: Response): Promise<string> {
  const parts: Uint8Array[] = []
  let bytes = 0
  for await (const part of response.body ?? []) {
    bytes += part.byteLength
    if (bytes > MOST_BYTES) throw new PeerFailure('tooLarge')
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}

function objectIn(text: string): PeerAnswer {
  const notJson = new PeerFailure('notJson')
  try {
    const value: unknown = JSON.parse(text)
    if (isObject(value)) return value
  } catch {
    throw notJson // the parser's own words would quote the text
  }
  throw notJson
}
