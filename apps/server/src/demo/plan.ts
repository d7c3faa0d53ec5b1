import type { Channel, Kind } from '@linli/contract'
import { type Chance, chanceOf, idFrom } from '../drive/chance.ts'
import { CLOSINGS, NEEDS, type Need, OPENINGS } from './needs.ts'
import { RESIDENTS, type Townsperson } from './roster.ts'

/** An order before it is placed: whose need it is, by which door it comes, and its words. */
export type PlannedOrder = {
  readonly id: string
  readonly requester: Townsperson
  readonly need: Need
  readonly kind: Kind
  readonly channel: Channel
  readonly detail: string
  readonly withPhoto: boolean
  readonly anonymous: boolean
  readonly confidential: boolean
}
/** A planned order with the moment it is placed, in milliseconds before now. */
export type AgedOrder = PlannedOrder & { readonly age: number }

export const ORDERS = 400
const HOUR = 3600_000
const DAYS = 6
/** The newest, one in thirteen, come within the last hour and a half, so that there is something to take up at once. */
const NEWEST = 1 / 13
const RECENT = 1.5 * HOUR
const SEED = 'demo town 1'
/** The last of all: placed when everything else is done, so that its presence says the town is whole. */
export const lastOrder = (orders: number): string => idFrom(SEED, 'last order', orders)

/** One need, drawn: the same subject always gives the same order. */
export function drawOrder(id: string, chance: Chance, need: Need): PlannedOrder {
  const kind = need.kind ?? 'help'
  const channel = chance.pick<Channel>('channel', need.by ?? ['hand'])
  return {
    id,
    need,
    kind,
    channel,
    requester: chance.pick('requester', RESIDENTS),
    detail: chance.pick('opening', OPENINGS) + need.text + chance.pick('closing', CLOSINGS),
    withPhoto:
      channel !== 'telephone' && channel !== 'counter' && chance.happens('photo', need.photo ? 0.9 : 0.7),
    anonymous: kind === 'complaint' && chance.happens('anonymous', 0.3),
    confidential: kind !== 'help' && chance.happens('confidential', 0.1),
  }
}

/** A need for the n-th order: each comes once before any comes twice, then they are drawn. */
export const needAt = (n: number, chance: Chance): Need =>
  (n < NEEDS.length ? NEEDS[n] : undefined) ?? chance.pick('need', NEEDS)

/** The orders of the founding, oldest first, over six days up to now, by day and more of them of late. */
export function planOrders(orders = ORDERS): AgedOrder[] {
  const numbers = chanceOf(SEED).shuffle(
    'order',
    Array.from({ length: orders }, (_, n) => n),
  )
  const older = Math.ceil(orders * (1 - NEWEST))
  const age = (at: number): number =>
    at < older
      ? RECENT + (1 - (at + 0.5) / older) ** 1.15 * (DAYS * 24 * HOUR - RECENT)
      : ((orders - at - 0.5) / (orders - older)) * RECENT
  const aged = numbers.map((n, at) => {
    const chance = chanceOf(SEED, n)
    return { ...drawOrder(idFrom(SEED, 'order', n), chance, needAt(n, chance)), age: age(at) }
  })
  const last = chanceOf(SEED, 'last')
  return [...aged, { ...drawOrder(lastOrder(orders), last, needAt(0, last)), channel: 'hand', age: 0 }]
}
