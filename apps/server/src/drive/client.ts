import { randomUUID } from 'node:crypto'
import type { BodyOf, Endpoint, ParamsOf, QueryOf, ResponseOf } from '@linli/contract'
import { activityDeskEndpoints, activityEndpoints } from '@linli/contract/activities/endpoints'
import { demoEndpoints } from '@linli/contract/demo/endpoints'
import { dutiesEndpoints } from '@linli/contract/duties/endpoints'
import { fileEndpoints, signInEndpoints } from '@linli/contract/kernel/endpoints'
import { merchantDeskEndpoints, merchantEndpoints } from '@linli/contract/merchants/endpoints'
import { orderEndpoints } from '@linli/contract/orders/endpoints'
import { partnerEndpoints } from '@linli/contract/partners/endpoints'
import { accountEndpoints } from '@linli/contract/people/accountEndpoints'
import { peopleEndpoints, teamEndpoints } from '@linli/contract/people/endpoints'
import { boundaryEndpoints, placeEndpoints } from '@linli/contract/places/endpoints'
import { pointsEndpoints } from '@linli/contract/points/endpoints'
import { stationEndpoints } from '@linli/contract/stations/endpoints'
import { lendingEndpoints, queueEndpoints } from '@linli/contract/stations/queueEndpoints'
import { visitDeskEndpoints, visitEndpoints } from '@linli/contract/visits/endpoints'
import type { Wire } from './wire.ts'

const API = {
  ...demoEndpoints,
  ...fileEndpoints,
  ...signInEndpoints,
  ...orderEndpoints,
  ...peopleEndpoints,
  ...teamEndpoints,
  ...accountEndpoints,
  ...placeEndpoints,
  ...boundaryEndpoints,
  ...pointsEndpoints,
  ...stationEndpoints,
  ...queueEndpoints,
  ...lendingEndpoints,
  ...dutiesEndpoints,
  ...activityEndpoints,
  ...activityDeskEndpoints,
  ...merchantEndpoints,
  ...merchantDeskEndpoints,
  ...partnerEndpoints,
  ...visitEndpoints,
  ...visitDeskEndpoints,
} as const
type Api = typeof API
export type Operation = keyof Api
type Part<E, Name extends 'params' | 'query' | 'body', Value> = Name extends keyof E
  ? Record<never, never> extends Value
    ? { readonly [N in Name]?: Value }
    : { readonly [N in Name]: Value }
  : unknown
/** What an operation is called with: the parts its endpoint declares, an upload's file, and the command's key if it is not to be random. */
type InputOf<E extends Endpoint> = Part<E, 'params', ParamsOf<E>> &
  Part<E, 'query', QueryOf<E>> &
  Part<E, 'body', BodyOf<E>> &
  (E['kind'] extends 'upload' ? { readonly file: UploadFile } : unknown) & { readonly key?: string }
/** Worked out once for each operation: over the union of all of them the compiler gives up. */
type Inputs = { readonly [O in Operation]: InputOf<Api[O]> }
type Answers = { readonly [O in Operation]: ResponseOf<Api[O]> }
export type Input<O extends Operation> = Inputs[O]
export type UploadFile = { readonly name: string; readonly type: string; readonly bytes: Buffer }
export type Answer<O extends Operation> = Answers[O]

/** A refusal by the server, with its stable code. */
export class CallFailed extends Error {
  readonly operation: string
  readonly status: number
  readonly code: string

  constructor(operation: string, status: number, code: string, detail: string) {
    super(`${operation}: ${status} ${code} ${detail}`)
    this.name = 'CallFailed'
    this.operation = operation
    this.status = status
    this.code = code
  }
}

export type Call = <O extends Operation>(operation: O, input: Input<O>, token?: string) => Promise<Answer<O>>

type Loose = {
  params?: Record<string, unknown>
  query?: Record<string, unknown>
  body?: unknown
  file?: UploadFile
  key?: string
}

/**
 * A client of the public API, made from the contract's endpoint tables.
 * @throws CallFailed from each call that the server refuses
 */
export function clientOf(wire: Wire): Call {
  return async (operation, input, token) => {
    const endpoint: Endpoint = API[operation]
    const { params = {}, query = {}, body, file, key } = input as Loose // the parts that every Input has
    const headers: Record<string, string> = token ? { authorization: `Bearer ${token}` } : {}
    if (endpoint.kind === 'command' || endpoint.kind === 'upload')
      headers['idempotency-key'] = key ?? randomUUID()
    const sent = file ? multipart(file, headers) : json(body, headers)
    const answer = await wire({
      method: endpoint.method,
      url: `/api${filled(endpoint.path, params)}${search(query)}`,
      headers,
      ...(sent === undefined ? {} : { body: sent }),
    })
    if (answer.status >= 400) throw failure(operation, answer.status, answer.body)
    return answer.body as Answer<typeof operation> // the server's serializer keeps to the same contract
  }
}

function failure(operation: string, status: number, body: unknown): CallFailed {
  const problem = (typeof body === 'object' && body !== null ? body : {}) as {
    code?: string
    detail?: string
    errors?: unknown
  } // problem details, read loosely
  const fields = problem.errors === undefined ? '' : ` ${JSON.stringify(problem.errors)}`
  return new CallFailed(operation, status, problem.code ?? 'unknown', `${problem.detail ?? ''}${fields}`)
}

const filled = (path: string, params: Record<string, unknown>): string =>
  path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(String(params[name])))

function search(query: Record<string, unknown>): string {
  const entries = Object.entries(query).filter(([, value]) => value !== undefined)
  if (entries.length === 0) return ''
  return `?${new URLSearchParams(entries.map(([name, value]): [string, string] => [name, Array.isArray(value) ? value.join(',') : String(value)]))}`
}

function json(body: unknown, headers: Record<string, string>): string | undefined {
  if (body === undefined) return undefined
  headers['content-type'] = 'application/json'
  return JSON.stringify(body)
}

function multipart({ name, type, bytes }: UploadFile, headers: Record<string, string>): Buffer {
  const boundary = 'linli-7e6f1c' // no picture or table of ours holds this line
  headers['content-type'] = `multipart/form-data; boundary=${boundary}`
  return Buffer.concat([
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: ${type}\r\n\r\n`,
    ),
    bytes,
    Buffer.from(`\r\n--${boundary}--\r\n`),
  ])
}
