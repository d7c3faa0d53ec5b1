import { t } from '@lingui/core/macro'
import { PERSON } from '@linli/contract/headers'
import { address } from './address.ts'
import {
  type Answer,
  awaitRoute,
  type Input,
  type LooseInput,
  type Operation,
  type Route,
  routeOf,
} from './endpoints.ts'
import { NetworkFailure, problemFrom } from './failure.ts'
import { currentLanguage } from './language.ts'
import { meetPerson } from './person.ts'
import { withProof } from './proof.ts'
import { currentSeat } from './seat.ts'

export const API_PREFIX = '/api'

/** How one request is sent besides its input. */
export type Sending = {
  /** The same key for every try of one intent; a fresh one is made when absent. */
  readonly idempotencyKey?: string
  /** The account whose intent it is, for what is sent later; the server refuses it to anybody else. */
  readonly person?: string
  readonly signal?: AbortSignal
}

/** Language, and the seat's token where there is one; everywhere else the session cookie speaks. */
export function whoAsks(): { headers: Record<string, string>; credentials: RequestCredentials } {
  const seat = currentSeat()
  const headers: Record<string, string> = { 'accept-language': currentLanguage() === 'zh' ? 'zh-CN' : 'en' }
  if (seat?.token) headers['authorization'] = `Bearer ${seat.token}`
  return { headers, credentials: seat ? 'omit' : 'same-origin' }
}

/** A random UUID (version 4). `crypto.randomUUID` exists only on https and localhost; a phone on the local network has neither. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = Array.from(bytes, (byte, index) => {
    const marked = index === 6 ? (byte & 0x0f) | 0x40 : index === 8 ? (byte & 0x3f) | 0x80 : byte
    return marked.toString(16).padStart(2, '0')
  }).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

function requestOf([kind, method]: Route, input: LooseInput, sending: Sending): RequestInit {
  const { headers, credentials } = whoAsks()
  if (kind === 'command' || kind === 'upload') headers['idempotency-key'] = sending.idempotencyKey ?? newKey()
  if (sending.person !== undefined) headers[PERSON] = sending.person
  const request: RequestInit = { method, headers, credentials }
  if (sending.signal) request.signal = sending.signal
  if (input.file) {
    const form = new FormData()
    form.append('file', input.file)
    request.body = form
  } else if (input.body !== undefined) {
    headers['content-type'] = 'application/json'
    request.body = JSON.stringify(input.body)
  }
  return request
}

async function fetchOrFail(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request)
  } catch (cause) {
    if (request.signal?.aborted) throw cause
    throw new NetworkFailure(t`网络不通，内容还在。请看一下信号，稍后再试。`, cause)
  }
}

async function bodyOf(response: Response): Promise<unknown> {
  if (response.status === 204) return undefined
  const text = await response.text()
  if (!/json/.test(response.headers.get('content-type') ?? '')) return text
  return text === '' ? undefined : JSON.parse(text)
}

/**
 * Sends by the name of an operation; for queued sends, whose types were checked when they were queued. Where a proof of
 * the person is wanted first, the very same goes out again after it.
 */
export function sendLoose(operation: string, input: LooseInput, sending: Sending): Promise<unknown> {
  const keyed = { ...sending, idempotencyKey: sending.idempotencyKey ?? newKey() }
  return withProof(() => sendOnce(operation, input, keyed))
}

async function sendOnce(operation: string, input: LooseInput, sending: Sending): Promise<unknown> {
  const route = await awaitRoute(operation).catch((cause: unknown) => {
    throw new NetworkFailure(t`网络不通，内容还在。请看一下信号，稍后再试。`, cause)
  })
  const url = API_PREFIX + address(route[2], input.params, input.query)
  const response = await fetchOrFail(url, requestOf(route, input, sending))
  meetPerson(response.headers.get(PERSON))
  const body = await bodyOf(response).catch((cause: unknown) => {
    throw new NetworkFailure(t`回答没有收全。请再试一次，不会重复提交。`, cause)
  })
  if (!response.ok)
    throw problemFrom(response.status, body, t`这一步没有办成。请稍后再试，或者打电话给我们。`)
  return body
}

/**
 * Calls one operation of the contract.
 * @throws Problem when the server refuses; NetworkFailure when no answer came (trying again with the same key is safe).
 */
export async function call<O extends Operation>(
  operation: O,
  input: Input<O>,
  sending: Sending = {},
): Promise<Answer<O>> {
  // The server answers by the same contract, which its serializer enforces.
  return (await sendLoose(operation, input as LooseInput, sending)) as Answer<O>
}

/** The address of a read whose answer is a file or a picture, for links and images. */
export function fileAddress<O extends Operation>(operation: O, input: Input<O>): string {
  const { params, query } = input as LooseInput // the parts that every Input has
  return API_PREFIX + address(routeOf(operation)[2], params, query)
}
