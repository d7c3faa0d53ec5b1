import { newKey, sendLoose } from './api.ts'
import type { Answer, Input, LooseInput, OperationOf } from './endpoints.ts'
import { NetworkFailure, Problem } from './failure.ts'
import { observable, useObservable } from './observable.ts'
import { keep, recall } from './storage.ts'

/** A command waiting on this device for the network. `refusal` is the server's sentence when it answered no. */
export type Unsent = {
  readonly key: string
  readonly operation: string
  readonly input: LooseInput
  readonly label: string
  readonly at: string
  readonly refusal?: string
}

const STORED = 'unsent'
const list = observable<readonly Unsent[]>([])
let flushing = false

function put(next: readonly Unsent[]): boolean {
  const kept = keep(STORED, next.length === 0 ? undefined : next)
  list.set(next)
  return kept
}

const without = (key: string) => list.get().filter((one) => one.key !== key)

export type Sent<T> =
  | { readonly state: 'sent'; readonly answer: T }
  | { readonly state: 'kept'; readonly key: string }

/**
 * Sends a command, or keeps it here until the network is back. `label` is how the person would call it (“点单：楼道灯”).
 * @throws Problem when the server refuses; NetworkFailure when the device cannot keep it either.
 */
export async function sendOrKeep<O extends OperationOf<'command'>>(
  operation: O,
  input: Input<O>,
  label: string,
): Promise<Sent<Answer<O>>> {
  const key = newKey()
  const loose = input as LooseInput // the parts that every Input has
  try {
    const answer = await sendLoose(operation, loose, { idempotencyKey: key })
    return { state: 'sent', answer: answer as Answer<O> } // as in `call`
  } catch (error) {
    if (!(error instanceof NetworkFailure)) throw error
    const waiting = { key, operation, input: loose, label, at: new Date().toISOString() }
    if (!put([...list.get(), waiting])) {
      put(without(key))
      throw error
    }
    return { state: 'kept', key }
  }
}

async function sendOne(one: Unsent): Promise<'gone' | 'stop'> {
  try {
    await sendLoose(one.operation, one.input, { idempotencyKey: one.key })
    put(without(one.key))
    return 'gone'
  } catch (error) {
    if (error instanceof NetworkFailure) return 'stop'
    if (!(error instanceof Problem)) throw error
    if (error.status === 401 || error.status === 429 || error.status >= 500) return 'stop'
    put(list.get().map((each) => (each.key === one.key ? { ...each, refusal: error.message } : each)))
    return 'gone'
  }
}

/** Sends what waits, in order; stops at the first that meets no network. Refused ones stay for the person to see. */
export async function sendUnsent(): Promise<void> {
  if (flushing) return
  flushing = true
  try {
    for (const one of list.get()) {
      if (one.refusal === undefined && (await sendOne(one)) === 'stop') return
    }
  } finally {
    flushing = false
  }
}

/** The person gives one up. */
export const dropUnsent = (key: string) => {
  put(without(key))
}

/** At sign-out: what was not taken until then is nobody's to send. */
export const forgetUnsent = () => {
  put([])
}

const isUnsent = (value: unknown): value is Unsent =>
  typeof value === 'object' && value !== null && 'key' in value && 'operation' in value && 'label' in value

/** At start: takes up what waits, and sends whenever the network or the page comes back. */
export function startUnsent(): void {
  const kept = recall(STORED)
  list.set(Array.isArray(kept) ? kept.filter(isUnsent) : [])
  const again = () => {
    if (document.visibilityState === 'visible' && list.get().length > 0) void sendUnsent()
  }
  window.addEventListener('online', again)
  document.addEventListener('visibilitychange', again)
  setInterval(again, 30_000)
  again()
}

export const useUnsent = () => useObservable(list)
