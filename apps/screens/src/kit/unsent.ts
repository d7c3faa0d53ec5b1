import { newKey, sendLoose } from './api.ts'
import type { Answer, Input, LooseInput, OperationOf } from './endpoints.ts'
import { NetworkFailure, Problem } from './failure.ts'
import { observable, useObservable } from './observable.ts'
import type { Unsent } from './offline/kept.ts'
import { person } from './person.ts'
import { keep, recall } from './storage.ts'

/** How many wait: small enough to be known before their store is opened. */
const COUNT = 'unsentCount'
/** Where they stood in versions before; taken over once. */
const BEFORE = 'unsent'
const list = observable<readonly Unsent[]>([])
let flushing = false
let watches = false

/** The store comes apart, so that a first page does not wait for it. */
const store = () => import('./offline/store.ts')

async function reload(): Promise<void> {
  const { commandsKept } = await store()
  const kept = await commandsKept()
  keep(COUNT, kept.length === 0 ? undefined : kept.length)
  list.set(kept)
}

async function put(one: Unsent): Promise<void> {
  const { keepCommand } = await store()
  await keepCommand(one)
  await reload()
}

async function drop(keys: readonly string[]): Promise<void> {
  const { dropCommands } = await store()
  await dropCommands(keys)
  await reload()
}

/** On a shared phone nobody sends, or sees, what another left waiting. */
const isMine = (one: Unsent) => one.person === person.get()

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
    const by = person.get()
    if (!(error instanceof NetworkFailure) || by === undefined) throw error
    const waiting = { key, person: by, operation, input: loose, label, at: new Date().toISOString() }
    try {
      await put(waiting)
    } catch {
      throw error // the device cannot keep it either: the page still has it
    }
    return { state: 'kept', key }
  }
}

async function sendOne(one: Unsent): Promise<'gone' | 'stop'> {
  try {
    await sendLoose(one.operation, one.input, { idempotencyKey: one.key, person: one.person })
    await drop([one.key])
    return 'gone'
  } catch (error) {
    if (error instanceof NetworkFailure) return 'stop'
    if (!(error instanceof Problem)) throw error
    if (
      error.code === 'kernel.otherPerson' ||
      error.status === 401 ||
      error.status === 429 ||
      error.status >= 500
    )
      return 'stop'
    await put({ ...one, refusal: error.message })
    return 'gone'
  }
}

/** Sends what waits, in order; stops at the first that meets no network. Refused ones stay for the person to see. */
export async function sendUnsent(): Promise<void> {
  if (flushing) return
  flushing = true
  try {
    for (const one of list.get()) {
      if (isMine(one) && one.refusal === undefined && (await sendOne(one)) === 'stop') return
    }
  } finally {
    flushing = false
  }
}

/** The person gives one up. */
export const dropUnsent = (key: string): Promise<void> => drop([key])

/** At sign-out: what of this person was not taken until then is nobody's to send. */
export async function forgetUnsent(): Promise<void> {
  const own = list.get().filter(isMine)
  if (own.length > 0) await drop(own.map(({ key }) => key))
}

const isUnsent = (value: unknown): value is Unsent =>
  typeof value === 'object' &&
  value !== null &&
  'key' in value &&
  'person' in value &&
  'operation' in value &&
  'label' in value

/** Brings what a version before kept as text into the store; the text goes once it is safe there. */
async function takeOver(): Promise<void> {
  const before = recall(BEFORE)
  if (!Array.isArray(before)) return
  const { keepCommand } = await store()
  for (const one of before.filter(isUnsent)) await keepCommand(one)
  keep(BEFORE, undefined)
}

/** What another tab kept or sent is seen here too. */
function watchOthers({ onStoreChange }: Awaited<ReturnType<typeof store>>): void {
  if (watches) return
  watches = true
  onStoreChange(() => void reload())
}

/** At start: takes up what waits, and sends whenever the network, the page or its person comes back. */
export function startUnsent(): void {
  const again = () => {
    if (document.visibilityState === 'visible' && list.get().length > 0) void sendUnsent()
  }
  const mayWait = recall(COUNT) !== undefined || recall(BEFORE) !== undefined
  if (mayWait) void takeOver().then(reload).then(again)
  // Whoever is signed in may have something to keep in a cellar, where the store could no longer be fetched.
  const ready = () => {
    if (person.get() !== undefined) void store().then(watchOthers, () => undefined) // no network: nothing to prepare
    again()
  }
  person.watch(ready)
  ready()
  window.addEventListener('online', again)
  document.addEventListener('visibilitychange', again)
  setInterval(again, 30_000)
}

/** What of the person at this device waits. */
export function useUnsent(): readonly Unsent[] {
  useObservable(person)
  return useObservable(list).filter(isMine)
}
