import { setTimeout as delay } from 'node:timers/promises'
import type { State } from '@linli/contract'
import { HABITS, type Play, type PlayItem } from '../drive/cast.ts'
import { idFrom } from '../drive/chance.ts'
import { type Call, CallFailed } from '../drive/client.ts'
import type { Answered, Sight } from '../drive/sight.ts'
import { takeNext } from '../drive/takeNext.ts'
import type { Driven } from '../drive/turn.ts'
import { kindOf, matchItem } from './matchItem.ts'
import type { Message } from './messages.ts'
import type { ProgressFile } from './progressFile.ts'
import { homesOf, type Troupe } from './troupe.ts'

/** So long the policy's own step is waited for before the order is read again. */
const POLICY_WAIT = 150
/** How long the policy's own step may take before the order counts as stuck. */
const PATIENCE = 300_000
const TITLE_MOST = 60

export type ReplayOptions = {
  readonly call: Call
  readonly troupe: Troupe
  readonly messages: readonly Message[]
  readonly seed: string
  readonly atOnce: number
  readonly progress: ProgressFile
  onProgress(done: number, all: number): void
  /** Asked before each order and step; once true what is in hand is left as it is. */
  stopped(): boolean
}
export type Replayed = {
  readonly ids: readonly string[]
  readonly claimsLost: number
  readonly races: number
  readonly steps: number
  readonly errors: readonly string[]
}

/**
 * Plays messages through the public API: each becomes an order of its user and is driven to its end. The order's id comes
 * from message and seed, so playing again is the same order.
 */
export async function replay(options: ReplayOptions): Promise<Replayed> {
  const { call, troupe, messages, seed, progress } = options
  const { items } = await call('getPlace', {})
  const byKey = new Map(items.map((item) => [item.key, item]))
  const play: Play = {
    call,
    cast: troupe.cast,
    seed,
    habits: HABITS,
    tally: { claimsLost: 0, steps: 0, races: 0 },
    items,
    item: (key) => byKey.get(key),
  }
  const home = homesOf(troupe.map)
  const queue = messages.filter(({ id }) => !progress.done.has(id))
  const errors: string[] = []
  let done = messages.length - queue.length
  const work = async (): Promise<void> => {
    for (let message = queue.shift(); message && !options.stopped(); message = queue.shift()) {
      try {
        const order = await placed(options, play, message, matchItem(message, items), home(message.user))
        if (await driven(play, order, options.stopped)) {
          await progress.add(message.id)
          done += 1
          options.onProgress(done, messages.length)
        }
      } catch (error) {
        errors.push(`${message.id}: ${error instanceof Error ? error.message : String(error)}`)
      }
    }
  }
  await Promise.all(Array.from({ length: options.atOnce }, work))
  const ids = messages.filter(({ id }) => progress.done.has(id)).map(({ id }) => orderId(seed, id))
  return { ids, ...play.tally, errors }
}

export const orderId = (seed: string, messageId: string): string => idFrom('replay', seed, messageId)

async function placed(
  { call, troupe, seed }: ReplayOptions,
  play: Play,
  message: Message,
  item: string | undefined,
  path: string,
): Promise<Driven> {
  const requester = troupe.residentOf(message.user, seed)
  const id = orderId(seed, message.id)
  const title = [...message.title].slice(0, TITLE_MOST).join('')
  const body = {
    id,
    channel: 'hand' as const,
    kind: kindOf(message),
    ...(item ? { item } : {}),
    ...(title ? { title } : {}),
    detail: [...message.detail].slice(0, 8000).join(''),
    path,
  }
  const key = idFrom('replay place', seed, message.id)
  const answer = await call('placeOrder', { body, key }, await requester.token())
  const sight = answer.version === 1 ? justPlaced(body, answer, play.item(item ?? '')) : undefined
  return { id, path, requester, wantedItem: undefined, state: answer.state, handler: undefined, sight }
}

/** What whoever has just placed an order knows of it. */
const justPlaced = (
  { id, kind, title = '', path }: { id: string; kind: Sight['kind']; title?: string; path: string },
  { number, version, state }: Answered,
  item: PlayItem | undefined,
): Sight => ({
  id,
  number,
  version,
  state,
  kind,
  title,
  path,
  item: item?.key ?? null,
  urgency: item?.urgency ?? 'ordinary',
  round: 1,
  vulnerable: false,
  anonymous: false,
  confidential: false,
  restriction: 'none',
  result: null,
  score: null,
  callsTried: 0,
  contacted: false,
  consentedToShow: false,
  shown: false,
  owner: undefined,
  steps: [{ verb: 'placeOrder', photos: [] }],
})

/** Drives one order to its end. @returns false when it was left because the replay is stopping */
async function driven(play: Play, order: Driven, stopped: () => boolean): Promise<boolean> {
  let since = Date.now()
  for (;;) {
    if (stopped()) return false
    const before: State = order.state
    const { verb, done } = await takeNext(play, order)
    if (done) return true
    if (verb !== null && (verb !== 'overtaken' || order.state !== before)) since = Date.now()
    else if (Date.now() - since > PATIENCE)
      throw new CallFailed('takeNext', 0, 'stuck', `the order stays ${order.state}`)
    else await delay(POLICY_WAIT)
  }
}
